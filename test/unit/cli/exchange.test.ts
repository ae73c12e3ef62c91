/** The plan from the command line: written as a file, edited, shown, and brought back. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { answerOf, gantry, makeGoLive } from '../../support/command-line.ts';
import { testFolder } from '../../support/record.ts';

test('export plan writes a file, import edited shows its changes and then makes them', async () => {
  const file = join(testFolder(), 'record.gantry');
  await makeGoLive(file);
  await answerOf(file, 'call', 'runbook.addTask', JSON.stringify({ goLiveId: 'GL-001', title: 'Freeze the old system' }));
  const out = join(dirname(file), 'plan.csv');
  const written = await gantry(file, 'export', 'plan', '--go-live', 'GL-001', '--format', 'csv', '--out', out);
  expect({ code: written.code, err: written.err }).toEqual({ code: 0, err: '' });
  writeFileSync(out, readFileSync(out, 'utf8').replace('Freeze the old system', 'Freeze and extract'));
  expect(await answerOf(file, 'import', 'edited', out, '--go-live', 'GL-001', '--dry-run')).toMatchObject({
    taken: 1,
    lines: [{ column: 'Title', was: 'Freeze the old system', becomes: 'Freeze and extract' }],
  });
  expect(await answerOf(file, 'import', 'edited', out, '--go-live', 'GL-001')).toMatchObject({ ok: true });
  const again = await gantry(file, 'import', 'edited', out, '--go-live', 'GL-001');
  expect(again).toMatchObject({ code: 1, out: '' });
  expect(again.err).toMatch(/already is as the file says/);
}, 30_000);
