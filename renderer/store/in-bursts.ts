/** Hands on what arrives: alone at once, in a burst together, so that a screen keeps most of its time for the person before it. */

/** How many times as long as the last handing on took is waited before the next. */
const REST = 8;
const LONGEST_MS = 1_000;

export interface Bursts<Of> {
  readonly put: (each: Of) => void;
  /** Hands on what waits, now. */
  readonly flush: () => void;
}

export function inBursts<Of>(handOn: (all: readonly Of[]) => void): Bursts<Of> {
  let waiting: Of[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const all = waiting;
    waiting = [];
    const began = performance.now();
    handOn(all);
    timer = setTimeout(flush, Math.min(LONGEST_MS, REST * (performance.now() - began)));
  };
  return {
    put: (each) => {
      waiting.push(each);
      if (timer === undefined) flush();
    },
    flush,
  };
}
