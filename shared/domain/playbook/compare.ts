/** What differs between two playbooks, element by element, in words a person can read. */
import type { Playbook } from './schema.ts';

export interface PlaybookDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Where, from the outside in, such as `Phases › Staging › Steps › Smoke test › minutes`. */
  readonly place: string;
  /** In words, cut to a line; empty where there is nothing. */
  readonly was: string;
  readonly now: string;
}

/** Fields that say what a playbook is, not how it is worked. */
const identity: ReadonlySet<string> = new Set(['key', 'version']);

/** In the order of `after`, removed elements last of their list. Elements are matched by key, else by title, so that moving one is told as that. */
export function playbookDifferences(before: Playbook, after: Playbook): readonly PlaybookDifference[] {
  const found: PlaybookDifference[] = [];
  for (const field of Object.keys(after) as (keyof Playbook)[]) {
    if (!identity.has(field)) compare(before[field], after[field], [words(field)], found);
  }
  return found;
}

type Fields = Readonly<Record<string, unknown>>;

function compare(was: unknown, now: unknown, place: readonly string[], found: PlaybookDifference[]): void {
  if (Array.isArray(was) && Array.isArray(now) && [...was, ...now].some(isFields)) compareLists(was, now, place, found);
  else if (isFields(was) && isFields(now)) {
    for (const name of new Set([...Object.keys(was), ...Object.keys(now)])) {
      if (name !== 'key') compare(was[name], now[name], [...place, words(name)], found);
    }
  } else if (JSON.stringify(was) !== JSON.stringify(now)) {
    const kind = isNothing(was) ? 'added' : isNothing(now) ? 'removed' : 'changed';
    found.push({ kind, place: place.join(' › '), was: told(was), now: told(now) });
  }
}

function compareLists(was: readonly unknown[], now: readonly unknown[], place: readonly string[], found: PlaybookDifference[]): void {
  const before = byName(was);
  const after = byName(now);
  for (const [name, element] of after) {
    const same = before.get(name);
    if (same === undefined) found.push({ kind: 'added', place: [...place, titleOf(element)].join(' › '), was: '', now: told(element) });
    else compare(same, element, [...place, titleOf(element)], found);
  }
  for (const [name, element] of before) {
    if (!after.has(name)) found.push({ kind: 'removed', place: [...place, titleOf(element)].join(' › '), was: told(element), now: '' });
  }
  const kept = (of: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) => [...of.keys()].filter((name) => other.has(name));
  const order = kept(after, before);
  if (kept(before, after).join('\n') !== order.join('\n')) {
    const titles = (of: ReadonlyMap<string, unknown>) => order.map((name) => titleOf(of.get(name))).join(', ');
    found.push({ kind: 'changed', place: [...place, 'order'].join(' › '), was: '', now: cut(titles(after)) });
  }
}

/** The elements under a name that is theirs: key, title, or what they point at; the second of a name gets a number. */
function byName(list: readonly unknown[]): ReadonlyMap<string, unknown> {
  const named = new Map<string, unknown>();
  for (const element of list) {
    const name = nameOf(element);
    let free = name;
    for (let at = 2; named.has(free); at += 1) free = `${name} ${at}`;
    named.set(free, element);
  }
  return named;
}

function nameOf(element: unknown): string {
  if (!isFields(element)) return JSON.stringify(element);
  for (const field of ['key', 'option', 'step', 'role', 'phase', 'criterion', 'gate', 'title', 'level']) {
    const held = element[field];
    if (typeof held === 'string' || typeof held === 'number') return `${held}`;
    if (isFields(held) && typeof held.key === 'string') return held.key;
  }
  return JSON.stringify(element);
}

function titleOf(element: unknown): string {
  return isFields(element) && typeof element.title === 'string' ? element.title : nameOf(element);
}

function told(value: unknown): string {
  if (isNothing(value)) return '';
  if (Array.isArray(value)) return cut(value.map(told).filter(Boolean).join(', '));
  if (isFields(value)) return cut(typeof value.title === 'string' ? [value.title, value.detail].filter(Boolean).join(': ') : nameOf(value));
  return cut(typeof value === 'boolean' ? (value ? 'yes' : 'no') : `${value}`);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const LINE = 200;

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LINE ? line : `${line.slice(0, LINE - 1)}…`;
}

/** `startMinutes` → `start minutes`; the first word of a place is capital. */
function words(field: string): string {
  return field.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}
