/** How figures are taken and printed: the median of many, beside what was asked for and as a multiple of one raw durable commit. */

export interface Figure {
  readonly name: string;
  /** In `unit`. */
  readonly value: number;
  readonly unit: 'ms' | 'kB' | 'MB' | '×' | '%' | 'frames/s';
  /** What was asked for, in `unit`; null where nothing was. */
  readonly limit: number | null;
}

export const inMs = (name: string, value: number, limit: number | null = null): Figure => ({ name, value, unit: 'ms', limit });

/** Milliseconds `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The median of how long `work` takes, over `times` runs. */
export async function medianOf(times: number, work: (run: number) => unknown): Promise<number> {
  const taken: number[] = [];
  for (let run = 0; run < times; run += 1) taken.push(await timed(() => work(run)));
  return median(taken);
}

/** NaN of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** One line: the name, the figure, how many raw commits that is, and what was asked for. */
export function lineOf({ name, value, unit, limit }: Figure, rawCommitMs: number): string {
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  const ratio = unit === 'ms' ? `${(value / rawCommitMs).toFixed(1)} ×` : '';
  const asked = limit === null ? '' : `${value <= limit ? 'within' : 'OVER'} ${limit} ${unit}`;
  return `${name.padEnd(58)}${value.toFixed(digits).padStart(9)} ${unit}${ratio.padStart(12)}   ${asked}`.trimEnd();
}
