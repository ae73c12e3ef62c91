/** The measures of a PDF page in points, and how high text will be: enough to keep headings with what follows them. */
import type { Block, Cell, Column, Fact, TableRow } from './document.ts';

export const page = { width: 595.28, height: 841.89, side: 48, top: 66, bottom: 58 } as const;
export const contentWidth = page.width - 2 * page.side;
export const contentHeight = page.height - page.top - page.bottom;
/** Between the columns of a table. */
export const columnGap = 9;
/** What is added where words follow a figure, which stands close to their left edge. */
export const figureGap = 8;
/** Width of the labels before facts. */
export const factLabel = 92;
/** Left free in a row for a signature. */
export const roomToSign = 26;
export const sizes = { body: 9.5, table: 8.5, small: 7.5, h2: 15, h3: 10.5 } as const;

const LINE = 1.25;
/** A row up to this height stays whole; a higher one must break across pages, or it would be cut off. */
const HIGHEST_WHOLE_ROW = 420;
/** A table up to this height stays whole. */
const HIGHEST_WHOLE_TABLE = 250;
const TABLE_HEAD = 26;
/** Average width of a character against its size. */
const CHARACTER = 0.53;

type Table = Extract<Block, { kind: 'table' }>;

/** Room to the left of a column beyond the usual gap. */
export function extraGap(columns: readonly Column[], at: number): number {
  return columns[at - 1]?.isFigure && !columns[at]?.isFigure ? figureGap : 0;
}

/** The widths of a table's columns, which with their gaps fill the page. */
export function columnWidths(columns: readonly Column[]): number[] {
  const extra = columns.reduce((sum, _, at) => sum + extraGap(columns, at), 0);
  const free = contentWidth - columnGap * (columns.length - 1) - extra;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }) => Math.floor((free * width * 10) / whole) / 10);
}

/** What of a table must not be torn apart by the end of a page: all of it, each of its rows, or nothing. */
export function wholeness({ columns, rows }: Table): 'table' | 'rows' | 'nothing' {
  const widths = columnWidths(columns);
  const heights = rows.map((row) => rowHeight(row, widths));
  if (heights.some((height) => height > HIGHEST_WHOLE_ROW)) return 'nothing';
  return heights.reduce((sum, height) => sum + height, TABLE_HEAD) <= HIGHEST_WHOLE_TABLE ? 'table' : 'rows';
}

/** True when the facts are few enough to stand on one page together. */
export function factsStayWhole(facts: readonly Fact[]): boolean {
  return factsHeight(facts) <= HIGHEST_WHOLE_TABLE;
}

function factsHeight(facts: readonly Fact[]): number {
  const width = contentWidth - factLabel - columnGap;
  return facts.reduce((sum, { value }) => sum + textHeight(value, width, sizes.body) + 6, 0);
}

/** The room needed below a heading for the page not to end with it. */
export function roomAfterHeading(blocks: readonly Block[]): number {
  let room = 0;
  for (const block of blocks) {
    room += leastHeight(block);
    if (block.kind !== 'heading' && block.kind !== 'status' && !(block.kind === 'paragraph' && block.tone === 'quiet')) break;
  }
  return Math.min(room, contentHeight * 0.6);
}

/** What must stand together at the start of a block. */
function leastHeight(block: Block): number {
  if (block.kind === 'heading') return block.level === 2 ? 44 : 30;
  if (block.kind === 'status') return 20;
  if (block.kind === 'paragraph') return Math.min(40, textHeight(block.text, contentWidth, sizes.body)) + 8;
  if (block.kind === 'facts') return factsStayWhole(block.facts) ? factsHeight(block.facts) : 24;
  if (block.kind === 'chart') return (block.chart.height * contentWidth) / block.chart.width + 30;
  const widths = columnWidths(block.columns);
  const isWhole = wholeness(block) === 'table';
  const first = isWhole ? block.rows : block.rows.slice(0, block.rows[0] && 'group' in block.rows[0] ? 2 : 1);
  return TABLE_HEAD + first.reduce((sum, row) => sum + Math.min(HIGHEST_WHOLE_ROW, rowHeight(row, widths)), 0);
}

function rowHeight(row: TableRow, widths: readonly number[]): number {
  if ('group' in row) return 26;
  const heights = row.cells.map((cell, at) => textHeight(wordsOf(cell), widths[at] ?? contentWidth, sizes.table));
  return Math.max(...heights) + 8 + (row.hasRoomToSign ? roomToSign : 0);
}

function wordsOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

function textHeight(text: string, width: number, size: number): number {
  const perLine = Math.max(1, Math.floor(width / (size * CHARACTER)));
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  return lines * size * LINE;
}
