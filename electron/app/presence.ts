/** Who is in the room: one line for each open screen, and which tasks are edited there. Lives in memory only. */
import type { SessionRole } from './trpc.ts';

export interface Screen {
  readonly sessionId: string;
  readonly goLiveId: string;
  /** The person the screen says it is; null while it has not. */
  readonly personId: string | null;
  /** What that session may do. */
  readonly role: SessionRole;
  /** UTC ms. */
  readonly since: number;
}

export interface Presence {
  readonly of: (goLiveId: string) => readonly Screen[];
  /** Adds a screen and returns the way to take it off. */
  readonly enter: (screen: Screen) => () => void;
  /** Ids of the tasks that are edited on the screens of a session; empty when none are. */
  readonly editedBy: (sessionId: string, goLiveId: string) => readonly string[];
  /** Says which those are, for `EDIT_LASTS_MS` or until it is said again. A session without a screen in that room edits nothing. */
  readonly edit: (sessionId: string, goLiveId: string, taskIds: readonly string[]) => void;
  readonly onChange: (listener: () => void) => () => void;
}

/** A screen that says nothing for so long is not editing any more. */
export const EDIT_LASTS_MS = 30_000;

interface Edited {
  readonly taskIds: readonly string[];
  readonly end: NodeJS.Timeout;
}

export function openPresence(): Presence {
  const screens = new Set<Screen>();
  const edited = new Map<string, Edited>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const keyOf = (sessionId: string, goLiveId: string) => `${sessionId} ${goLiveId}`;
  const isThere = (sessionId: string, goLiveId: string) =>
    [...screens].some((screen) => screen.sessionId === sessionId && screen.goLiveId === goLiveId);
  /** True when that was any news. */
  const set = (sessionId: string, goLiveId: string, taskIds: readonly string[]): boolean => {
    const key = keyOf(sessionId, goLiveId);
    const before = edited.get(key);
    clearTimeout(before?.end);
    edited.delete(key);
    if (taskIds.length > 0) {
      const end = setTimeout(() => set(sessionId, goLiveId, []) && tell(), EDIT_LASTS_MS);
      end.unref();
      edited.set(key, { taskIds, end });
    }
    return (before?.taskIds ?? []).join() !== taskIds.join();
  };
  return {
    of: (goLiveId) => [...screens].filter((screen) => screen.goLiveId === goLiveId),
    enter: (screen) => {
      screens.add(screen);
      tell();
      return () => {
        screens.delete(screen);
        if (!isThere(screen.sessionId, screen.goLiveId)) set(screen.sessionId, screen.goLiveId, []);
        tell();
      };
    },
    editedBy: (sessionId, goLiveId) => edited.get(keyOf(sessionId, goLiveId))?.taskIds ?? [],
    edit: (sessionId, goLiveId, taskIds) => {
      if (isThere(sessionId, goLiveId) && set(sessionId, goLiveId, taskIds)) tell();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
