/** Files that are no export, damaged or hostile: each is refused with a reason, and none takes the application down. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exchangeLimits } from '../../../electron/exchange/limits.ts';
import { readSheet } from '../../../electron/exchange/read-sheet.ts';
import { planFile } from '../../../shared/domain/runbook/exchange/plan-file.ts';
import { workbookParts, zipOf } from '../../support/sheets.ts';
import { aPlan, bytesOf, diffOf, sheetOf } from './plans.ts';

const plan = aPlan();

async function codeOf(bytes: Uint8Array): Promise<string> {
  const read = await readSheet(bytes, 'plan', exchangeLimits);
  if (!read.ok) return read.refusal.code;
  const file = planFile(read.value, { ref: 'GL-001', zone: 'Europe/Prague' });
  return file.ok ? 'read' : file.refusal.code;
}

it('garbage bytes, and exports cut off or damaged anywhere, never throw', async () => {
  const whole = { xlsx: await bytesOf(plan, 'xlsx'), csv: await bytesOf(plan, 'csv') };
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('xlsx' as const, 'csv' as const),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (bytes, format, part) => {
        await codeOf(bytes);
        const at = Math.floor(whole[format].length * part);
        await codeOf(whole[format].subarray(0, at));
        const broken = Uint8Array.from(whole[format]);
        broken.set(bytes.subarray(0, broken.length - at), at);
        await codeOf(broken);
      },
    ),
    { numRuns: 80 },
  );
}, 60_000);

it('a truncated workbook says that it is damaged', async () => {
  const bytes = await bytesOf(plan, 'xlsx');
  expect(await codeOf(bytes.subarray(0, bytes.length / 2))).toBe('damaged-workbook');
});

it("other people's tables are no export", async () => {
  const xml =
    '<worksheet><sheetData><row><c t="inlineStr"><is><t>ID</t></is></c><c t="inlineStr"><is><t>Title</t></is></c></row><row><c t="inlineStr"><is><t>1</t></is></c><c t="inlineStr"><is><t>Copy</t></is></c></row></sheetData></worksheet>';
  expect(await codeOf(zipOf(workbookParts(xml)))).toBe('not-an-export');
  expect(await codeOf(new TextEncoder().encode('ID;Vorgang;Dauer\n1;Kopieren;3 Tage\n'))).toBe('not-an-export');
});

it.each([
  ['semicolons, as Excel saves them in Prague', (text: string) => Buffer.from(reseparated(text, ';'))],
  ['tabs', (text: string) => Buffer.from(reseparated(text, '\t'))],
  ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text.replace('\uFEFF', '')}`, 'utf16le')],
  ['no mark, line feeds only', (text: string) => Buffer.from(text.replace('\uFEFF', '').replaceAll('\r\n', '\n'))],
])('csv saved again with %s is the same plan', async (_, saved) => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(plan, 'csv'));
  const diff = diffOf(plan, await sheetOf(saved(text), 'plan.csv'));
  expect(diff.problems).toEqual([]);
  expect(diff.lines).toEqual([]);
});

/** What a spreadsheet does with a table whose cells hold no quotes around separators. */
function reseparated(text: string, separator: string): string {
  const cells = text
    .replace('\uFEFF', '')
    .split('\r\n')
    .map((row) => row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? []);
  return cells.map((row) => row.join(separator)).join('\r\n');
}

it('a workbook that unpacks to more than a file may hold is refused before it is unpacked', async () => {
  const bomb = zipOf(workbookParts(`<worksheet><sheetData>${' '.repeat(2_000_000)}</sheetData></worksheet>`));
  const read = await readSheet(bomb, 'plan.xlsx', { ...exchangeLimits, unpackedBytes: 1_000_000 });
  expect(!read.ok && read.refusal.code).toBe('too-large-unpacked');
});
