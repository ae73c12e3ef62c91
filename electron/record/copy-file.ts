/** Copies a record that may be in use, from its file alone. */
import Database from 'better-sqlite3';

/** Writes a whole, consistent copy of `file` to `target`, which must not exist. Rejects when either cannot be used. */
export async function copyRecord(file: string, target: string): Promise<void> {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    await db.backup(target);
  } finally {
    db.close();
  }
}
