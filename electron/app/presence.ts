/** Who is in the room: one line for each open screen. Lives in memory only. */

export interface Screen {
  readonly sessionId: string;
  readonly goLiveId: string;
  /** The person the screen says it is; null while it has not. */
  readonly personId: string | null;
  /** UTC ms. */
  readonly since: number;
}

export interface Presence {
  readonly of: (goLiveId: string) => readonly Screen[];
  /** Adds a screen and returns the way to take it off. */
  readonly enter: (screen: Screen) => () => void;
  readonly onChange: (listener: () => void) => () => void;
}

export function openPresence(): Presence {
  const screens = new Set<Screen>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    of: (goLiveId) => [...screens].filter((screen) => screen.goLiveId === goLiveId),
    enter: (screen) => {
      screens.add(screen);
      tell();
      return () => {
        screens.delete(screen);
        tell();
      };
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
