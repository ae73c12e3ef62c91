/** Finds the row that names the columns, and makes the table below it: named columns, no empty ones, rows numbered as in the file. */
import { plainName, recognise, type Vocabulary } from '../../shared/base/sheet/columns.ts';
import { type Cell, cellText, type SheetRow } from '../../shared/base/sheet/sheet.ts';
import { exchangeNames } from '../../shared/domain/runbook/exchange/columns.ts';
import { planNames } from '../../shared/domain/runbook/import/fields.ts';
import { ticketNames } from '../../shared/domain/ticket/import/fields.ts';
import type { Expected } from './limits.ts';
import type { RawRow } from './raw-row.ts';

export interface Table {
  readonly headerRow: number;
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
  /** How many columns have names that are expected. */
  readonly named: number;
  readonly warnings: readonly string[];
}

/** A header is looked for among the first rows that hold anything. */
const SEARCHED_ROWS = 50;
const LONGEST_NAME = 200;
/** Rows whose longest cell is longer than this name no columns. */
const LONGEST_HEADER_CELL = 120;

const vocabularies: Readonly<Record<Expected, Vocabulary<string>>> = { plan: planNames, tickets: ticketNames, exchange: exchangeNames };

/** How many fields the cells name, taken as column names. */
export function namesFound(cells: readonly Cell[], expected: Expected): number {
  const texts = cells.map(cellText);
  if (texts.some((text) => text.length > LONGEST_HEADER_CELL)) return 0;
  return Object.keys(recognise(texts, vocabularies[expected])).length;
}

/** The table in `rows`; null when they hold no cell at all. */
export function tableIn(rows: readonly RawRow[], expected: Expected): Table | null {
  const searched = rows.slice(0, SEARCHED_ROWS);
  const scores = searched.map(({ cells }) => namesFound(cells, expected));
  const named = Math.max(0, ...scores);
  const at = named >= 2 ? scores.indexOf(named) : firstWideRow(searched);
  const header = rows[at];
  if (!header) return null;
  const below = rows.slice(at + 1);
  const filled = filledColumns([header, ...below]);
  const columns = columnNames(filled, header, rows[at - 1]);
  const above = rows.slice(0, at).filter(({ cells }) => cells.some((cell) => cellText(cell) !== ''));
  return {
    headerRow: header.number,
    columns,
    rows: below.map(({ number, cells }) => ({ number, cells: filled.map((column) => cells[column] ?? '') })),
    named,
    warnings: [
      ...(above.length > 0 ? [`The columns are named in row ${header.number}. What stands above is not imported: ${quoted(above)}.`] : []),
      ...(named < 2 ? [`No row names columns as expected; row ${header.number} is taken for it. Say which column is which.`] : []),
    ],
  };
}

/** Title lines fill a cell or two; the header is the first row about as wide as the table. */
function firstWideRow(rows: readonly RawRow[]): number {
  const widths = rows.map(({ cells }) => cells.filter((cell) => cellText(cell) !== '').length);
  const widest = Math.max(0, ...widths);
  return widths.findIndex((width) => width > 0 && width >= widest * 0.6);
}

function filledColumns(rows: readonly RawRow[]): readonly number[] {
  const filled = new Set<number>();
  for (const { cells } of rows) for (const [at, cell] of cells.entries()) if (cell !== '') filled.add(at);
  return [...filled].toSorted((a, b) => a - b);
}

/** Names are made different: by the group above them ("Planned" over "Start"), else by a number. A column without a name gets its letter. */
function columnNames(filled: readonly number[], header: RawRow, above: RawRow | undefined): readonly string[] {
  const own = filled.map((column) => oneLine(cellText(header.cells[column])));
  const used = new Set<string>();
  return own.map((name, at) => {
    const column = filled[at] ?? 0;
    const isTwice = name !== '' && own.filter((other) => plainName(other) === plainName(name)).length > 1;
    const group = isTwice ? groupOver(column, above) : '';
    const full = name === '' ? `Column ${letters(column)}` : group === '' ? name : `${group} ${name}`;
    // A key called __proto__ would vanish from the task it is kept on.
    const wanted = full === '__proto__' ? `Column ${letters(column)}` : full.slice(0, LONGEST_NAME);
    let unique = wanted;
    for (let number = 2; used.has(unique.toLowerCase()); number += 1) unique = `${wanted.slice(0, LONGEST_NAME - 8)} (${number})`;
    used.add(unique.toLowerCase());
    return unique;
  });
}

/** The nearest words at or left of the column in the row above the header; empty when that row is no row of groups. */
function groupOver(column: number, above: RawRow | undefined): string {
  if (!above || above.cells.filter((cell) => cellText(cell) !== '').length < 2) return '';
  return oneLine(cellText(above.cells.slice(0, column + 1).findLast((cell) => cellText(cell) !== '')));
}

function quoted(above: readonly RawRow[]): string {
  const words = above.map(({ cells }) => oneLine(cells.map(cellText).join(' '))).join(' · ');
  return `"${words.length > LONGEST_HEADER_CELL ? `${words.slice(0, LONGEST_HEADER_CELL)}…` : words}"`;
}

/** A, B, … Z, AA as spreadsheets name columns. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
