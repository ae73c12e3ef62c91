/** The short references people see: `T-014`, `TKT-0042`, `INC-003`. */

const shapes = {
  goLive: ['GL', 3],
  task: ['T', 3],
  check: ['C', 3],
  gate: ['G', 1],
  test: ['TST', 2],
  incident: ['INC', 3],
  ticket: ['TKT', 4],
  course: ['CRS', 2],
  rollback: ['RB', 1],
  hold: ['H', 1],
} as const;
export type Numbered = keyof typeof shapes;

export function refText(of: Numbered, number: number): string {
  const [prefix, width] = shapes[of];
  return `${prefix}-${String(number).padStart(width, '0')}`;
}

/** Makes the next references in order, after the highest that `taken` holds. */
export function refMaker(of: Numbered, taken: Iterable<{ readonly ref: string }>): () => string {
  let highest = 0;
  for (const { ref } of taken) highest = Math.max(highest, Number(ref.slice(ref.indexOf('-') + 1)));
  return () => {
    highest += 1;
    return refText(of, highest);
  };
}
