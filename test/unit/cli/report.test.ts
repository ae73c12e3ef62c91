/** Reports written to a file from the command line. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closureReportSchema } from '../../../shared/domain/closure/report.ts';
import { answerOf, gantry } from '../../support/command-line.ts';
import { testFolder } from '../../support/record.ts';

async function reported(format: string, out: (folder: string) => string = (folder) => join(folder, `closure.${format}`)) {
  const folder = testFolder();
  const record = join(folder, 'record.gantry');
  await answerOf(record, 'sample');
  const file = out(folder);
  const ran = await gantry(record, 'report', 'closure', '--go-live', 'GL-001', '--format', format, '--out', file);
  return { record, file, ran };
}

describe('report closure', () => {
  test.each([
    ['pdf', (bytes: Buffer) => bytes.subarray(0, 5).toString() === '%PDF-' && bytes.subarray(-32).includes('%%EOF')],
    ['html', (bytes: Buffer) => bytes.toString().startsWith('<!doctype html>') && !/ (src|href)="https?:/.test(bytes.toString())],
    ['md', (bytes: Buffer) => bytes.toString().startsWith('# ')],
    ['json', (bytes: Buffer) => closureReportSchema.parse(JSON.parse(bytes.toString())).head.ref === 'GL-001'],
  ])('writes %s to the file, whole, and says how large it is', async (format, isWhole) => {
    const { file, ran } = await reported(format);
    const bytes = readFileSync(file);
    expect(ran).toEqual({ code: 0, out: `Report written to ${file}, ${bytes.length} bytes.\n`, err: '' });
    expect(isWhole(bytes)).toBe(true);
  });

  test('tells the last hash that verify tells', async () => {
    const { record, file } = await reported('json');
    const { lastHash } = (await answerOf(record, 'verify')) as { lastHash: string };
    expect(closureReportSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).chain.lastHash).toBe(lastHash);
  });

  test('into a folder that is not there is refused, and the record stays as it was', async () => {
    const { file, ran } = await reported('md', (folder) => join(folder, 'nowhere', 'closure.md'));
    expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringContaining('The record was not changed') });
    expect(existsSync(file)).toBe(false);
  });
});

test.each([
  ['readiness', []],
  ['decision', ['--gate', 'G-3']],
  ['checklist', []],
])('report %s writes a workbook to the file', async (kind, flags) => {
  const record = join(testFolder(), 'record.gantry');
  await answerOf(record, 'sample');
  const ran = await gantry(record, 'report', kind, ...flags, '--go-live', 'GL-001', '--format', 'xlsx', '--out', `${record}.xlsx`);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(`${record}.xlsx`).subarray(0, 2).toString()).toBe('PK');
});

test('report decision without a gate is refused, and says which there are', async () => {
  const record = join(testFolder(), 'record.gantry');
  await answerOf(record, 'sample');
  const ran = await gantry(record, 'report', 'decision', '--go-live', 'GL-001', '--format', 'md', '--out', `${record}.md`);
  expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('G-1, G-2, G-3') });
  expect(existsSync(`${record}.md`)).toBe(false);
});

test('a kind of report there is not is refused', async () => {
  const record = join(testFolder(), 'record.gantry');
  await answerOf(record, 'sample');
  const ran = await gantry(record, 'report', 'horoscope', '--go-live', 'GL-001', '--format', 'md', '--out', `${record}.md`);
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(existsSync(`${record}.md`)).toBe(false);
});
