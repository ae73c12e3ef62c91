/** What is not understood exits 2 with the usage on stderr, before any record is touched. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { gantry } from '../../support/command-line.ts';
import { testFolder } from '../../support/record.ts';

const entry = fileURLToPath(new URL('../../../electron/gantry.ts', import.meta.url));

test.each([
  ['no command', [], /No command given/],
  ['an unknown command', ['launch'], /no command "launch"/],
  ['an unknown flag', ['verify', '--force'], /--force/],
  ['a flag without its value', ['sample', '--record'], /--record/],
  ['too few words', ['call', 'goLive.list'], /takes REQUEST JSON/],
  ['too many words', ['verify', 'twice'], /takes nothing more/],
  ['half a command', ['import'], /no command "import"/],
  ['an import without its go-live', ['import', 'plan', 'plan.csv'], /--go-live GL-001/],
  ['a report without its go-live', ['report', 'closure', '--format', 'pdf', '--out', 'c.pdf'], /--go-live/],
  ['a report without its file', ['report', 'closure', '--go-live', 'GL-001', '--format', 'pdf'], /--out FILE/],
  [
    'a report in a format there is not',
    ['report', 'closure', '--go-live', 'GL-001', '--format', 'docx', '--out', 'c'],
    /pdf, html, md, xlsx or json/,
  ],
  ['an export without its file', ['export', 'record'], /--out FILE/],
  ['a port that is none', ['room', '--port', '70000'], /number up to 65535/],
  ['a port that is no number', ['room', '--port', 'http'], /number up to 65535/],
])('%s exits 2', async (_, args, why) => {
  const file = join(testFolder(), 'record.gantry');
  const { code, out, err } = await gantry(file, ...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(why);
  expect(err).toContain('gantry [--record FILE] [--json] COMMAND');
  expect(existsSync(file)).toBe(false);
});

test('--help names every command and exits 0', async () => {
  const { code, out, err } = await gantry('unused', '--help');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const named = ['requests', 'call', 'sample', 'import plan', 'import tickets', 'report', 'export record', 'import record', 'verify'];
  for (const words of [...named, 'backup', 'room']) expect(out).toContain(`  ${words}`);
});

describe('as a program', () => {
  test('runs from its source, writes its answer to stdout and exits 0', () => {
    const file = join(testFolder(), 'record.gantry');
    const out = execFileSync(process.execPath, [entry, '--record', file, '--json', 'sample'], { encoding: 'utf8' });
    expect(JSON.parse(out)).toMatchObject({ ok: true, ref: 'GL-001' });
    expect(existsSync(file)).toBe(true);
  });

  test.each([
    [1, ['call', 'runbook.explode', '{}'], /no request/],
    [2, ['launch'], /no command/],
  ])('exits %i', (status, args, why) => {
    const file = join(testFolder(), 'record.gantry');
    const ran = spawnSync(process.execPath, [entry, '--record', file, ...args], { encoding: 'utf8' });
    expect({ status: ran.status, stdout: ran.stdout }).toEqual({ status, stdout: '' });
    expect(ran.stderr).toMatch(why);
  });
});
