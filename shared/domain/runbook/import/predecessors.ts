/** Predecessors as plans write them: `12`, `#12`, `12;14FS+30m`, `12FS+1d, 13SS-2h`. */
import { type Cell, cellText } from '../../../base/sheet/sheet.ts';
import type { Link } from '../schema.ts';
import { readDuration } from './durations.ts';

export interface Predecessor {
  /** Its id as the plan writes it where it is defined; as written here when it is defined nowhere. */
  readonly sourceId: string;
  readonly kind: Link['kind'];
  /** Negative is a lead. */
  readonly lagMs: number;
}

export interface ReadPredecessors {
  readonly found: readonly Predecessor[];
  /** Parts that name no task of the plan, as written. */
  readonly missing: readonly string[];
  /** Parts whose lag cannot be read, as written; their links are in `found` without lag. */
  readonly unreadLags: readonly string[];
}

const MINUTE_MS = 60_000;
const LONGEST_CELL = 4_000;
const LONGEST_PART = 120;
/** The German names of the four kinds, as Microsoft Project writes them. */
const kinds: Readonly<Record<string, Link['kind']>> = { fs: 'FS', ss: 'SS', ff: 'FF', sf: 'SF', ea: 'FS', aa: 'SS', ee: 'FF', ae: 'SF' };

/** The ids of a plan, found however their case, a leading `#` and a trailing `.0` are written. */
export interface KnownIds {
  /** The id as defined; undefined when no task has it. */
  readonly find: (id: string) => string | undefined;
}

export function knownIds(ids: Iterable<string>): KnownIds {
  const byPlain = new Map<string, string>();
  for (const id of ids) if (!byPlain.has(plainId(id))) byPlain.set(plainId(id), id);
  return { find: (id) => byPlain.get(plainId(id)) };
}

/** An id so that spellings of the same one compare equal. */
export function plainId(id: string): string {
  const plain = id.trim().replace(/^#\s*/, '').toLowerCase();
  return /^\d+(\.0+)?$/.test(plain) ? String(Number(plain)) : plain;
}

export function readPredecessors(cell: Cell | undefined, known: KnownIds): ReadPredecessors {
  const found: Predecessor[] = [];
  const missing: string[] = [];
  const unreadLags: string[] = [];
  for (const part of parts(cellText(cell), known)) {
    const read = readOne(part, known);
    if (!read) missing.push(part);
    else {
      if (read.lagMs === null) unreadLags.push(part);
      const isTwice = found.some(({ sourceId, kind }) => sourceId === read.sourceId && kind === read.kind);
      if (!isTwice) found.push({ ...read, lagMs: read.lagMs ?? 0 });
    }
  }
  return { found, missing, unreadLags };
}

/** A comma inside a lag (`+0,5d`) is no separator. Spaces and slashes separate only where every word is an id of the plan. */
function parts(text: string, known: KnownIds): readonly string[] {
  if (text.length > LONGEST_CELL) return [`${text.slice(0, LONGEST_PART)}…`];
  return text
    .split(/[;\n]|(?<![+-]\s?\d+),|,(?!\d+\s*\p{L})|\s&\s|\s(?:and|und)\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => (readOne(part, known) ? [part] : wordsOf(part, known)));
}

function wordsOf(part: string, known: KnownIds): readonly string[] {
  if (/^(-+|–|n\/?a|none|keine?|zadn[ey]|0)$/i.test(part)) return [];
  const words = part.split(/\s+|\//).filter((word) => word !== '');
  return words.every((word) => readOne(word, known)) ? words : [part];
}

interface ReadOne {
  readonly sourceId: string;
  readonly kind: Link['kind'];
  /** Null when it cannot be read. */
  readonly lagMs: number | null;
}

function readOne(part: string, known: KnownIds): ReadOne | null {
  if (part.length > LONGEST_PART) return null;
  const whole = known.find(part);
  if (whole !== undefined) return { sourceId: whole, kind: 'FS', lagMs: 0 };
  const [, withKind, kind, kindSign, kindLag] = /^(.+?)\s*(FS|SS|FF|SF|EA|AA|EE|AE)\s*(?:([+-])\s*(.+))?$/i.exec(part) ?? [];
  const kindId = withKind === undefined ? undefined : known.find(withKind);
  if (kindId !== undefined) return { sourceId: kindId, kind: kinds[kind?.toLowerCase() ?? ''] ?? 'FS', lagMs: lagOf(kindSign, kindLag) };
  // Without a kind a lag must name its unit, else the range 12-14 would read as 12 with a lead of 14 minutes.
  const [, bare, sign, lag] = /^(.+)([+-])\s*(\d[^+-]*\p{L}\.?)$/u.exec(part) ?? [];
  const bareId = bare === undefined ? undefined : known.find(bare);
  return bareId === undefined ? null : { sourceId: bareId, kind: 'FS', lagMs: lagOf(sign, lag) };
}

function lagOf(sign: string | undefined, text: string | undefined): number | null {
  if (text === undefined) return 0;
  const lag = readDuration(text.trim(), MINUTE_MS);
  return lag === null ? null : sign === '-' ? -lag : lag;
}
