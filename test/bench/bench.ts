/** Prints how fast and how large the product is on this machine. Measures the sources, and of the screens what was built. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inMs, lineOf } from './figure.ts';
import { importFigures, rawCommit, recordFigures } from './record-figures.ts';
import { screenFigures } from './screen-figures.ts';
import { sizeFigures } from './size-figures.ts';

const folder = mkdtempSync(join(tmpdir(), 'gantry-bench-'));
try {
  const raw = await rawCommit(folder);
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`);
  console.log(lineOf(inMs('raw commit: one row, durable (better-sqlite3)', raw), raw));
  const parts = [recordFigures, importFigures, async () => sizeFigures(join(import.meta.dirname, '../../out/renderer')), screenFigures];
  for (const part of parts) for (const figure of await part(folder)) console.log(lineOf(figure, raw));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
