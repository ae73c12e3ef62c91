/** Tables as a workbook (.xlsx). Text stays text: nothing that people typed is run as a formula. */
import { type CellStyle, type Cell as StyledCell, writeXlsx } from 'hucre/xlsx';
import { noFormula } from '../../shared/base/sheet/refused-rows.ts';
import { withoutControls } from '../../shared/base/without-controls.ts';

export interface SheetToWrite {
  /** Cut, cleaned and made unique as spreadsheet programs want it. */
  readonly name: string;
  /** Empty for a sheet without a head. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Width of each column in characters. */
  readonly widths: readonly number[];
}

/** What a cell holds at most; longer text is cut. */
const LONGEST_TEXT = 32_000;
const LONGEST_NAME = 31;
const head: CellStyle = { font: { bold: true }, alignment: { vertical: 'top', wrapText: true } };
const body: CellStyle = { alignment: { vertical: 'top', wrapText: true } };

/** Bytes of the file. */
export async function writeWorkbook(sheets: readonly SheetToWrite[], title: string): Promise<Uint8Array> {
  const nameOf = namer();
  return writeXlsx({
    properties: { title: textOf(title), creator: 'Gantry' },
    sheets: sheets.map(({ name, heads, rows, widths }) => ({
      name: nameOf(name),
      rows: [...(heads.length > 0 ? [heads] : []), ...rows].map((cells) => cells.map(written)),
      columns: widths.map((width) => ({ width, style: body })),
      cells: new Map(heads.map((_, column) => [`0,${column}`, { style: head } satisfies Partial<StyledCell>])),
      ...(heads.length > 0 ? { freezePane: { rows: 1 } } : {}),
      pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    })),
  });
}

function written(cell: string | number): string | number {
  return typeof cell === 'number' ? cell : asWritten(noFormula(textOf(cell)));
}

/** In a workbook `_x0041_` stands for a letter; text that only looks so is written so that it stays what it is. */
function asWritten(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

function textOf(text: string): string {
  const clean = withoutControls(text);
  return clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT - 1)}…` : clean;
}

/** Names sheets so that no two are the same, whatever their case. */
function namer(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const clean = textOf(wanted)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^['\s]+|['\s]+$/g, '');
    const base = clean || 'Sheet';
    for (let attempt = 1; ; attempt += 1) {
      const tail = attempt === 1 ? '' : ` ${attempt}`;
      const name = `${base.slice(0, LONGEST_NAME - tail.length).trim()}${tail}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}
