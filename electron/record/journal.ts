/** The journal: hash-chained entries, appended once and never changed. */
import { hash } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import type { Change } from '../../shared/base/change.ts';
import { type Entry, FIRST_PREV, sealedText } from '../../shared/base/entry.ts';

/** An entry as it lies in the file: the changes still as text, because the hash is taken over that text. */
export interface StoredEntry extends Omit<Entry, 'changes'> {
  readonly changes: string;
}

export type EntryDraft = Omit<Entry, 'seq' | 'prev' | 'hash'>;

export interface Journal {
  readonly append: (draft: EntryDraft) => Entry;
  readonly last: () => { readonly seq: number; readonly hash: string };
  /** Entries of one go-live (all when null) after `seq`, oldest first, at most `limit`. */
  readonly after: (goLiveId: string | null, seq: number, limit: number) => readonly Entry[];
  /** Entries of one go-live before `seq`, newest first, at most `limit`. */
  readonly before: (goLiveId: string, seq: number, limit: number) => readonly Entry[];
  readonly at: (seq: number) => Entry | null;
  /** Entries of one go-live whose changes name one of `ids`, newest first, at most `limit`. Reads every entry of the go-live. */
  readonly naming: (goLiveId: string, ids: readonly string[], limit: number) => readonly Entry[];
}

export function openJournal(db: Database): Journal {
  const insert = db.prepare(
    `INSERT INTO entry (seq, id, goLiveId, at, occurredAt, actor, action, note, undoes, changes, prev, hash)
     VALUES (@seq, @id, @goLiveId, @at, @occurredAt, @actor, @action, @note, @undoes, @changes, @prev, @hash)`,
  );
  const lastRow = db.prepare('SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1');
  const afterAll = db.prepare('SELECT * FROM entry WHERE seq > ? ORDER BY seq LIMIT ?') as Statement<unknown[], StoredEntry>;
  const afterOne = db.prepare('SELECT * FROM entry WHERE goLiveId = ? AND seq > ? ORDER BY seq LIMIT ?') as Statement<
    unknown[],
    StoredEntry
  >;
  const beforeOne = db.prepare('SELECT * FROM entry WHERE goLiveId = ? AND seq < ? ORDER BY seq DESC LIMIT ?') as Statement<
    unknown[],
    StoredEntry
  >;
  const bySeq = db.prepare('SELECT * FROM entry WHERE seq = ?') as Statement<unknown[], StoredEntry>;
  const namingOne = db.prepare(
    `SELECT * FROM entry WHERE goLiveId = ? AND EXISTS (SELECT 1 FROM json_each(?) AS asked WHERE instr(entry.changes, asked.value))
     ORDER BY seq DESC LIMIT ?`,
  ) as Statement<unknown[], StoredEntry>;
  const last = () => (lastRow.get() as { seq: number; hash: string } | undefined) ?? { seq: 0, hash: FIRST_PREV };
  return {
    last,
    append: (draft) => {
      const { seq, hash: prev } = last();
      const changesText = JSON.stringify(draft.changes);
      const { changes, ...head } = draft;
      const open = { ...head, seq: seq + 1, prev };
      const sealed = { ...open, hash: sealOf(open, changesText) };
      insert.run({ ...sealed, changes: changesText });
      return { ...sealed, changes };
    },
    after: (goLiveId, seq, limit) => (goLiveId === null ? afterAll.all(seq, limit) : afterOne.all(goLiveId, seq, limit)).map(readEntry),
    before: (goLiveId, seq, limit) => beforeOne.all(goLiveId, seq, limit).map(readEntry),
    at: (seq) => {
      const stored = bySeq.get(seq);
      return stored ? readEntry(stored) : null;
    },
    naming: (goLiveId, ids, limit) => namingOne.all(goLiveId, JSON.stringify(ids), limit).map(readEntry),
  };
}

export function readEntry(stored: StoredEntry): Entry {
  return { ...stored, changes: JSON.parse(stored.changes) as readonly Change[] };
}

/** What is wrong with `stored` as the entry after `before`; null when the chain holds. */
export function chainFault(stored: StoredEntry, before: { readonly seq: number; readonly hash: string }): string | null {
  if (stored.seq !== before.seq + 1) return `entry ${before.seq + 1} is missing`;
  if (stored.prev !== before.hash) return `entry ${stored.seq} does not follow entry ${before.seq}: one of the two was rewritten`;
  if (stored.hash !== sealOf(stored, stored.changes)) return `entry ${stored.seq} was rewritten: its content does not match its hash`;
  return null;
}

function sealOf(entry: Omit<Entry, 'changes' | 'hash'>, changesText: string): string {
  return hash('sha256', sealedText(entry, changesText), 'hex');
}
