/** Proves a record: the chain of the whole journal holds, and the rows are exactly what the journal says. */
import type { Database, Statement } from 'better-sqlite3';
import type { Change } from '../../shared/base/change.ts';
import { sameValue } from '../../shared/base/change.ts';
import { FIRST_PREV } from '../../shared/base/entry.ts';
import { type AnyRow, rowAfter, tableNames } from '../../shared/domain/tables.ts';
import { chainFault, type StoredEntry } from './journal.ts';
import { openRowStore } from './row-store.ts';

export interface Verification {
  readonly entries: number;
  readonly rows: number;
  readonly lastHash: string;
  /** What does not hold, worst first, at most 50; empty when the record is proven. */
  readonly faults: readonly string[];
}

const MOST_FAULTS = 50;

/** Reads everything; takes about 6 s for a million entries. Writes nothing. */
export function verifyRecord(db: Database): Verification {
  const faults: string[] = [];
  const derived = new Map<string, Map<string, AnyRow>>(tableNames.map((name) => [name, new Map()]));
  let before = { seq: 0, hash: FIRST_PREV };
  let entries = 0;
  for (const stored of (db.prepare('SELECT * FROM entry ORDER BY seq') as Statement<unknown[], StoredEntry>).iterate()) {
    const fault = chainFault(stored, before);
    if (fault && faults.length < MOST_FAULTS) faults.push(fault);
    before = { seq: stored.seq, hash: stored.hash };
    entries += 1;
    try {
      fold(derived, JSON.parse(stored.changes) as readonly Change[]);
    } catch {
      if (faults.length < MOST_FAULTS) faults.push(`entry ${stored.seq} cannot be read: its changes are not what was written`);
    }
  }
  const rows = compare(db, derived, faults);
  return { entries, rows, lastHash: before.hash, faults };
}

function fold(derived: Map<string, Map<string, AnyRow>>, changes: readonly Change[]): void {
  for (const change of changes) {
    const table = derived.get(change.table);
    if (!table) throw new Error(`unknown table ${change.table}`);
    if (change.set === null) table.delete(change.id);
    else table.set(change.id, rowAfter(change, table.get(change.id)));
  }
}

function compare(db: Database, derived: Map<string, Map<string, AnyRow>>, faults: string[]): number {
  const store = openRowStore(db);
  let count = 0;
  const add = (fault: string) => {
    if (faults.length < MOST_FAULTS) faults.push(fault);
  };
  for (const name of tableNames) {
    const expected = derived.get(name) as Map<string, AnyRow>;
    for (const row of store.all(name)) {
      count += 1;
      const should = expected.get(row.id);
      if (!should) add(`${name} ${row.id} is in the record but not in the journal`);
      else {
        const field = Object.keys(row).find((key) => !sameValue(row[key], should[key]));
        if (field) add(`${name} ${row.id}: ${field} differs from what the journal says`);
      }
      expected.delete(row.id);
    }
    for (const id of expected.keys()) add(`${name} ${id} is in the journal but not in the record`);
  }
  return count;
}
