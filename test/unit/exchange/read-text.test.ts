/** Text files as sheets: separators, quotes, encodings, where the table begins, and what is no table at all. */
import { describe, expect, it } from 'vitest';
import { planLimits, ticketLimits } from '../../../electron/exchange/limits.ts';
import { readSheet } from '../../../electron/exchange/read-sheet.ts';
import type { Sheet } from '../../../shared/base/sheet/sheet.ts';
import { bytesOf } from '../../support/sheets.ts';

async function sheetOf(bytes: Uint8Array | string, name = 'plan.csv'): Promise<Sheet> {
  const read = await readSheet(typeof bytes === 'string' ? bytesOf(bytes) : bytes, name);
  if (!read.ok) throw new Error(read.refusal.reason);
  return read.value;
}

async function refusalOf(bytes: Uint8Array | string, limits = planLimits) {
  const read = await readSheet(typeof bytes === 'string' ? bytesOf(bytes) : bytes, 'plan.csv', limits);
  if (read.ok) throw new Error('was read');
  return read.refusal;
}

describe('separators and quotes', () => {
  it.each([[','], [';'], ['\t'], ['|']])('columns are found when %j separates them', async (sign) => {
    const text = [
      ['ID', 'Title', 'Owner'],
      ['1', 'Stop jobs', 'Ann, Bob; both'],
      ['2', 'Copy', 'C'],
    ]
      .map((cells) => cells.map((cell) => (/[,;]/.test(cell) ? `"${cell}"` : cell)).join(sign))
      .join('\r\n');
    const sheet = await sheetOf(text);
    expect(sheet.columns).toEqual(['ID', 'Title', 'Owner']);
    expect(sheet.rows).toEqual([
      { number: 2, cells: ['1', 'Stop jobs', 'Ann, Bob; both'] },
      { number: 3, cells: ['2', 'Copy', 'C'] },
    ]);
  });

  it('a quoted cell keeps its separators, quotes and lines, and counts as one row', async () => {
    const sheet = await sheetOf('ID,Title,Comments\n1,"Say ""go"",\nthen wait", "x, y"\n2,Copy,"a"b\n');
    expect(sheet.rows).toEqual([
      { number: 2, cells: ['1', 'Say "go",\nthen wait', 'x, y'] },
      { number: 3, cells: ['2', 'Copy', 'ab'] },
    ]);
  });

  it('a quote that is never closed does not swallow the rows below it', async () => {
    const sheet = await sheetOf('ID,Title\n1,"Stop the jobs\n2,Copy\n3,"Start"\n4,"End\n');
    expect(sheet.rows.map(({ cells }) => cells[0])).toContain('4');
    expect(sheet.rows).toHaveLength(4);
    expect(sheet.warnings.join()).toMatch(/quote/);
  });

  it('blank rows keep their numbers, ragged rows are filled up and nothing beyond the header is lost', async () => {
    const sheet = await sheetOf('ID,Title,Owner\n\n1,Copy\n,,\n2,Check,Ann,spare,\n');
    expect(sheet.columns).toEqual(['ID', 'Title', 'Owner', 'Column D']);
    expect(sheet.rows).toEqual([
      { number: 3, cells: ['1', 'Copy', '', ''] },
      { number: 5, cells: ['2', 'Check', 'Ann', 'spare'] },
    ]);
  });

  it('a first line that names the separator is not a row', async () => {
    const sheet = await sheetOf('sep=|\r\nID|Title\r\n1|Copy\r\n');
    expect(sheet.headerRow).toBe(1);
    expect(sheet.rows).toEqual([{ number: 2, cells: ['1', 'Copy'] }]);
  });

  it('HTML and formulas in cells stay text', async () => {
    const sheet = await sheetOf('ID,Title\n1,<script>alert(1)</script>\n2,=HYPERLINK("http://x")\n');
    expect(sheet.rows.map(({ cells }) => cells[1])).toEqual(['<script>alert(1)</script>', '=HYPERLINK("http://x")']);
  });
});

describe('encodings', () => {
  const czech = 'ID;Název;Vlastník\r\n1;Příliš žluťoučký kůň úpěl ďábelské ódy;Jiří Dvořák\r\n';
  const polish = 'ID;Title\r\n1;Zażółć gęślą jaźń, Łódź\r\n';
  const german = 'ID;Title;Owner\r\n1;Größe prüfen, Übergabe;Jörg Müßig\r\n';
  const french = 'ID;Title\r\n1;Arrêter le système à 22 h, contrôle terminé où ça gêne\r\n';

  it.each([
    ['UTF-8 with mark', Buffer.from(`\uFEFF${czech}`, 'utf8'), 'UTF-8', 'Jiří Dvořák'],
    ['UTF-16 with mark', Buffer.from(`\uFEFF${czech}`, 'utf16le'), 'UTF-16', 'Jiří Dvořák'],
    ['UTF-16 without mark', Buffer.from(german, 'utf16le'), 'UTF-16', 'Jörg Müßig'],
    ['UTF-16 of the other order', Buffer.from(`\uFEFF${czech}`, 'utf16le').swap16(), 'UTF-16', 'Jiří Dvořák'],
  ])('%s is read as it was written', async (_, bytes, encoding, last) => {
    const sheet = await sheetOf(new Uint8Array(bytes));
    expect(sheet.encoding).toBe(encoding);
    expect(sheet.rows[0]?.cells.at(-1)).toBe(last);
  });

  it.each([
    ['Czech', czech, 'windows-1250'],
    ['Polish', polish, 'windows-1250'],
    ['German', german, 'windows-1252'],
    ['French', french, 'windows-1252'],
  ])('%s text in a Windows code page is recognised by its letters, and the person is told', async (_, text, page) => {
    const sheet = await sheetOf(encoded(text, page));
    expect(sheet.encoding.toLowerCase()).toBe(page);
    expect(sheet.rows[0]?.cells[1]).toBe(text.split('\r\n')[1]?.split(';')[1]);
    expect(sheet.warnings.join()).toMatch(/not in UTF-8/);
  });
});

