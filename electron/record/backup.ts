/** Keeps copies of the record beside it: every quarter of an hour while things change, thinned to hourly for a day and daily for a month. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { faultOfFile } from './inspect.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const BACKUP_EVERY_MS = 15 * 60_000;

export interface Backup {
  readonly file: string;
  /** When it was made, UTC ms. */
  readonly at: number;
}

/** The folder of the backups of `record`; it may not exist yet. */
export function backupFolder(record: string): string {
  return join(dirname(record), `${basename(record)}.backups`);
}

/** Backups of `record`, newest first; empty when there are none. */
export function backupsOf(record: string): readonly Backup[] {
  const folder = backupFolder(record);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const stamp = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.gantry$/.exec(name);
      if (!stamp) return [];
      const [year, month, day, hour, minute, second] = stamp.slice(1).map(Number) as [number, number, number, number, number, number];
      return [{ file: join(folder, name), at: Date.UTC(year, month - 1, day, hour, minute, second) }];
    })
    .sort((a, b) => b.at - a.at);
}

/** The newest backup that is whole; null when there is none. */
export function newestGoodBackup(record: string): Backup | null {
  return backupsOf(record).find((backup) => faultOfFile(backup.file) === null) ?? null;
}

/** Copies the open record while it is in use, then thins the older copies. Resolves with the new copy. */
export async function backUp(db: Database, record: string, now: number): Promise<Backup> {
  const folder = backupFolder(record);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = new Date(now)
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');
  const file = join(folder, `${stamp}.gantry`);
  const unfinished = `${file}.part`;
  rmSync(unfinished, { force: true }); // of a backup that was cut off
  await db.backup(unfinished);
  renameSync(unfinished, file);
  const backups = backupsOf(record);
  const keep = new Set(kept(backups, now));
  for (const backup of backups) if (!keep.has(backup)) rmSync(backup.file, { force: true });
  return { file, at: Math.floor(now / 1_000) * 1_000 };
}

/** Which of `backups` stay: all of the last hour, the newest of each hour for a day, of each day for 30 days. Always the newest. */
export function kept(backups: readonly Backup[], now: number): readonly Backup[] {
  const slots = new Set<string>();
  return [...backups]
    .sort((a, b) => b.at - a.at)
    .filter((backup, index) => {
      const age = now - backup.at;
      if (index === 0 || age <= HOUR) return true;
      const slot = age <= DAY ? `hour ${Math.floor(backup.at / HOUR)}` : `day ${Math.floor(backup.at / DAY)}`;
      if (age > 30 * DAY || slots.has(slot)) return false;
      slots.add(slot);
      return true;
    });
}
