/** Prints how fast and how large the product is on this machine. Measures the sources, and of the screens what was built. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, inMs, lineOf } from './figure.ts';
import { importFigures, rawCommit, recordFigures } from './record-figures.ts';
import { runbookFigures } from './runbook-figures.ts';
import { runbookScreenFigures } from './runbook-screen-figures.ts';
import { screenFigures } from './screen-figures.ts';
import { sizeFigures } from './size-figures.ts';

/** What `npm run bench -- <part>` may name; without a name all are measured. */
const parts: Readonly<Record<string, (folder: string) => readonly Figure[] | Promise<readonly Figure[]>>> = {
  record: recordFigures,
  import: importFigures,
  runbook: async (folder) => [...(await runbookFigures()), ...(await runbookScreenFigures(folder))],
  size: () => sizeFigures(join(import.meta.dirname, '../../out/renderer')),
  screen: screenFigures,
};
const folder = mkdtempSync(join(tmpdir(), 'gantry-bench-'));
try {
  const raw = await rawCommit(folder);
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`);
  console.log(lineOf(inMs('raw commit: one row, durable (better-sqlite3)', raw), raw));
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !(name in parts));
  if (unknown !== undefined) throw new Error(`there is no part ${unknown}; there are ${Object.keys(parts).join(', ')}`);
  for (const [name, part] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const figure of await part(folder)) console.log(lineOf(figure, raw));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
