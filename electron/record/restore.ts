/** Puts a backup in the place of a damaged record and keeps the damaged file beside it. */
import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { newestGoodBackup } from './backup.ts';
import { faultOfFile } from './inspect.ts';
import { takeLock } from './lock.ts';

export interface Restored {
  /** The backup that is the record now. */
  readonly from: string;
  /** Where the damaged file is kept. */
  readonly kept: string;
}

/** Refuses when the record is whole, held by another process, or has no good backup; then nothing is moved. */
export function restoreNewestBackup(file: string, now: number): Result<Restored> {
  const lock = takeLock(file, now);
  if (!lock.ok) return lock;
  try {
    if (existsSync(file) && faultOfFile(file) === null) return refuse('record-whole', `${file} is not damaged. It was not changed.`);
    const backup = newestGoodBackup(file);
    if (!backup) return refuse('no-backup', `No good backup of ${file} was found. It was not changed.`);
    const kept = `${file}.damaged-${new Date(now).toISOString().replace(/[:.]/g, '-')}`;
    for (const part of ['', '-wal', '-shm']) if (existsSync(file + part)) renameSync(file + part, kept + part);
    copyFileSync(backup.file, file);
    return ok({ from: backup.file, kept });
  } finally {
    lock.value.release();
  }
}
