/** Workbooks as sheets: dates, merged cells, several sheets, damage, and files made to do harm. */
import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { planLimits } from '../../../electron/exchange/limits.ts';
import { readSheet } from '../../../electron/exchange/read-sheet.ts';
import type { Sheet } from '../../../shared/base/sheet/sheet.ts';
import { workbookParts, zipOf } from '../../support/sheets.ts';

type Book = Parameters<typeof writeXlsx>[0];

async function read(bytes: Uint8Array, limits = planLimits) {
  return readSheet(bytes, 'plan.xlsx', limits);
}

async function sheetOf(book: Book): Promise<Sheet> {
  const result = await read(await writeXlsx(book));
  if (!result.ok) throw new Error(result.refusal.reason);
  return result.value;
}

async function refusalOf(bytes: Uint8Array) {
  const result = await read(bytes);
  if (result.ok) throw new Error('was read');
  return result.refusal;
}

describe('cells', () => {
  it('dates have no zone, times and lengths of time are lengths, and everything else is text or a number', async () => {
    const start = new Date(Date.UTC(2026, 10, 21, 22, 30));
    const sheet = await sheetOf({
      sheets: [
        {
          name: 'Plan',
          columns: [
            { header: 'ID', key: 'id' },
            { header: 'Title', key: 'title' },
            { header: 'Start', key: 'start', numFmt: 'yyyy-mm-dd hh:mm' },
            { header: 'Duration', key: 'duration', numFmt: '[h]:mm' },
            { header: 'Milestone', key: 'milestone' },
          ],
          data: [
            { id: 1, title: ' Stop jobs ', start, duration: 1.5 / 24, milestone: true },
            { id: 2.5, title: '<b>Copy</b>', start: null, duration: 50 / 24, milestone: false },
          ],
        },
      ],
    });
    expect(sheet.format).toBe('xlsx');
    expect(sheet.sheetName).toBe('Plan');
    const date = { year: 2026, month: 11, day: 21, hour: 22, minute: 30, second: 0 };
    expect(sheet.rows).toEqual([
      { number: 2, cells: [1, 'Stop jobs', { date }, { spanMs: 5_400_000 }, 'TRUE'] },
      { number: 3, cells: [2.5, '<b>Copy</b>', '', { spanMs: 50 * 3_600_000 }, 'FALSE'] },
    ]);
  });

  it('a cell merged over rows speaks for all of them', async () => {
    const sheet = await sheetOf({
      sheets: [
        {
          name: 'Plan',
          rows: [
            ['Phase', 'ID', 'Title'],
            ['Cutover', 1, 'Stop'],
            [null, 2, 'Copy'],
            [null, 3, 'Start'],
          ],
          merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
        },
      ],
    });
    expect(sheet.rows.map(({ cells }) => cells[0])).toEqual(['Cutover', 'Cutover', '']);
  });

  it('a formula counts as its stored result; without one the cell is empty and the person is told', async () => {
    const xml =
      '<worksheet><sheetData>' +
      '<row r="1"><c r="A1" t="inlineStr"><is><t>ID</t></is></c><c r="B1" t="inlineStr"><is><t>Title</t></is></c></row>' +
      '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>CONCAT("a")</f></c></row>' +
      '</sheetData></worksheet>';
    const result = await read(zipOf(workbookParts(xml)));
    expect(result.ok && result.value.rows[0]?.cells).toEqual([2, '']);
    expect(result.ok && result.value.columns).toEqual(['ID', 'Title']);
    expect(result.ok && result.value.warnings.join()).toMatch(/1 cell holds a formula/);
  });
});

describe('several sheets', () => {
  const cover = { name: 'Cover', rows: [['Cutover plan'], ['Version 7']] };
  const plan = {
    name: 'Runbook',
    rows: [
      ['Task ID', 'Title', 'Predecessors'],
      [1, 'Stop', null],
    ],
  };
  const contacts = { name: 'Contacts', rows: [['Name', 'Phone'], ...Array.from({ length: 50 }, (_, at) => [`P${at}`, at])] };

  it('the one whose columns look like a plan is taken, and the others are named', async () => {
    const sheet = await sheetOf({ sheets: [cover, contacts, plan] });
    expect(sheet.sheetName).toBe('Runbook');
    expect(sheet.warnings.join()).toMatch(/not read: Cover, Contacts/);
  });

  it('a hidden sheet is passed over', async () => {
    const sheet = await sheetOf({ sheets: [{ ...plan, name: 'Old', hidden: true }, plan] });
    expect(sheet.sheetName).toBe('Runbook');
  });
});

