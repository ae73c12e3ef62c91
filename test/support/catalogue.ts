/** The catalogue of what the source processes ask for, and what `coverage.json` says becomes of it, as they are shipped. */
import { readFileSync } from 'node:fs';
import { appRouter } from '../../electron/app/router.ts';
import { boards } from '../../renderer/frame/boards.ts';
import type { Product } from '../../shared/domain/playbook/coverage.ts';
import { type CatalogueEntry, type Coverage, catalogueSchema, coverageSchema } from '../../shared/domain/playbook/coverage-schema.ts';

const shipped = new URL('../../assets/playbooks/', import.meta.url);

export function catalogue(): readonly CatalogueEntry[] {
  return catalogueSchema.parse(read('catalogue.json'));
}

export function coverage(): Coverage {
  return coverageSchema.parse(read('coverage.json'));
}

export function product(): Product {
  return { boards: new Set(boards.map(({ key }) => key)), requests: new Set(Object.keys(appRouter._def.procedures)) };
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, shipped), 'utf8'));
}
