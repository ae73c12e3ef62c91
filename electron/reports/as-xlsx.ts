/** A report document as a workbook: first a sheet with the first page and everything that is no table, then a sheet for each table. */
import { type SheetToWrite, writeWorkbook } from '../exchange/write-workbook.ts';
import type { Block, Cell, Column, Cover, ReportDocument, TableRow } from './document.ts';

type Row = readonly (string | number)[];
type Table = Extract<Block, { kind: 'table' }>;

const PAGE_CHARACTERS = 150;

export async function asXlsx(document: ReportDocument): Promise<Uint8Array> {
  const { cover } = document;
  return writeWorkbook(sheetsOf(document), `${cover.title}, ${cover.kind.toLowerCase()}`);
}

/** The sheets before they are written, the summary first. */
export function sheetsOf({ cover, blocks, footer }: ReportDocument): readonly SheetToWrite[] {
  const words: Row[] = coverRows(cover);
  const tables: SheetToWrite[] = [];
  let section = '';
  let part = '';
  for (const block of blocks) {
    if (block.kind === 'heading') {
      if (block.level === 2) section = block.text;
      part = block.level === 2 ? '' : block.text;
    } else if (block.kind === 'table') {
      const sheet = tableSheet(part || withoutNumber(section), block);
      tables.push(sheet);
      words.push([section, part, `Table of ${block.rows.filter((row) => 'cells' in row).length} rows, on a sheet of its own`]);
    } else {
      words.push(...wordRows(block).map(([label, value]): Row => [section, label || part, value]));
    }
  }
  words.push(['', '', footer]);
  return [{ name: 'Summary', heads: ['Part', 'What', 'Says'], rows: words, widths: [30, 28, 92] }, ...tables];
}

function coverRows({ kind, title, subtitle, outcome, outcomeNote, facts, figures, summary, notice }: Cover): Row[] {
  return [
    [kind, 'Title', title],
    [kind, 'About', subtitle],
    ...(notice ? [[kind, 'Note', notice]] : []),
    [kind, 'Outcome', [outcome.text, outcomeNote].filter(Boolean).join('. ')],
    ...facts.map(({ label, value }): Row => [kind, label, value]),
    ...summary.map((line): Row => ['In short', '', line]),
    ...figures.map(({ label, value, note }): Row => ['Figures', label, [value, note].filter(Boolean).join(', ')]),
  ];
}

function wordRows(block: Exclude<Block, { kind: 'heading' | 'table' }>): (readonly [string, string])[] {
  switch (block.kind) {
    case 'paragraph':
      return [['', block.text]];
    case 'status':
      return [[block.status.text, block.note]];
    case 'facts':
      return block.facts.map(({ label, value }) => [label, value] as const);
    case 'chart':
      return [[block.chart.title, block.chart.words]];
  }
}

/** Where rows stand in groups, the group is a column of its own, so that the sheet can be sorted and filtered. */
function tableSheet(name: string, { columns, rows }: Table): SheetToWrite {
  const hasGroups = rows.some((row) => 'group' in row);
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.min(90, Math.max(10, Math.round((PAGE_CHARACTERS * width) / whole))));
  return {
    name,
    heads: [...(hasGroups ? ['Group'] : []), ...columns.map(({ head }) => head)],
    rows: cellRows(rows, columns, hasGroups),
    widths: [...(hasGroups ? [22] : []), ...widths],
  };
}

function cellRows(rows: readonly TableRow[], columns: readonly Column[], hasGroups: boolean): Row[] {
  let group = '';
  return rows.flatMap((row): Row[] => {
    if ('group' in row) {
      group = row.group;
      return [];
    }
    return [[...(hasGroups ? [group] : []), ...row.cells.map((cell, at) => cellValue(cell, columns[at]))]];
  });
}

/** A number where the column holds figures and the cell is nothing but one. */
function cellValue(cell: Cell, column: Column | undefined): string | number {
  const text = typeof cell === 'string' ? cell : cell.text;
  return column?.isFigure && /^-?\d{1,3}(,?\d{3})*(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : text;
}

function withoutNumber(section: string): string {
  return section.replace(/^\d+\s+/, '');
}
