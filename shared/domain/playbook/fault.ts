/** The kinds of mistake looked for in a playbook, each told with its place. */

export type Path = readonly (string | number)[];

/** One mistake and where it is. */
export interface Fault {
  readonly path: Path;
  readonly message: string;
}

interface Keyed {
  readonly key: string;
}

/** Says which keys come a second time. `at` are the places of the elements, in their order. */
export function repeated(of: readonly { readonly key: string; readonly path: Path }[], what: string): readonly Fault[] {
  const seen = new Set<string>();
  return of.flatMap(({ key, path }) => {
    if (seen.has(key)) return [{ path, message: `the ${what} “${key}” is there twice` }];
    seen.add(key);
    return [];
  });
}

/** The same for a plain list of elements at `path`. */
export function repeatedIn(of: readonly Keyed[], path: Path, what: string): readonly Fault[] {
  return repeated(
    of.map(({ key }, at) => ({ key, path: [...path, at, 'key'] })),
    what,
  );
}

/** Says which of `wanted` is not in `known`; an empty key points at nothing and is right. */
export function missing(wanted: string | readonly string[], known: ReadonlySet<string>, path: Path, what: string): readonly Fault[] {
  const all = typeof wanted === 'string' ? [wanted] : wanted;
  return all.flatMap((key, at) =>
    key === '' || known.has(key)
      ? []
      : [{ path: typeof wanted === 'string' ? path : [...path, at], message: `there is no ${what} “${key}”` }],
  );
}

export function backward(range: { readonly minMinutes: number; readonly maxMinutes: number } | null, path: Path): readonly Fault[] {
  return range && range.minMinutes > range.maxMinutes
    ? [{ path, message: `takes at least ${range.minMinutes} minutes but at most ${range.maxMinutes}` }]
    : [];
}

/** Says so when following `next` from some key leads back to it; `what` names what would be going round. */
export function circular(next: ReadonlyMap<string, readonly string[]>, path: Path, what: string): readonly Fault[] {
  const finished = new Set<string>();
  for (const start of next.keys()) {
    const circle = circleFrom(start, next, finished);
    if (circle) return [{ path, message: `${what} go round in a circle: ${circle.join(' → ')}` }];
  }
  return [];
}

function circleFrom(start: string, next: ReadonlyMap<string, readonly string[]>, finished: Set<string>): readonly string[] | null {
  const trail: { readonly key: string; readonly rest: string[] }[] = [];
  const onTrail = new Set<string>();
  enter(start);
  while (trail.length > 0) {
    const last = trail[trail.length - 1] as (typeof trail)[number];
    const key = last.rest.pop();
    if (key === undefined) {
      trail.pop();
      onTrail.delete(last.key);
      finished.add(last.key);
    } else if (onTrail.has(key)) {
      const names = trail.map((one) => one.key);
      return [...names.slice(names.indexOf(key)), key];
    } else enter(key);
  }
  return null;

  function enter(key: string) {
    if (finished.has(key)) return;
    trail.push({ key, rest: [...(next.get(key) ?? [])] });
    onTrail.add(key);
  }
}
