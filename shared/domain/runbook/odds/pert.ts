/**
 * How long a task may take, as a PERT-beta distribution: between the shortest `a` and the longest `b` with the most likely `m`, of mean
 * (a + 4m + b) / 6 (Malcolm, Roseboom, Clark and Fazar 1959; as a beta of shapes 1 + 4(m-a)/(b-a) and 1 + 4(b-m)/(b-a), Vose 2008).
 */
import type { Task } from '../schema.ts';

/** Where nobody said: four fifths of the likely length at best, one and a half times at worst. */
const SHORTEST_SHARE = 0.8;
const LONGEST_SHARE = 1.5;
/** A distribution is kept as this many equally likely values. */
export const STEPS = 1_024;
/** Places of the most likely value between the shortest and the longest that are told apart. */
export const SHAPES = 65;
const GRID = 4_096;

export interface Spread {
  readonly shortest: number;
  readonly likely: number;
  readonly longest: number;
}

/** Milliseconds. A milestone, a built-in hold and a task without length always take as long as planned, unless somebody said otherwise. */
export function spreadOf(task: Pick<Task, 'kind' | 'durationMs' | 'shortestMs' | 'longestMs'>): Spread {
  const likely = Math.max(0, task.durationMs);
  const isSure = task.kind === 'hold' || task.kind === 'milestone';
  const shortest = Math.min(likely, task.shortestMs ?? (isSure ? likely : likely * SHORTEST_SHARE));
  const longest = Math.max(likely, task.longestMs ?? (isSure ? likely : likely * LONGEST_SHARE));
  return { shortest, likely, longest };
}

/** Which table of `quantiles` a spread takes, 0 to SHAPES - 1. */
export function shapeOf({ shortest, likely, longest }: Spread): number {
  return longest === shortest ? 0 : Math.round(((likely - shortest) / (longest - shortest)) * (SHAPES - 1));
}

const known: (Float64Array | undefined)[] = new Array(SHAPES);

/** The values, 0 for the shortest to 1 for the longest, that are equally likely; ascending. */
export function quantiles(shape: number): Float64Array {
  const found = known[shape];
  if (found) return found;
  const table = new Float64Array(STEPS);
  const place = shape / (SHAPES - 1);
  const weight = (x: number) => x ** (4 * place) * (1 - x) ** (4 - 4 * place);
  const sums = new Float64Array(GRID + 1);
  for (let cell = 0; cell < GRID; cell += 1) sums[cell + 1] = (sums[cell] as number) + weight((cell + 0.5) / GRID);
  const all = sums[GRID] as number;
  for (let step = 0, cell = 0; step < STEPS; step += 1) {
    const wanted = (all * (step + 0.5)) / STEPS;
    while ((sums[cell + 1] as number) < wanted) cell += 1;
    const [below, above] = [sums[cell] as number, sums[cell + 1] as number];
    table[step] = (cell + (wanted - below) / (above - below)) / GRID;
  }
  known[shape] = table;
  return table;
}
