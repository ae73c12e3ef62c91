/** Brings a record file to the version this Gantry reads. Migrations are numbered, run in order, each in one transaction, and are never edited after release. */
import type { Database } from 'better-sqlite3';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { firstMigration } from './migrations/0001-first.ts';
import { readinessMigration } from './migrations/0002-readiness.ts';
import { runbookMigration } from './migrations/0003-runbook.ts';

/** Marks the file as a record of Gantry: "GNTY" as a number. */
const APPLICATION_ID = 0x474e5459;
export const migrations: readonly string[] = [firstMigration, readinessMigration, runbookMigration];

/** Runs what is missing. Refuses a file of another program or of a later Gantry, and then changes nothing. */
export function migrate(db: Database): Result<{ readonly from: number; readonly to: number }> {
  const from = db.pragma('user_version', { simple: true }) as number;
  const applicationId = db.pragma('application_id', { simple: true }) as number;
  const isEmpty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (applicationId !== APPLICATION_ID && !isEmpty) {
    return refuse('not-a-record', 'This file belongs to another program. It was not changed. Name another file with --record.');
  }
  if (from > migrations.length) {
    return refuse(
      'record-too-new',
      `This record was written by a later Gantry (format ${from}). It was not changed. Open it with that version.`,
    );
  }
  migrations.slice(from).forEach((sql, index) => {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${from + index + 1}`);
    })();
  });
  return ok({ from, to: migrations.length });
}
