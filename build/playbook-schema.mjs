/** Writes `assets/playbooks/playbook.schema.json` from the schema in the source. Run it after changing that: `node build/playbook-schema.mjs`. */
import { writeFileSync } from 'node:fs';
import { publishedSchema } from '../shared/domain/playbook/published-schema.ts';
import { runNode } from './process.mjs';
import { inRoot } from './root.mjs';

const file = inRoot('assets/playbooks/playbook.schema.json');
writeFileSync(file, `${JSON.stringify(publishedSchema(), null, 2)}\n`);
process.exitCode = await runNode(inRoot('node_modules/@biomejs/biome/bin/biome'), ['format', '--write', file]);
