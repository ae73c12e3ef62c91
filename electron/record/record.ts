/** The record: one SQLite file with the rows and the journal of many go-lives. Everything that changes it goes through `commit`. */
import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Change } from '../../shared/base/change.ts';
import type { Entry } from '../../shared/base/entry.ts';
import type { Table } from '../../shared/base/table.ts';
import { gate } from '../../shared/domain/gate/schema.ts';
import type { GoLive } from '../../shared/domain/go-live/schema.ts';
import { ownPlaybook, playbookCopy } from '../../shared/domain/playbook/row.ts';
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

/** What only the host may know, such as the key of a poll that is still sealed. In the file, but in no row, entry or answer. */
export interface Secret {
  readonly id: string;
  /** Null forgets it. */
  readonly value: string | null;
}

/** What is written in the same transaction as an entry, beside its rows. */
export interface Keeps {
  readonly files?: readonly KeptFile[];
  readonly secrets?: readonly Secret[];
}

export interface Record {
  readonly file: string;
  /** The live copy of a go-live; empty tables when there is none with that id. */
  readonly rows: (goLiveId: string) => Rows;
  readonly goLives: () => readonly GoLive[];
  readonly journal: Omit<Journal, 'append'>;
  /** Writes rows, files, secrets and entry in one durable transaction, then tells every listener. Throws, and changes nothing, on a bug. */
  readonly commit: (draft: Omit<EntryDraft, 'id'>, keeps?: Keeps) => Entry;
  /** Several entries in one transaction: all or none. */
  readonly commitAll: (drafts: Iterable<Omit<EntryDraft, 'id'>>, keeps?: Keeps) => readonly Entry[];
  readonly keptFile: (sha256: string) => Uint8Array | null;
  readonly secret: (id: string) => string | null;
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
  const putSecret = db.prepare('INSERT INTO secret (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value');
  const dropSecret = db.prepare('DELETE FROM secret WHERE id = ?');
  const getSecret = db.prepare('SELECT value FROM secret WHERE id = ?').pluck();
  const rows = (goLiveId: string) => {
    let copy = copies.get(goLiveId);
    if (!copy) {
      copy = inPresentShape(store.rowsOf(goLiveId));
      if (copy.goLive.size > 0) copies.set(goLiveId, copy);
    }
    return copy;
  };
  const write = db.transaction((drafts: Iterable<Omit<EntryDraft, 'id'>>, { files = [], secrets = [] }: Keeps) => {
    const after = new Map<string, Rows>();
    const entries: Entry[] = [];
    for (const kept of files) putFile.run(kept.sha256, kept.bytes);
    for (const { id, value } of secrets) value === null ? dropSecret.run(id) : putSecret.run(id, value);
    for (const draft of drafts) {
      const next = applyChanges(after.get(draft.goLiveId) ?? rows(draft.goLiveId), draft.changes);
      checkRows(next, draft.changes);
      after.set(draft.goLiveId, next);
      store.write(draft.changes);
      entries.push(append({ ...draft, id: newId(draft.at) }));
    }
    return { after, entries };
  });
  const commitAll: Record['commitAll'] = (drafts, keeps = {}) => {
    const { after, entries } = write.immediate(drafts, keeps);
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
    commit: (draft, keeps) => commitAll([draft], keeps)[0] as Entry,
    keptFile: (sha256) => (getFile.get(sha256) as Uint8Array | undefined) ?? null,
    secret: (id) => (getSecret.get(id) as string | undefined) ?? null,
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

/** Rows that hold whole structures, with what those of an earlier format leave out. */
function inPresentShape(rows: Rows): Rows {
  const filled = <Of extends { readonly id: string }>(table: Table, of: ReadonlyMap<string, Of>): ReadonlyMap<string, Of> =>
    new Map([...of].map(([id, row]) => [id, (table.row.safeParse(row).data as Of | undefined) ?? row]));
  return {
    ...rows,
    playbookCopy: filled(playbookCopy, rows.playbookCopy),
    gate: filled(gate, rows.gate),
    ownPlaybook: filled(ownPlaybook, rows.ownPlaybook),
  };
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
