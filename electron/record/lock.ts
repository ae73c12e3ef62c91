/** Keeps a record to one process: a lock of the operating system that ends with the process, and a note of who holds it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import Database from 'better-sqlite3';
import { ok, type Result, refuse } from '../../shared/base/result.ts';

export interface Holder {
  readonly pid: number;
  readonly computer: string;
  /** UTC ms. */
  readonly since: number;
  /** Where the holder's room can be joined, key included; null when it has no room. */
  readonly address: string | null;
}

export interface Lock {
  /** Tells later processes where to join instead. */
  readonly announce: (address: string) => void;
  readonly release: () => void;
}

/** Takes the lock of `record`, or refuses naming who holds it. Never waits. */
export function takeLock(record: string, now: number): Result<Lock> {
  const db = new Database(`${record}.lock`, { timeout: 0 });
  try {
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (!isBusy(error)) throw error;
    const holder = holderOf(record);
    const who = holder ? `process ${holder.pid} on ${holder.computer}` : 'another process';
    const where = holder?.address ? ` Its room is at ${new URL(holder.address).origin}.` : '';
    return refuse(
      'record-held',
      `${record} is open in ${who}.${where} Nothing was changed. Close it there, or name another file with --record.`,
    );
  }
  const me: Holder = { pid: process.pid, computer: hostname(), since: now, address: null };
  writeHolder(record, me);
  return ok({
    announce: (address) => writeHolder(record, { ...me, address }),
    release: () => {
      rmSync(holderFile(record), { force: true });
      db.close();
    },
  });
}

/** Who said last that it holds `record`; null when nobody did or the note cannot be read. */
export function holderOf(record: string): Holder | null {
  try {
    return JSON.parse(readFileSync(holderFile(record), 'utf8')) as Holder;
  } catch {
    return null;
  }
}

const holderFile = (record: string) => `${record}.holder`;

function writeHolder(record: string, holder: Holder): void {
  // The address carries the key of the room: for the owner's eyes only.
  writeFileSync(holderFile(record), JSON.stringify(holder), { mode: 0o600 });
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
