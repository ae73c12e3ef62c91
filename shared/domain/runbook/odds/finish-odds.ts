/** The chances of the finish: the rest of the plan is run through many times, each task with a length drawn from its spread. */
import { edgeKinds } from '../engine/edges.ts';
import { workClock } from '../engine/work-clock.ts';
import { quantiles, SHAPES, STEPS } from './pert.ts';
import { kinds, type Remaining } from './remaining.ts';

export interface Odds {
  readonly runs: number;
  /** Instants that half, 80 % and 95 % of the runs keep, UTC ms. */
  readonly p50At: number;
  readonly p80At: number;
  readonly p95At: number;
  /** Share of the runs that end inside the change window, 0 to 1. */
  readonly inWindow: number;
  /** The finish that 5 %, 10 % and so on to 95 % of the runs keep, UTC ms. */
  readonly fan: readonly number[];
  /** Criticality index: task id and share of the runs in which it led to the finish; highest first, without those below one in a hundred. */
  readonly drivers: readonly (readonly [string, number])[];
}

const NEVER = Number.NEGATIVE_INFINITY;
/** Drivers that are told at most. */
const MOST_DRIVERS = 500;
/** Runs that go through the network together: what is read of a node serves them all. */
const LANES = 8;
/** Bits of a drawn number beyond those that choose one of STEPS values. */
const DRAWN_BITS = 32;

/** Null when no open task counts. `random` gives numbers from 0 to below 1; the same numbers give the same odds. */
export function finishOdds(left: Remaining, runs: number, random: () => number): Odds | null {
  if (!left.isCounted.includes(1)) return null;
  const { count, kind, startBase, endBase, ownStart, inAt, from, how, lag, shortest, spread, isCounted, worked, workFrom } = left;
  const clocks = left.calendars.map((calendar) => workClock(calendar, left.zone));
  const clockOf = [...left.clock].map((index) => clocks[index] ?? null);
  const hasClock = clockOf.some((clock) => clock !== null);
  const table = tablesOf(left);
  const row = Int32Array.from(left.shape, (shape) => shape * STEPS);
  const firstStep = left.kind.includes(kinds.begun) ? stepsOver(left, table, row, clockOf) : new Int32Array(count);
  const starts = new Float64Array(count * LANES);
  const ends = new Float64Array(count * LANES);
  const hits = new Uint32Array(count);
  const finishes = new Float64Array(runs);
  const last = new Int32Array(LANES);
  let seed = (Math.floor(random() * 2 ** DRAWN_BITS) | 1) >>> 0;
  for (let first = 0; first < runs; first += LANES) {
    const lanes = Math.min(LANES, runs - first);
    finishes.fill(left.closedFinish, first, first + lanes);
    last.fill(-1);
    for (let node = 0; node < count; node += 1) {
      const what = kind[node] as number;
      const clock = hasClock ? clockOf[node] : null;
      const firstEdge = inAt[node] as number;
      const overEdge = inAt[node + 1] as number;
      for (let lane = 0; lane < lanes; lane += 1) {
        const at = node * LANES + lane;
        let startBound = startBase[node] as number;
        let endBound = endBase[node] as number;
        let firstStart = ownStart[node] as number;
        for (let edge = firstEdge; edge < overEdge; edge += 1) {
          const source = (from[edge] as number) * LANES + lane;
          const link = how[edge] as number;
          if (link === edgeKinds.FS) {
            const bound = (ends[source] as number) + (lag[edge] as number);
            if (bound > startBound) startBound = bound;
          } else if (link === edgeKinds.SS) {
            const bound = (starts[source] as number) + (lag[edge] as number);
            if (bound > startBound) startBound = bound;
          } else if (link === edgeKinds.child) {
            if (firstStart === NEVER || (starts[source] as number) < firstStart) firstStart = starts[source] as number;
            if ((ends[source] as number) > endBound) endBound = ends[source] as number;
          } else {
            const bound = ((link === edgeKinds.FF ? ends[source] : starts[source]) as number) + (lag[edge] as number);
            if (bound > endBound) endBound = bound;
          }
        }
        if (what === kinds.point || what === kinds.span) {
          starts[at] = what === kinds.span ? firstStart : startBound > endBound ? startBound : endBound;
          ends[at] = what === kinds.span ? endBound : (starts[at] as number);
          continue;
        }
        seed ^= seed << 13; // xorshift (Marsaglia 2003)
        seed ^= seed >>> 17;
        seed ^= seed << 5;
        const skipped = firstStep[node] as number;
        const step = skipped === 0 ? seed >>> 22 : skipped + Math.floor(((seed >>> 0) / 2 ** DRAWN_BITS) * (STEPS - skipped));
        const length = (shortest[node] as number) + (spread[node] as number) * (table[(row[node] as number) + step] as number);
        let start = startBound;
        let end = 0;
        if (what === kinds.begun) {
          start = startBase[node] as number;
          const rest = length - (worked[node] as number);
          end = clock ? clock.after(workFrom[node] as number, rest) : (workFrom[node] as number) + (rest > 0 ? rest : 0);
        } else {
          if (firstStart > start && !isLed(left, starts, ends, node, lane)) start = firstStart;
          if (clock) {
            if (what === kinds.open && endBound > NEVER) start = Math.max(start, clock.before(endBound, length));
            if (length > 0 && (what === kinds.open || start !== ownStart[node])) start = clock.next(start);
            end = clock.after(start, length);
          } else {
            if (what === kinds.open && endBound - length > start) start = endBound - length;
            end = start + length;
          }
        }
        if (endBound > end) end = endBound;
        starts[at] = start;
        ends[at] = end;
        if (isCounted[node] === 1 && end > (finishes[first + lane] as number)) {
          finishes[first + lane] = end;
          last[lane] = node;
        }
      }
    }
    for (let lane = 0; lane < lanes; lane += 1) followBack(left, starts, ends, last[lane] as number, lane, hits);
  }
  return told(left, finishes, hits);
}