describe('where the table begins', () => {
  it('title lines above and empty columns before the table are passed over and named', async () => {
    const sheet = await sheetOf(',,,\n,Cutover plan v7,,\n,Exported 3.2.2026,,\n\n,Task ID,Title,Duration\n,1,Stop jobs,30\n');
    expect(sheet.headerRow).toBe(5);
    expect(sheet.columns).toEqual(['Task ID', 'Title', 'Duration']);
    expect(sheet.rows).toEqual([{ number: 6, cells: ['1', 'Stop jobs', '30'] }]);
    expect(sheet.warnings.join()).toMatch(/Cutover plan v7/);
  });

  it('columns of the same name are told apart, by their group where there is one', async () => {
    const sheet = await sheetOf(',,Planned,,Actual,\nID,Title,Start,End,Start,End\n1,Copy,1,2,3,4\n');
    expect(sheet.columns).toEqual(['ID', 'Title', 'Planned Start', 'Planned End', 'Actual Start', 'Actual End']);
    const plain = await sheetOf('ID,Title,Note,Note\n1,Copy,a,b\n');
    expect(plain.columns).toEqual(['ID', 'Title', 'Note', 'Note (2)']);
  });

  it('without a name it knows it takes the first row as wide as the table, and says so', async () => {
    const sheet = await sheetOf('My list\nfoo,bar,baz\n1,2,3\n4,5,6\n');
    expect(sheet.columns).toEqual(['foo', 'bar', 'baz']);
    expect(sheet.warnings.join()).toMatch(/No row names columns as expected/);
  });
});

describe('what is no table', () => {
  const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]);
  const locked = new Uint8Array(Buffer.concat([Buffer.from(ole), Buffer.from('EncryptedPackage', 'utf16le')]));
  const binary = new Uint8Array(4096).map((_, at) => (at * 31) % 256);

  it.each([
    ['an empty file', '', 'empty-file'],
    ['only spaces and lines', ' \r\n\t\r\n', 'empty-file'],
    ['only separators', ',,,\n,,,\n', 'empty-file'],
    ['a header without rows', 'ID,Title,Owner\n', 'no-rows'],
    ['one byte', 'x', 'no-rows'],
    ['a zero byte', new Uint8Array([0]), 'binary'],
    ['binary', binary, 'binary'],
    ['RTF named .csv', '{\\rtf1\\ansi ID\\tab Title\\par}', 'rtf'],
    ['an old .xls named .csv', ole, 'old-excel'],
    ['a workbook with a password', locked, 'password'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'pdf'],
    ['a web page named .xls', '\uFEFF\r\n<html><body><table><tr><td>ID</td></tr></table>', 'html'],
    ['a web page after an XML line', '<?xml version="1.0"?>\n<!DOCTYPE html><html>', 'html'],
    ['an XML file', '<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"/>', 'xml'],
    ['a packed file', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0]), 'packed'],
  ])('%s is refused with what to do', async (_, bytes, code) => {
    const refusal = await refusalOf(bytes);
    expect(refusal.code).toBe(code);
    expect(refusal.reason).toMatch(/^plan\.csv .*Nothing was imported\. \S/);
  });

  it('60 MB of text are refused by size before anything is read', async () => {
    const refusal = await refusalOf(new Uint8Array(60 * 1024 * 1024).fill(0x61));
    expect(refusal.reason).toMatch(/60 MB/);
  });

  it('1,000,000 rows are refused with their number', async () => {
    const bytes = bytesOf(`ID,Title,Owner\n${'1,Copy,Ann\n'.repeat(1_000_000)}`);
    const refusal = await refusalOf(bytes, ticketLimits);
    expect(refusal.code).toBe('too-many-rows');
    expect(refusal.reason).toContain('1,000,00');
  });

  it('a row beyond the columns allowed is refused with its number, and trailing separators are not', async () => {
    const wide = `ID,Title\n1,Copy${','.repeat(20_000)}x\n`;
    expect((await refusalOf(wide)).reason).toMatch(/^Row 2 of plan\.csv has more than 200 columns/);
    const trailing = await sheetOf(`ID,Title\n1,Copy${','.repeat(20_000)}\n`);
    expect(trailing.columns).toEqual(['ID', 'Title']);
  });
});

/** Node writes no Windows code pages, so the letters are looked up in what it reads. */
function encoded(text: string, page: string): Uint8Array {
  const decoder = new TextDecoder(page);
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]));
  return new Uint8Array([...text].map((letter) => byteOf.get(letter) ?? 0x3f));
}
