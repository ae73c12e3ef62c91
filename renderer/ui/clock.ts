/** The one clock of the screen: the time of what is on screen as the host has it, read by everything that ticks, driven by one timer. */
import { useCallback, useSyncExternalStore } from 'react';
import { shownNow } from '../../shared/domain/drill/clock.ts';

type ShownClock = Parameters<typeof shownNow>[0]['clock'];

let offset = 0;
let shown: ShownClock = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** The instant it is at the host, UTC ms; where a simulated clock is on screen, what that shows. */
export function hostNow(): number {
  return shownNow({ clock: shown }, Date.now() + offset);
}

/** Tells the screen how far the host's clock is ahead of this machine's, in ms. */
export function setHostOffset(ms: number): void {
  offset = ms;
  tick();
}

/** Puts a simulated clock on the screen; null puts it back to the host's own. */
export function setShownClock(clock: ShownClock): void {
  if (clock === shown) return;
  shown = clock;
  tick();
}

/**
 * The instant at the host, cut down to whole steps of `everyMs`, at least a second; the calling part is drawn again when a step
 * has passed and not in between.
 */
export function useNow(everyMs = 1_000): number {
  const read = useCallback(() => Math.floor(hostNow() / everyMs) * everyMs, [everyMs]);
  return useSyncExternalStore(subscribe, read);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) schedule();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
}

/* Waits for the next full second of the host, so that every clock turns at the same moment. One that runs faster turns as often. */
function schedule() {
  timer = setTimeout(
    () => {
      schedule();
      tick();
    },
    1_000 - ((Date.now() + offset) % 1_000),
  );
}

function tick() {
  for (const listener of listeners) listener();
}
