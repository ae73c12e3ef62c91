/** A change: the fields set on one row. Everything that alters the record is a list of these. */
import type { RowOf, Table } from './table.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** `was: null` inserts the row, `set: null` removes it, otherwise the named fields are set. */
export interface Change {
  readonly table: string;
  readonly id: string;
  readonly set: Fields | null;
  readonly was: Fields | null;
}

type WithId = { readonly id: string };

export function insert<T extends Table>(into: T, row: RowOf<T> & WithId): Change {
  return { table: into.name, id: row.id, set: row as Fields, was: null };
}

export function remove<T extends Table>(from: T, row: RowOf<T> & WithId): Change {
  return { table: from.name, id: row.id, set: null, was: row as Fields };
}

/** The change that sets `fields` on `row`; fields that already have the value are left out. Empty list when nothing differs. */
export function update<T extends Table>(of: T, row: RowOf<T> & WithId, fields: Partial<RowOf<T>>): readonly Change[] {
  const before = row as Fields;
  const differing = Object.entries(fields).filter(([name, value]) => value !== undefined && !sameValue(before[name], value));
  if (differing.length === 0) return [];
  const set = Object.fromEntries(differing);
  const was = Object.fromEntries(differing.map(([name]) => [name, before[name]]));
  return [{ table: of.name, id: row.id, set, was }];
}

/** The changes that take `changes` back, in the order that undoes them. */
export function inverse(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => ({ ...change, set: change.was, was: change.set })).reverse();
}

/** Equality of field values: primitives by value, lists and objects by content. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  return JSON.stringify(a) === JSON.stringify(b);
}
