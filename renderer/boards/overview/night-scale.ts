/** Where instants lie on the night line: the change window with a little room, stretched to now and the finish where they are near. */
import { largest, smallest } from '../../../shared/base/extremes.ts';

export interface NightScale {
  readonly from: number;
  readonly to: number;
  /** Place of an instant in px; null outside the scale. */
  readonly x: (at: number) => number | null;
}

/** Space for the names of the rows, and for words at the right end, in px. */
export const LEFT = 132;
const RIGHT = 44;
/** The scale reaches at most this share of the window beyond its ends, so that the window stays readable. */
const BEYOND = 0.5;

export function nightScale(
  { windowStart, windowEnd }: { readonly windowStart: number; readonly windowEnd: number },
  others: readonly number[],
  width: number,
): NightScale {
  const length = windowEnd - windowStart;
  const near = others.filter((at) => at > windowStart - length * BEYOND && at < windowEnd + length * BEYOND);
  const from = smallest(near, windowStart) - length * 0.02;
  const to = largest(near, windowEnd) + length * 0.02;
  const room = Math.max(1, width - LEFT - RIGHT);
  return { from, to, x: (at) => (at < from || at > to ? null : LEFT + ((at - from) / (to - from)) * room) };
}

export interface Head {
  readonly x: number;
  readonly words: readonly [string, string];
  readonly tone: 'acc' | 'ink' | 'stop' | 'q';
}

/**
 * Heads in order from the left, moved so that none touches its neighbour or leaves the drawing. Where there is no room for all, the ends
 * of the window are left out first, quiet ones before others: their places are drawn all the same.
 */
export function spreadHeads(heads: readonly Head[], width: number): readonly (Head & { readonly middle: number })[] {
  const half = (head: Head) => Math.max(head.words[0].length, head.words[1].length) * 3.6 + 5;
  const lengthOf = (all: readonly Head[]) => all.reduce((sum, head) => sum + 2 * half(head), 0);
  let shown = heads;
  for (const least of [heads.find(({ tone }) => tone === 'q'), heads.findLast(({ words }) => words[0].startsWith('window'))])
    if (least && lengthOf(shown) > width) shown = shown.filter((head) => head !== least);
  const placed = [...shown].sort((a, b) => a.x - b.x).map((head) => ({ ...head, middle: head.x }));
  let free = 0;
  for (const head of placed) {
    head.middle = Math.max(head.middle, free + half(head));
    free = head.middle + half(head);
  }
  let limit = width - 4;
  for (const head of placed.toReversed()) {
    head.middle = Math.min(head.middle, limit - half(head));
    limit = head.middle - half(head);
  }
  return placed;
}
