/** Verifies a record file without opening it for work: for files that are damaged, or held by another process. */
import Database from 'better-sqlite3';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { type Verification, verifyRecord } from './verify.ts';

/** Reads the file from end to end and writes nothing. Refuses a file that is not there or that SQLite cannot read. */
export function verifyFile(file: string): Result<Verification> {
  let db: Database.Database;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
  } catch (error) {
    return refuse('record-unreadable', `${file} cannot be opened: ${(error as Error).message}. It was not changed.`);
  }
  try {
    return ok(db.transaction(() => verifyRecord(db))());
  } catch (error) {
    return refuse('record-unreadable', `${file} cannot be read to its end: ${(error as Error).message}. It was not changed.`);
  } finally {
    db.close();
  }
}
