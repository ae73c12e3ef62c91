/** Keeps labels of a chart off each other. */

/** The places moved apart so that neighbours keep `gap`, in the order given, none before `first`. */
export function spread(places: readonly number[], gap: number, first: number): readonly number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  const moved = [...places];
  let least = first;
  for (const { place, index } of order) {
    const at = Math.max(place, least);
    moved[index] = at;
    least = at + gap;
  }
  return moved;
}

/** Which of two lines each label stands on: the upper one where it would touch its left neighbour on the lower. */
export function staggered(places: readonly number[], room: number): readonly (0 | 1)[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  const lines: (0 | 1)[] = places.map(() => 0);
  let last = Number.NEGATIVE_INFINITY;
  for (const { place, index } of order) {
    if (place - last < room) lines[index] = 1;
    else last = place;
  }
  return lines;
}
