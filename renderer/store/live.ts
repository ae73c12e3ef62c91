/** The live copy of one go-live on this screen: a snapshot first, then every entry as it is written. */
import { useMemo } from 'react';
import { create } from 'zustand';
import type { Entry } from '../../shared/base/entry.ts';
import type { GoLive } from '../../shared/domain/go-live/schema.ts';
import { applyChanges, emptyRows, type Rows, type TableName } from '../../shared/domain/tables.ts';

/** `late` means the host has not been heard for a while: what the screen shows may be old, and it says so. */
export type Link = 'connecting' | 'live' | 'late';
export type Role = 'nobody' | 'viewer' | 'member' | 'manager';

export interface Screen {
  readonly sessionId: string;
  readonly personId: string | null;
  readonly since: number;
  /** Ids of the tasks somebody else edits there now. */
  readonly edits: readonly string[];
}

interface Live {
  readonly goLiveId: string | null;
  readonly rows: Rows;
  /** Newest entry the rows contain. */
  readonly seq: number;
  /** Newest entries first. */
  readonly entries: readonly Entry[];
  readonly link: Link;
  /** When the link was last live, UTC ms by the clock on screen. */
  readonly liveUntil: number;
  readonly role: Role;
  readonly me: string | null;
  readonly screens: readonly Screen[];
}

const MOST_ENTRIES = 500;

const nothing: Live = {
  goLiveId: null,
  rows: emptyRows(),
  seq: 0,
  entries: [],
  link: 'connecting',
  liveUntil: 0,
  role: 'viewer',
  me: null,
  screens: [],
};

export const useLive = create<Live>()(() => nothing);

export function startFrom(snapshot: Pick<Live, 'goLiveId' | 'rows' | 'seq' | 'entries' | 'role' | 'me'>): void {
  useLive.setState({ ...nothing, link: useLive.getState().link, ...snapshot });
}

/** Takes entries in, oldest first, and draws once for all of them. Entries the rows already contain are passed over. */
export function takeEntries(written: readonly Entry[]): void {
  const { goLiveId, seq, rows, entries } = useLive.getState();
  const fresh = written.filter((entry) => entry.goLiveId === goLiveId && entry.seq > seq);
  const last = fresh.at(-1);
  if (!last) return;
  const after = applyChanges(
    rows,
    fresh.flatMap(({ changes }) => changes),
  );
  useLive.setState({ rows: after, seq: last.seq, entries: [...fresh.toReversed(), ...entries].slice(0, MOST_ENTRIES) });
}

export function forgetGoLive(): void {
  useLive.setState(nothing);
}

export function useRows(): Rows {
  return useLive((live) => live.rows);
}

export function useTable<Name extends TableName>(name: Name): Rows[Name] {
  return useLive((live) => live.rows[name]);
}

/** The go-live on screen. Boards are only shown when there is one. */
export function useGoLive(): GoLive {
  const goLive = useLive((live) => (live.goLiveId ? live.rows.goLive.get(live.goLiveId) : undefined));
  if (!goLive) throw new Error('a board is shown without a go-live');
  return goLive;
}

export function useEntries(): readonly Entry[] {
  return useLive((live) => live.entries);
}

/** The person of the roster who sits before this screen; null until they said so. */
export function useMe(): string | null {
  return useLive((live) => live.me);
}

export function useRole(): Role {
  return useLive((live) => live.role);
}

/** What times of this go-live are shown in. */
export function useTimes(): { readonly zone: string; readonly tZeroAt: number } {
  const { zone, tZeroAt } = useGoLive();
  return useMemo(() => ({ zone, tZeroAt }), [zone, tZeroAt]);
}
