/** Looks whether a record file is whole, without ever writing to it. */
import Database from 'better-sqlite3';
import { FIRST_PREV } from '../../shared/base/entry.ts';
import { chainFault, type StoredEntry } from './journal.ts';

/** How many of the newest entries are checked each time a record is opened. */
const TAIL = 1_000;

/** What is wrong with an open record; null when the quick check and the tail of the chain hold. */
export function faultOf(db: Database.Database): string | null {
  try {
    const quick = db.pragma('quick_check(1)', { simple: true });
    if (quick !== 'ok') return `the file is damaged: ${String(quick)}`;
    if (db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'entry'").pluck().get() === 0) return null;
    return tailFault(db);
  } catch (error) {
    return `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The same for a file that nobody holds open; null also for a file that is not there or is empty. */
export function faultOfFile(file: string): string | null {
  let db: Database.Database;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
  } catch (error) {
    return `the file cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
  }
  try {
    return faultOf(db);
  } finally {
    db.close();
  }
}

function tailFault(db: Database.Database): string | null {
  const newest = db.prepare('SELECT * FROM entry ORDER BY seq DESC LIMIT ?').all(TAIL + 1) as StoredEntry[];
  const tail = newest.reverse();
  const isWhole = tail.length <= TAIL;
  let before = isWhole ? { seq: 0, hash: FIRST_PREV } : (tail.shift() as StoredEntry);
  for (const entry of tail) {
    const fault = chainFault(entry, before);
    if (fault) return fault;
    before = entry;
  }
  return null;
}
