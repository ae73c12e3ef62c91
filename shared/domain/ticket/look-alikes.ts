/** What a new ticket looks like: tickets, incidents and tasks whose titles share words with it. */
import type { Rows } from '../tables.ts';

export interface LookAlike {
  readonly kind: 'ticket' | 'incident' | 'task';
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly status: string;
  /** Words of the new title it has too. */
  readonly shared: number;
  /** Words of the new title that were compared. */
  readonly of: number;
}

const MOST_WORDS = 16;
const MOST_COMPARED = 5_000;
const MOST_SHOWN = 3;

/** At most three, likeliest first; empty while the title has fewer than two telling words. Of each kind the newest 5,000 are compared. */
export function lookAlikes(rows: Pick<Rows, 'ticket' | 'incident' | 'task'>, title: string): readonly LookAlike[] {
  const words = [...tellingWords(title)].slice(0, MOST_WORDS);
  if (words.length < 2) return [];
  const found = [...alike('ticket', rows.ticket, words), ...alike('incident', rows.incident, words), ...alike('task', rows.task, words)];
  return found.sort((a, b) => b.shared - a.shared || rank[a.kind] - rank[b.kind] || (a.ref < b.ref ? 1 : -1)).slice(0, MOST_SHOWN);
}

const rank = { ticket: 0, incident: 1, task: 2 } as const;

interface Titled {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly status: string;
}

function alike(kind: LookAlike['kind'], among: ReadonlyMap<string, Titled>, words: readonly string[]): readonly LookAlike[] {
  const enough = Math.max(2, Math.ceil(words.length / 2));
  const found: LookAlike[] = [];
  let index = 0;
  for (const row of among.values()) {
    index += 1;
    if (index <= among.size - MOST_COMPARED) continue;
    const known = wordsOf(row);
    const shared = words.reduce((sum, word) => sum + (known.has(word) ? 1 : 0), 0);
    if (shared >= enough) found.push({ kind, id: row.id, ref: row.ref, title: row.title, status: row.status, shared, of: words.length });
  }
  return found;
}

const wordsByRow = new WeakMap<Titled, ReadonlySet<string>>();

function wordsOf(row: Titled): ReadonlySet<string> {
  let words = wordsByRow.get(row);
  if (!words) {
    words = tellingWords(row.title);
    wordsByRow.set(row, words);
  }
  return words;
}

const fillers = new Set(
  'a an and are at be but by can cannot does for from has have in into is it its no not of on or the this to was when with'.split(' '),
);

/** Lower-case words without accents and fillers, plural `s` cut; only the first 400 characters are read. */
function tellingWords(title: string): ReadonlySet<string> {
  const plain = title.slice(0, 400).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 1 && !fillers.has(word)).map(singular));
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
