/** The record: one SQLite file with the rows and the journal of many go-lives. Everything that changes it goes through `commit`. */
import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Change } from '../../shared/base/change.ts';
import type { Entry } from '../../shared/base/entry.ts';
import type { GoLive } from '../../shared/domain/go-live/schema.ts';
import { applyChanges, type Rows, tableNamed } from '../../shared/domain/tables.ts';
import { type Backup, backUp } from './backup.ts';
import { type EntryDraft, type Journal, openJournal } from './journal.ts';
import { newId } from './new-id.ts';
import { openRowStore } from './row-store.ts';
import { type Verification, verifyRecord } from './verify.ts';

/** A file kept inside the record. */
export interface KeptFile {
  /** SHA-256, hex: its name in the record. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface Record {
  readonly file: string;
  /** The live copy of a go-live; empty tables when there is none with that id. */
  readonly rows: (goLiveId: string) => Rows;
  readonly goLives: () => readonly GoLive[];
  readonly journal: Omit<Journal, 'append'>;
  /** Writes rows, files and entry in one durable transaction, then tells every listener. Throws, and changes nothing, on a bug. */
  readonly commit: (draft: Omit<EntryDraft, 'id'>, files?: readonly KeptFile[]) => Entry;
  /** Several entries in one transaction: all or none. */
  readonly commitAll: (drafts: Iterable<Omit<EntryDraft, 'id'>>, files?: readonly KeptFile[]) => readonly Entry[];
  readonly keptFile: (sha256: string) => Uint8Array | null;
  /** Calls `listener` after each commit; returns the way to stop it. */
  readonly onEntry: (listener: (entry: Entry) => void) => () => void;
  readonly verify: () => Verification;
  readonly backUp: (now: number) => Promise<Backup>;
  readonly close: () => void;
}

export function recordOver(db: Database, file: string): Record {
  const store = openRowStore(db);
  const { append, ...journal } = openJournal(db);
  const copies = new Map<string, Rows>();
  const listeners = new Set<(entry: Entry) => void>();
  const putFile = db.prepare('INSERT OR IGNORE INTO file (sha256, bytes) VALUES (?, ?)');
  const getFile = db.prepare('SELECT bytes FROM file WHERE sha256 = ?').pluck();
  const rows = (goLiveId: string) => {
    let copy = copies.get(goLiveId);
    if (!copy) {
      copy = store.rowsOf(goLiveId);
      if (copy.goLive.size > 0) copies.set(goLiveId, copy);
    }
    return copy;
  };
  const write = db.transaction((drafts: Iterable<Omit<EntryDraft, 'id'>>, files: readonly KeptFile[]) => {
    const after = new Map<string, Rows>();
    const entries: Entry[] = [];
    for (const kept of files) putFile.run(kept.sha256, kept.bytes);
    for (const draft of drafts) {
      const next = applyChanges(after.get(draft.goLiveId) ?? rows(draft.goLiveId), draft.changes);
      checkRows(next, draft.changes);
      after.set(draft.goLiveId, next);
      store.write(draft.changes);
      entries.push(append({ ...draft, id: newId(draft.at) }));
    }
    return { after, entries };
  });
  const commitAll: Record['commitAll'] = (drafts, files = []) => {
    const { after, entries } = write.immediate(drafts, files);
    for (const [goLiveId, copy] of after) copies.set(goLiveId, copy);
    for (const entry of entries) for (const listener of listeners) listener(entry);
    return entries;
  };
  return {
    file,
    rows,
    journal,
    commitAll,
    goLives: () => store.all('goLive') as unknown as readonly GoLive[],
    commit: (draft, files) => commitAll([draft], files)[0] as Entry,
    keptFile: (sha256) => (getFile.get(sha256) as Uint8Array | undefined) ?? null,
    onEntry: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    verify: () => db.transaction(() => verifyRecord(db))(),
    backUp: (now) => backUp(db, file, now),
    close: () => db.close(),
  };
}

export function fileToKeep(bytes: Uint8Array): KeptFile {
  return { sha256: hash('sha256', bytes, 'hex'), bytes };
}

/** Rules are trusted to decide, not to type: a row that does not fit its schema never reaches the file. */
function checkRows(rows: Rows, changes: readonly Change[]): void {
  for (const { table: name, id, set } of changes) {
    const table = tableNamed(name);
    if (!table) throw new Error(`change of unknown table ${name}`);
    if (set === null) continue;
    const result = table.row.safeParse((rows as unknown as { [name: string]: ReadonlyMap<string, unknown> })[name]?.get(id));
    if (!result.success) throw new Error(`${name} ${id} would not fit its schema: ${result.error.message}`);
  }
}
