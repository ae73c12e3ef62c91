/** What each person saw last of one board of each go-live, kept on this screen; it moves on when they leave or say so. */
import { useCallback, useEffect, useState } from 'react';
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
  const place = `gantry.${board}.seen.${goLiveId}.${me ?? 'screen'}`;
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
  return now;
}

function present(): Look {
  return { seq: useLive.getState().seq, at: Math.round(hostNow()) };
}
