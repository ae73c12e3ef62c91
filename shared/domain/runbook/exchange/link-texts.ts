/** Predecessors in a cell: `T-003; T-004 SS +15m; T-005 FF -90.5s`. */
import { type Cell, cellText } from '../../../base/sheet/sheet.ts';
import { readDuration } from '../import/durations.ts';
import { type Link, linkKinds } from '../schema.ts';
import { type CellRead, took, unread } from './texts.ts';

/** A predecessor as a cell names it. */
export interface NamedLink {
  /** Id of the predecessor, or what stands for a new row; see `FileRow`. */
  readonly from: string;
  readonly kind: Link['kind'];
  readonly lagMs: number;
}

const MINUTE = 60_000;
/** A cell holds no more; what is longer is said to be too long and so cannot be changed in the file. */
const LONGEST_CELL = 30_000;
const LONGEST_PART = 120;

/** `refOf`: the reference of a predecessor. In the order of the references, so that the same links give the same text. */
export function linksText(links: readonly Pick<Link, 'fromId' | 'kind' | 'lagMs'>[], refOf: (id: string) => string): string {
  const parts = links.map(({ fromId, kind, lagMs }) => linkText({ ref: refOf(fromId), kind, lagMs }));
  const text = parts.toSorted(inNumberOrder).join('; ');
  return text.length > LONGEST_CELL ? `(${links.length} predecessors, too many for a cell; change them in Gantry)` : text;
}

export function linkText({ ref, kind, lagMs }: { readonly ref: string; readonly kind: Link['kind']; readonly lagMs: number }): string {
  if (lagMs === 0) return kind === 'FS' ? ref : `${ref} ${kind}`;
  const length = Math.abs(lagMs);
  return `${ref} ${kind} ${lagMs < 0 ? '-' : '+'}${length % MINUTE === 0 ? `${length / MINUTE}m` : `${length / 1_000}s`}`;
}

/** `find`: what a reference stands for; undefined when nothing has it. */
export function readLinks(cell: Cell, find: (ref: string) => string | undefined): CellRead<readonly NamedLink[]> {
  const text = cellText(cell).trim();
  if (text.length > LONGEST_CELL + LONGEST_PART) return unread('The list of predecessors is too long for a cell.');
  if (text.startsWith('(')) return unread('The predecessors of this task are too many for a cell. Change them in Gantry.');
  const found = new Map<string, NamedLink>();
  for (const part of text.split(/[;\n]|,(?!\d)/).map((each) => each.trim())) {
    if (part === '') continue;
    const link = readOne(part, find);
    if (typeof link === 'string') return unread(link);
    const before = found.get(`${link.from} ${link.kind}`);
    if (before && before.lagMs !== link.lagMs) return unread(`${part.slice(0, LONGEST_PART)} is named twice with different lags.`);
    found.set(`${link.from} ${link.kind}`, link);
  }
  return took([...found.values()]);
}

function readOne(part: string, find: (ref: string) => string | undefined): NamedLink | string {
  const shown = part.length > 60 ? `${part.slice(0, 60)}…` : part;
  if (part.length > LONGEST_PART) return `${shown} is no predecessor. Write it like T-003 or T-003 SS +15m.`;
  const whole = find(part);
  if (whole !== undefined) return { from: whole, kind: 'FS', lagMs: 0 };
  const withKind = /^(.+?)\s*\b(FS|SS|FF|SF)\s*(?:([+-])\s*(.+))?$/i.exec(part);
  // Without a kind a lag must name its unit: T-003 is a reference, not T with a lead of 3 minutes.
  const [, ref = part, kindText, sign, lag] = withKind ?? /^(.+)()([+-])\s*(\d[^+-]*\p{L}\.?)$/u.exec(part) ?? [];
  const from = find(ref);
  if (from === undefined) return `There is no task ${ref.slice(0, 60)} to come before this one.`;
  const kind = linkKinds.find((each) => each === kindText?.toUpperCase()) ?? 'FS';
  if (lag === undefined) return { from, kind, lagMs: 0 };
  const lagMs = readDuration(lag.trim(), MINUTE);
  if (lagMs === null) return `The lag in ${shown} cannot be read. Write it like +15m or -1h.`;
  return { from, kind, lagMs: sign === '-' && lagMs !== 0 ? -lagMs : lagMs };
}

const numbers = new Intl.Collator('en', { numeric: true });

function inNumberOrder(a: string, b: string): number {
  return numbers.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
