/** What each person saw last of one board of each go-live, kept on this screen; it moves on when they leave or say so. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { hostNow } from '../ui/clock.ts';
import { useLive } from './live.ts';

const look = z.object({
  /** The newest entry then. */
  seq: z.number().int(),
  /** UTC ms. */
  at: z.number().int(),
});
type Look = z.infer<typeof look>;

export interface Seen {
  /** The moment this look began where it is the first one. */
  readonly last: Look;
  /** All up to now counts as seen. */
  readonly mark: () => void;
}

/** Of whoever sits before this screen. `board` is its key. */
export function useSeen(board: string): Seen {
  const goLiveId = useLive((live) => live.goLiveId);
  const me = useLive((live) => live.me);
  const place = placeOf(board, goLiveId, me);
  const [held, hold] = useState(() => ({ place, last: lastLook(place) }));
  const last = held.place === place ? held.last : lastLook(place);
  if (held.place !== place) hold({ place, last });
  useEffect(() => {
    const leave = () => keepLook(place);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [place]);
  const mark = useCallback(() => hold({ place, last: keepLook(place) }), [place]);
  return { last, mark };
}

/** When who sits here last left that board, UTC ms; 0 where they never did. Told anew when they leave it. */
export function useLastLeft(board: string): number {
  const place = placeOf(
    board,
    useLive((live) => live.goLiveId),
    useLive((live) => live.me),
  );
  return useSyncExternalStore(subscribe, () => (localStorage.getItem(place) === null ? 0 : lastLook(place).at));
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function placeOf(board: string, goLiveId: string | null, me: string | null): string {
  return `gantry.${board}.seen.${goLiveId}.${me ?? 'screen'}`;
}

function lastLook(place: string): Look {
  try {
    return look.parse(JSON.parse(localStorage.getItem(place) ?? ''));
  } catch {
    return present();
  }
}

function keepLook(place: string): Look {
  const now = present();
  try {
    localStorage.setItem(place, JSON.stringify(now));
  } catch {
    // A screen that may keep nothing starts anew each time.
  }
  for (const listener of listeners) listener();
  return now;
}

function present(): Look {
  return { seq: useLive.getState().seq, at: Math.round(hostNow()) };
}
