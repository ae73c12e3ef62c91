/** A block of cells on the clipboard, as spreadsheets write it: tabs between cells, quotes around what holds one. */
import { escaped, unescaped } from '../exchange/texts.ts';

/** Rows of one paste; a larger plan comes in as a file. */
export const MOST_PASTED = 5_000;
const MOST_CELLS = 64;

export function blockText(block: readonly (readonly string[])[]): string {
  return block.map((row) => row.map((cell) => quoted(escaped(cell))).join('\t')).join('\n');
}

/** The cells of a block. `rows` counts all rows of the text, also those beyond the most that are taken. */
export function readBlock(text: string): { readonly cells: readonly (readonly string[])[]; readonly rows: number } {
  const cells: string[][] = [];
  let row: string[] = [];
  let rows = 0;
  let at = 0;
  const endRow = () => {
    rows += 1;
    if (cells.length < MOST_PASTED) cells.push(row);
    row = [];
  };
  while (at < text.length) {
    const [cell, next] = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    if (row.length < MOST_CELLS) row.push(unescaped(cell));
    const mark = text[next];
    at = next + 1;
    if (mark === '\t' && at >= text.length) row.push('');
    if (mark !== '\t') {
      if (mark === '\r' && text[at] === '\n') at += 1;
      endRow();
    }
  }
  if (row.length > 0) endRow();
  return { cells, rows };
}

function plainCell(text: string, from: number): readonly [string, number] {
  let end = from;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return [text.slice(from, end), end];
}

/** A quote that is never closed is an ordinary letter. */
function quotedCell(text: string, from: number): readonly [string, number] {
  let cell = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      const [rest, end] = plainCell(text, at + 1);
      return [cell + rest, end];
    }
  }
  return plainCell(text, from);
}

function quoted(cell: string): string {
  return /["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
