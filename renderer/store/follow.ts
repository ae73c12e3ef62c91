/** Opens a go-live on this screen and keeps it live; catches up by itself after the line was cut. */
import type { Entry } from '../../shared/base/entry.ts';
import type { Refusal } from '../../shared/base/result.ts';
import { troubleOf } from '../../shared/domain/drill/trouble.ts';
import { emptyRows, type Rows, tableNames } from '../../shared/domain/tables.ts';
import { client } from '../client/client.ts';
import { hostNow, setHostOffset, setShownClock } from '../ui/clock.ts';
import { inBursts } from './in-bursts.ts';
import { forgetGoLive, startFrom, takeEntries, useLive } from './live.ts';
import { everyRememberedMe, whoSitsHere } from './me.ts';

/** The host takes no more. */
const MOST_NAMED = 1_000;

export interface Following {
  readonly stop: () => void;
}

/** Resolves once the snapshot is there, with the refusal when there is none. Rejects when the host turns this screen away. */
export async function follow(goLiveRef: string): Promise<Following | { readonly refusal: Refusal }> {
  const snapshot = await client.live.snapshot.query({ goLiveId: goLiveRef, as: everyRememberedMe().slice(-MOST_NAMED) });
  if (!snapshot.ok) return snapshot;
  const { goLiveId, seq, recent, now, role } = snapshot;
  setHostOffset(now - Date.now());
  const rows = rowsFrom(snapshot.rows);
  startFrom({ goLiveId, rows, seq, entries: recent, role, me: whoSitsHere(rows, goLiveId) });
  const stopTheClock = useLive.subscribe(({ rows: now }) => setShownClock(now.goLive.get(goLiveId)?.clock ?? null));
  setShownClock(rows.goLive.get(goLiveId)?.clock ?? null);
  let entries = followEntries(goLiveId);
  const stopWatchingMe = useLive.subscribe((live, before) => {
    if (live.me === before.me || live.goLiveId !== goLiveId) return;
    entries.unsubscribe();
    entries = followEntries(goLiveId); // the room shows who sits here, so it has to be told anew
  });
  const room = client.live.room.subscribe({ goLiveId }, { onData: (screens) => useLive.setState({ screens }) });
  return {
    stop: () => {
      stopTheClock();
      setShownClock(null);
      stopWatchingMe();
      entries.unsubscribe();
      room.unsubscribe();
      forgetGoLive();
    },
  };
}

/** Entries after the newest one this screen has; tRPC asks again from the last it saw when the line comes back. */
function followEntries(goLiveId: string) {
  const { seq, me } = useLive.getState();
  let heard: 'live' | 'late' = 'live';
  const hear = (link: 'live' | 'late') => {
    heard = link;
    setLink(heard);
  };
  const arriving = inBursts<Entry>((entries) => {
    takeEntries(entries);
    setLink(heard);
  });
  const line = client.live.entries.subscribe(
    { goLiveId, as: me, lastEventId: String(seq) },
    {
      onStarted: () => hear('live'),
      onData: ({ data }) => arriving.put(data),
      onConnectionStateChange: ({ state }) => hear(state === 'pending' ? 'live' : 'late'),
    },
  );
  return {
    unsubscribe: () => {
      line.unsubscribe();
      arriving.flush();
    },
  };
}

/** While a drill says that the line of who sits here is down, it is: the host then keeps back what happens. A screen that leads is never cut. */
function setLink(heard: 'live' | 'late'): void {
  const before = useLive.getState();
  const isCut = before.role !== 'manager' && troubleOf(before.rows, before.me, 'lost connection') !== null;
  const link = isCut ? 'late' : heard;
  if (before.link === link) return;
  useLive.setState({ link, liveUntil: before.link === 'live' ? hostNow() : before.liveUntil });
}

function rowsFrom(lists: Readonly<Record<string, readonly { readonly id: string }[]>>): Rows {
  const maps = tableNames.map((name) => [name, new Map((lists[name] ?? []).map((row) => [row.id, row]))]);
  return { ...emptyRows(), ...Object.fromEntries(maps) } as Rows; // the host validated the rows when it wrote them
}
