/** Text with separated columns as rows of text. Forgives ragged rows and quotes that are never closed. */
import type { RawRow } from './raw-row.ts';

export interface CsvRead {
  readonly rows: readonly RawRow[];
  /** There were more rows than asked for; reading stopped there. */
  readonly hasMore: boolean;
  /** First row in which a quote opens that closes nowhere it could, and so was taken as a letter; null when there is none. */
  readonly strayQuoteRow: number | null;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** After so many, quotes are letters throughout, which bounds how often the text is searched for closing ones. */
const MOST_STRAY_QUOTES = 100;

/** Reads at most `most` rows that hold anything. Cells beyond `columns` are kept only where they hold something. */
export function readCsv(text: string, separator: string, most: number, columns: number): CsvRead {
  const rows: RawRow[] = [];
  const end = text.length;
  let number = 0;
  let at = 0;
  let strayQuoteRow: number | null = null;
  let strayQuotes = 0;
  while (at < end) {
    number += 1;
    const cells: string[] = [];
    let isOpen = true;
    while (isOpen) {
      const quote = strayQuotes < MOST_STRAY_QUOTES ? quoteAt(text, at) : -1;
      const quoted = quote < 0 ? null : quotedCell(text, quote, separator);
      if (quote >= 0 && !quoted) {
        strayQuotes += 1;
        strayQuoteRow ??= number;
      }
      const cell = quoted ?? plainCell(text, at, separator);
      const value = cell.text.trim();
      if (cells.length < columns || value !== '') cells.push(value);
      at = cell.next;
      isOpen = text[at] === separator;
      if (isOpen) at += 1;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
    else at += 1;
    if (cells.every((cell) => cell === '')) continue;
    if (rows.length === most) return { rows, hasMore: true, strayQuoteRow };
    rows.push({ number, cells });
  }
  return { rows, hasMore: false, strayQuoteRow };
}

/** Where a cell that begins at `from` has its opening quote, spaces before it passed over; -1 when it has none. */
function quoteAt(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return text[at] === '"' ? at : -1;
}

interface ReadCell {
  readonly text: string;
  /** Where the sign after the cell stands. */
  readonly next: number;
}

function plainCell(text: string, from: number, separator: string): ReadCell {
  const parting = separator.charCodeAt(0);
  let at = from;
  for (; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === parting || sign === LINE_FEED || sign === CARRIAGE_RETURN) break;
  }
  return { text: text.slice(from, at), next: at };
}

/** The cell in quotes, with what follows the closing one; null when none closes it, or only one in the middle of another line. */
function quotedCell(text: string, from: number, separator: string): ReadCell | null {
  let value = '';
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    value += text.slice(at, close);
    if (text[close + 1] !== '"') {
      const rest = plainCell(text, close + 1, separator);
      return rest.text.trim() !== '' && value.includes('\n') ? null : { text: value + rest.text, next: rest.next };
    }
    value += '"';
    at = close + 2;
  }
}
