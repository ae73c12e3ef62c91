/** The way of a link around the boxes: corners, x and y by turns. */

/** For an svg path. */
export function pathOf(points: readonly number[]): string {
  let path = '';
  for (let at = 0; at + 1 < points.length; at += 2) path += `${at === 0 ? 'M' : 'L'}${points[at]} ${points[at + 1]}`;
  return path;
}

/** The middle of the longest stretch: there a word has most room. */
export function wordPlace(points: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [points[0] ?? 0, points[1] ?? 0];
  let longest = -1;
  for (let at = 0; at + 3 < points.length; at += 2) {
    const [x1, y1, x2, y2] = points.slice(at, at + 4) as [number, number, number, number];
    const length = Math.abs(x2 - x1) + Math.abs(y2 - y1);
    if (length <= longest) continue;
    longest = length;
    best = [(x1 + x2) / 2, (y1 + y2) / 2];
  }
  return best;
}
