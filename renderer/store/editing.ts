/** Who edits which task now: told to the room from here, and heard of the other screens. Nothing of it is recorded. */
import { useEffect, useMemo, useRef } from 'react';
import { client } from '../client/client.ts';
import { useLive, useTable } from './live.ts';

const AFTER_MS = 300;
const AGAIN_MS = 10_000;
/** Somebody who touched nothing for so long is not editing, whatever is open. */
const IDLE_MS = 60_000;
/** The host takes no more. */
const MOST = 50;

/** What each open part of this screen edits. */
const parts = new Map<object, readonly string[]>();
let wasTold = '';
let touchedAt = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Tells the room that these tasks are edited here, as long as the calling part is open and somebody is at the keys. */
export function useEditing(taskIds: readonly string[]): void {
  const part = useRef({});
  const named = taskIds.slice(0, MOST).join();
  useEffect(() => {
    if (named === '') return;
    const key = part.current;
    const touched = () => {
      touchedAt = Date.now();
    };
    touched();
    parts.set(key, named.split(','));
    tellSoon();
    const again = setInterval(tell, AGAIN_MS);
    window.addEventListener('keydown', touched, true);
    window.addEventListener('pointerdown', touched, true);
    return () => {
      clearInterval(again);
      window.removeEventListener('keydown', touched, true);
      window.removeEventListener('pointerdown', touched, true);
      parts.delete(key);
      tellSoon();
    };
  }, [named]);
}

/** Task id to the names of those who edit it on other screens. */
export function useEditors(): ReadonlyMap<string, readonly string[]> {
  const screens = useLive((live) => live.screens);
  const people = useTable('person');
  return useMemo(() => {
    const editors = new Map<string, string[]>();
    for (const { personId, edits } of screens) {
      const name = people.get(personId ?? '')?.name ?? 'Somebody';
      for (const taskId of edits) {
        const names = editors.get(taskId) ?? [];
        if (!names.includes(name)) names.push(name);
        editors.set(taskId, names);
      }
    }
    return editors;
  }, [screens, people]);
}

function tellSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(tell, AFTER_MS);
}

function tell(): void {
  const { goLiveId, role, link } = useLive.getState();
  if (!goLiveId || role === 'viewer' || link !== 'live') return;
  const isIdle = Date.now() - touchedAt > IDLE_MS;
  const taskIds = isIdle ? [] : [...new Set([...parts.values()].flat())].slice(0, MOST);
  if (taskIds.length === 0 && wasTold === '') return;
  wasTold = taskIds.join();
  client.live.editing.mutate({ goLiveId, taskIds }).catch(() => undefined); // others see it a little later, or not; nothing depends on it
}
