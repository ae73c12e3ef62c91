/** A text file as rows: finds its encoding and what separates its columns. */
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { readCsv } from './csv.ts';
import { decodeText } from './decode-text.ts';
import { notATable } from './file-kind.ts';
import { namesFound } from './header-row.ts';
import type { Expected, Limits } from './limits.ts';
import type { RawRow } from './raw-row.ts';

export interface TextTable {
  readonly rows: readonly RawRow[];
  readonly encoding: string;
  readonly warnings: readonly string[];
}

const separators = [',', ';', '\t', '|'] as const;
const SAMPLE_CHARACTERS = 65_536;
const SAMPLE_ROWS = 60;
/** Title lines and the header, which are not counted as rows of the table. */
const HEAD_ROWS = 60;

export function readText(bytes: Uint8Array, name: string, limits: Limits): Result<TextTable> {
  const decoded = decodeText(bytes);
  if (!decoded) return notATable(name, 'binary');
  const { encoding } = decoded;
  // Excel hides a first line that names the separator, so it is not counted as a row here either.
  const [line = '', said] = /^\uFEFF?sep=([,;|\t])\r?\n/i.exec(decoded.text) ?? [];
  const text = line === '' ? decoded.text : decoded.text.slice(line.length);
  if (text.trim() === '') return notATable(name, 'empty');
  const separator = said ?? separatorOf(text, limits.expected);
  const { rows, hasMore, strayQuoteRow } = readCsv(text, separator, limits.rows + HEAD_ROWS, limits.columns);
  if (hasMore) {
    const count = linesIn(text).toLocaleString('en-GB');
    return refuse(
      'too-many-rows',
      `${name} has about ${count} rows; at most ${limits.rows.toLocaleString('en-GB')} can be imported. Nothing was imported. Export only the rows you need.`,
    );
  }
  const warnings = [
    ...(encoding.startsWith('Windows')
      ? [`The text is not in UTF-8; it is read as ${encoding}. Look whether names with accents are right.`]
      : []),
    ...(strayQuoteRow === null ? [] : [`In row ${strayQuoteRow} a quote opens that is never closed. It is read as part of the text.`]),
  ];
  return ok({ rows, encoding, warnings });
}

/** The sign that gives most columns the names expected in them; else the one by which most rows have the same number of cells. */
function separatorOf(text: string, expected: Expected): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const judged = separators.map((separator) => {
    const { rows } = readCsv(sample, separator, SAMPLE_ROWS, Number.POSITIVE_INFINITY);
    const named = Math.max(0, ...rows.map(({ cells }) => namesFound(cells, expected)));
    const widths = rows.map(({ cells }) => cells.length);
    const usual = mostCommon(widths.filter((width) => width > 1));
    return { separator, named, regular: usual === null ? 0 : widths.filter((width) => width === usual).length };
  });
  const [best] = judged.toSorted((a, b) => b.named - a.named || b.regular - a.regular);
  return best?.separator ?? ',';
}

function mostCommon(numbers: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}

function linesIn(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
