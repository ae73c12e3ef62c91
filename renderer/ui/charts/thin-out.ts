/** Fewer points for a line that is drawn in less room than it has points, with its peaks kept. */

export interface Point {
  /** UTC ms, or any other measure along the axis. */
  readonly at: number;
  readonly value: number;
}

/**
 * At most about `most` of the points, in order: the stretch is cut into equal parts and of each part the first, the lowest, the
 * highest and the last point stay, so that a spike of one point is still seen. Points must be sorted by `at`.
 */
export function thinnedOut(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const parts = Math.max(1, Math.floor(most / 4));
  const size = points.length / parts;
  return Array.from({ length: parts }, (_, part) => kept(points.slice(Math.floor(part * size), Math.floor((part + 1) * size)))).flat();
}

function kept(part: readonly Point[]): readonly Point[] {
  const lowest = part.reduce((low, point) => (point.value < low.value ? point : low));
  const highest = part.reduce((high, point) => (point.value > high.value ? point : high));
  const stay = new Set([part[0], lowest, highest, part.at(-1)]);
  return part.filter((point) => stay.has(point));
}