describe('damage and harm', () => {
  it.each([
    ['a zip that is no workbook', zipOf([{ path: 'readme.txt', content: 'hello' }]), 'not-a-workbook', /zip archive/],
    [
      'a Word document',
      zipOf([
        { path: '[Content_Types].xml', content: 'x' },
        { path: 'word/document.xml', content: 'x' },
      ]),
      'not-a-workbook',
      /Word/,
    ],
    [
      'an OpenDocument file',
      zipOf([
        { path: 'mimetype', content: 'x' },
        { path: 'content.xml', content: 'x' },
      ]),
      'not-a-workbook',
      /\.ods/,
    ],
    [
      'a binary workbook',
      zipOf([
        { path: '[Content_Types].xml', content: 'x' },
        { path: 'xl/workbook.bin', content: 'x' },
      ]),
      'not-a-workbook',
      /\.xlsb/,
    ],
    ['a zip cut short', zipOf(workbookParts('<worksheet/>')).subarray(0, 300), 'damaged-workbook', /save it again/],
    ['a sheet that is no XML', zipOf(workbookParts('<worksheet><sheetData><row')), 'damaged-workbook', /save it again/],
    [
      'a cell outside any sheet',
      zipOf(workbookParts('<worksheet><sheetData><row r="1"><c r="A1x"><v>1</v></c></row></sheetData></worksheet>')),
      'damaged-workbook',
      /save it again/,
    ],
    ['a workbook without cells', zipOf(workbookParts('<worksheet><sheetData/></worksheet>')), 'empty-file', /is empty/],
  ])('%s is refused with what to do', async (_, bytes, code, says) => {
    const refusal = await refusalOf(bytes);
    expect(refusal.code).toBe(code);
    expect(refusal.reason).toMatch(says);
  });

  const size = 400 * 1024 * 1024;
  const zeros = { content: deflateRawSync(new Uint8Array(size), { level: 1 }), isDeflated: true };

  it('a zip bomb is refused by its directory, before anything is unpacked', async () => {
    const bomb = zipOf([...workbookParts('<worksheet/>'), { path: 'xl/media/image.bin', ...zeros, claims: size }]);
    expect(bomb.length).toBeLessThan(planLimits.bytes);
    const refusal = await refusalOf(bomb);
    expect(refusal.code).toBe('too-large-unpacked');
    expect(refusal.reason).toMatch(/401 MB; at most 300 MB/);
  });

  it.each([
    ['less than it holds', 1_000],
    ['nothing', 0],
    ['a size the directory keeps elsewhere', 0xffffffff],
  ])('a zip bomb that claims %s is not unpacked either', async (_, claims) => {
    const parts = workbookParts('').map((part) => (part.path.includes('sheet1.xml') ? { ...part, ...zeros, claims } : part));
    const bomb = zipOf(parts);
    const before = process.memoryUsage().rss;
    const refusal = await refusalOf(bomb);
    expect(refusal.code).toBe('damaged-workbook');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('a cell in the last corner of the sheet does not fill the memory', async () => {
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const xml = `<worksheet><sheetData><row r="1">${cell('A1', 'ID')}${cell('B1', 'Title')}</row><row r="2">${cell('A2', '1')}${cell('B2', 'Copy')}</row><row r="1048576">${cell('XFD1048576', 'x')}</row></sheetData></worksheet>`;
    const result = await read(zipOf(workbookParts(xml)));
    expect(result.ok && result.value.rows).toEqual([{ number: 2, cells: ['1', 'Copy'] }]);
  });

  it('more rows than allowed are refused', async () => {
    const book = await writeXlsx({
      sheets: [{ name: 'Plan', rows: [['ID', 'Title'], ...Array.from({ length: 200 }, (_, at) => [at, 'x'])] }],
    });
    const result = await read(book, { ...planLimits, rows: 100 });
    expect(!result.ok && result.refusal.code).toBe('too-many-rows');
  });
});
