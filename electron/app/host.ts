/** The application over one open record: what each transport needs to serve a session, and the backups that run beside it. */
import { BACKUP_EVERY_MS } from '../record/backup.ts';
import { newId } from '../record/new-id.ts';
import type { OpenRecord } from '../record/open.ts';
import { runDueActs } from './clockwork.ts';
import { oddsOf } from './odds.ts';
import { openPresence } from './presence.ts';
import type { Context, Session } from './trpc.ts';

const TICK_MS = 1_000;

export interface Host {
  readonly record: OpenRecord;
  readonly contextFor: (session: Session) => Context;
  /** Makes a last backup when something changed, then closes the record. */
  readonly close: () => Promise<void>;
}

export function startHost(record: OpenRecord, now: () => number = Date.now): Host {
  const presence = openPresence();
  let isChanged = false;
  const stopListening = record.onEntry(() => {
    isChanged = true;
  });
  const backUpIfChanged = async () => {
    if (!isChanged) return;
    isChanged = false;
    try {
      await record.backUp(now());
    } catch (error) {
      isChanged = true;
      process.stderr.write(`Backup failed: ${(error as Error).message}. The record itself is safe; the next try is in 15 minutes.\n`);
    }
  };
  const timer = setInterval(() => void backUpIfChanged(), BACKUP_EVERY_MS);
  timer.unref();
  const clock = setInterval(() => {
    try {
      runDueActs(record, now(), newId);
    } catch (error) {
      process.stderr.write(`What was due could not be done: ${(error as Error).message}. The record is safe; it is tried again.\n`);
    }
  }, TICK_MS);
  clock.unref();
  return {
    record,
    contextFor: (session) => ({ record, session, presence, now, newId }),
    close: async () => {
      clearInterval(timer);
      clearInterval(clock);
      stopListening();
      await oddsOf(record).close();
      await backUpIfChanged();
      record.close();
    },
  };
}
