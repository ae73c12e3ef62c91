/** The order of the welcome list. */

interface Listed {
  readonly id: string;
  readonly rehearsalOf: string;
}

/** The same go-lives with each rehearsal and drill below the one it rehearses. */
export function runsBelow<Of extends Listed>(goLives: readonly Of[]): readonly Of[] {
  const real = new Set(goLives.map(({ id }) => id));
  const below = Map.groupBy(goLives, ({ rehearsalOf }) => rehearsalOf);
  return goLives.filter(({ rehearsalOf }) => !real.has(rehearsalOf)).flatMap((each) => [each, ...(below.get(each.id) ?? [])]);
}