/** Whether anything open holds a task; a group or phase that nothing holds does not. */
function isLed({ inAt, from }: Remaining, starts: Float64Array, ends: Float64Array, node: number, lane: number): boolean {
  for (let edge = inAt[node] as number; edge < (inAt[node + 1] as number); edge += 1) {
    const source = (from[edge] as number) * LANES + lane;
    if ((starts[source] as number) > NEVER || (ends[source] as number) > NEVER) return true;
  }
  return false;
}

/** Counts every node on the way from what ends last back to what nothing open holds. */
function followBack(
  { inAt, from, how, lag, kind }: Remaining,
  starts: Float64Array,
  ends: Float64Array,
  last: number,
  lane: number,
  hits: Uint32Array,
): void {
  for (let node = last; node >= 0; ) {
    hits[node] = (hits[node] as number) + 1;
    let leader = -1;
    const start = starts[node * LANES + lane] as number;
    const end = ends[node * LANES + lane] as number;
    for (let edge = inAt[node] as number; leader < 0 && edge < (inAt[node + 1] as number); edge += 1) {
      const source = from[edge] as number;
      const place = source * LANES + lane;
      const link = how[edge] as number;
      const bound = ((link === edgeKinds.SS || link === edgeKinds.SF ? starts[place] : ends[place]) as number) + (lag[edge] as number);
      const intoStart = link === edgeKinds.FS || link === edgeKinds.SS;
      if (intoStart ? kind[node] !== kinds.begun && bound >= start : bound >= end) leader = source;
    }
    node = leader;
  }
}

/** The tables of all shapes one after the other; empty where no task takes a shape. */
function tablesOf({ shape }: Remaining): Float64Array {
  const table = new Float64Array(SHAPES * STEPS);
  for (const used of new Set(shape)) table.set(quantiles(used), used * STEPS);
  return table;
}

/** Of each running task the number of lengths that are over already, so that only longer ones are drawn; the last one stays. */
function stepsOver(
  left: Remaining,
  table: Float64Array,
  row: Int32Array,
  clockOf: readonly (ReturnType<typeof workClock> | null)[],
): Int32Array {
  return Int32Array.from(left.kind, (kind, node) => {
    if (kind !== kinds.begun || left.workFrom[node] !== left.startBase[node]) return 0;
    const [began, spread] = [left.workFrom[node] as number, left.spread[node] as number];
    const over = clockOf[node]?.between(began, left.now) ?? left.now - began;
    if (spread === 0) return 0;
    const share = (over - (left.shortest[node] as number)) / spread;
    const lengths = table.subarray(row[node] as number, (row[node] as number) + STEPS);
    const first = lengths.findIndex((length) => length > share);
    return first < 0 ? STEPS - 1 : first;
  });
}

function told({ ids, windowEnd }: Remaining, finishes: Float64Array, hits: Uint32Array): Odds {
  const runs = finishes.length;
  finishes.sort();
  const kept = (share: number) => Math.round(finishes[Math.min(runs - 1, Math.ceil(share * runs) - 1)] as number);
  let inside = 0;
  while (inside < runs && (finishes[inside] as number) <= windowEnd) inside += 1;
  const drivers = ids
    .map((id, node) => [id, (hits[node] as number) / runs] as const)
    .filter(([id, share]) => id !== '' && share >= 0.01)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_DRIVERS);
  const fan = Array.from({ length: 19 }, (_, at) => kept((at + 1) / 20));
  return { runs, p50At: kept(0.5), p80At: kept(0.8), p95At: kept(0.95), inWindow: inside / runs, fan, drivers };
}
