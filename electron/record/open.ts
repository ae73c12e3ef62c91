/** Opens a record: takes its lock, looks whether it is whole, migrates it, and hands it over. A damaged file is never written to. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { newestGoodBackup } from './backup.ts';
import { faultOf, faultOfFile } from './inspect.ts';
import { type Lock, takeLock } from './lock.ts';
import { migrate } from './migrate.ts';
import { type Record, recordOver } from './record.ts';

export interface OpenRecord extends Record {
  readonly announce: Lock['announce'];
}

/** Opens or creates the record at `file`. Refusals: `record-held`, `record-damaged`, `not-a-record`, `record-too-new`. */
export function openRecord(file: string, now: number): Result<OpenRecord> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = takeLock(file, now);
  if (!lock.ok) return lock;
  const opened = openLocked(file);
  if (!opened.ok) {
    lock.value.release();
    return opened;
  }
  const record = opened.value;
  return ok({
    ...record,
    announce: lock.value.announce,
    close: () => {
      record.close();
      lock.value.release();
    },
  });
}

function openLocked(file: string): Result<Record> {
  // Read-only first: even opening for writing would replay the journal file of a damaged record into it.
  const fault = existsSync(file) ? faultOfFile(file) : null;
  if (fault) return damaged(file, fault);
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL'); // better-sqlite3 builds default WAL to NORMAL, which can lose the last acts on power loss
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  const faultNow = faultOf(db);
  if (faultNow) {
    db.close();
    return damaged(file, faultNow);
  }
  const migrated = migrate(db);
  if (!migrated.ok) {
    db.close();
    return migrated;
  }
  return ok(recordOver(db, file));
}

function damaged(file: string, fault: string): Result<never> {
  const backup = newestGoodBackup(file);
  const way = backup
    ? `The newest good backup is of ${new Date(backup.at).toISOString().slice(0, 16).replace('T', ' ')} UTC: ${backup.file}. "gantry restore" puts it in place and keeps this file.`
    : 'No good backup was found beside it.';
  return refuse('record-damaged', `${file} is damaged: ${fault}. It was not changed and is kept. ${way}`, backup ? [backup.file] : []);
}
