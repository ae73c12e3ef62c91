/** The chances of the finish: the rest of the plan is run through many times, each task with a length drawn from its spread. */
import { edgeKinds } from '../engine/edges.ts';
import { type WorkClock, workClock } from '../engine/work-clock.ts';
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
/** Bits of a drawn number, and those of them that do not choose one of the STEPS lengths. */
const DRAWN_BITS = 32;
const STEP_SHIFT = DRAWN_BITS - Math.log2(STEPS);

/** Null when no open task counts. `random` gives numbers from 0 to below 1; the same numbers give the same odds. */
export function finishOdds(left: Remaining, runs: number, random: () => number): Odds | null {
  if (!left.isCounted.includes(1)) return null;
  const course = courseOf(left, random);
  const hits = new Uint32Array(left.count);
  const finishes = new Float64Array(runs);
  for (let first = 0; first < runs; first += LANES) {
    course.finish.fill(left.closedFinish);
    course.last.fill(-1);
    for (let node = 0; node < left.count; node += 1) {
      if (course.isPlain[node] === 1) runPlain(left, course, node);
      else for (let lane = 0; lane < LANES; lane += 1) runAny(left, course, node, lane);
    }
    const lanes = Math.min(LANES, runs - first);
    finishes.set(course.finish.subarray(0, lanes), first);
    for (let lane = 0; lane < lanes; lane += 1) followBack(left, course, lane, hits);
  }
  return told(left, finishes, hits);
}

/** What all lanes run on; `starts` and `ends` hold the lanes of a node side by side. */
interface Course {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** By lane: the latest end so far of a task that counts, and its node. */
  readonly finish: Float64Array;
  readonly last: Int32Array;
  /** By lane: where the starts of a plain node are gathered. */
  readonly bounds: Float64Array;
  /** The one number of the generator. */
  readonly seed: Int32Array;
  /** 1 for a task that starts when all that comes before it has ended, whatever the day: most of them. */
  readonly isPlain: Uint8Array;
  readonly clockOf: readonly (WorkClock | null)[];
  /** Lengths by shape, and by node the first of its shape and how many of them are over. */
  readonly table: Float64Array;
  readonly row: Int32Array;
  readonly firstStep: Int32Array;
}

function courseOf(left: Remaining, random: () => number): Course {
  const { count, kind, inAt, how } = left;
  const clocks = [null, ...left.calendars.map((calendar) => workClock(calendar, left.zone))];
  const clockOf = Array.from(left.clock, (index) => clocks[index] ?? null);
  const table = tablesOf(left);
  const row = Int32Array.from(left.shape, (shape) => shape * STEPS);
  const isPlain = Uint8Array.from(kind, (what, node) => {
    if (what !== kinds.open || clockOf[node] || left.endBase[node] !== NEVER || left.ownStart[node] !== NEVER) return 0;
    return how.subarray(inAt[node], inAt[node + 1]).every((link) => link === edgeKinds.FS) ? 1 : 0;
  });
  return {
    starts: new Float64Array(count * LANES),
    ends: new Float64Array(count * LANES),
    finish: new Float64Array(LANES),
    last: new Int32Array(LANES),
    bounds: new Float64Array(LANES),
    seed: Int32Array.of(Math.floor(random() * 2 ** DRAWN_BITS) | 1),
    isPlain,
    clockOf,
    table,
    row,
    firstStep: kind.includes(kinds.begun) ? stepsOver(left, table, row, clockOf) : new Int32Array(count),
  };
}

/** What `runAny` does, for the plain nodes and all lanes at once. */
function runPlain(left: Remaining, course: Course, node: number): void {
  const { from, lag, inAt } = left;
  const { starts, ends, finish, last, bounds, table, seed } = course;
  const shortest = left.shortest[node] as number;
  const spread = left.spread[node] as number;
  const shape = course.row[node] as number;
  const isCounted = left.isCounted[node] === 1;
  bounds.fill(left.startBase[node] as number);
  for (let edge = inAt[node] as number; edge < (inAt[node + 1] as number); edge += 1) {
    const source = (from[edge] as number) * LANES;
    const lagMs = lag[edge] as number;
    for (let lane = 0; lane < LANES; lane += 1) {
      const bound = (ends[source + lane] as number) + lagMs;
      if (bound > (bounds[lane] as number)) bounds[lane] = bound;
    }
  }
  let drawn = seed[0] as number;
  for (let lane = 0; lane < LANES; lane += 1) {
    drawn = nextDrawn(drawn);
    const start = bounds[lane] as number;
    const end = start + (shortest + spread * (table[shape + (drawn >>> STEP_SHIFT)] as number));
    starts[node * LANES + lane] = start;
    ends[node * LANES + lane] = end;
    if (isCounted && end > (finish[lane] as number)) {
      finish[lane] = end;
      last[lane] = node;
    }
  }
  seed[0] = drawn;
}

function runAny(left: Remaining, course: Course, node: number, lane: number): void {
  const { kind, startBase, endBase, ownStart, inAt, from, how, lag, isCounted, worked, workFrom } = left;
  const { starts, ends, finish, last } = course;
  const what = kind[node] as number;
  const clock = course.clockOf[node];
  const at = node * LANES + lane;
  let startBound = startBase[node] as number;
  let endBound = endBase[node] as number;
  let firstStart = ownStart[node] as number;
  for (let edge = inAt[node] as number; edge < (inAt[node + 1] as number); edge += 1) {
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
    return;
  }
  const length = drawnLength(left, course, node);
  let start = startBound;
  let end = 0;
  if (what === kinds.begun) {
    start = startBase[node] as number;
    const rest = length - (worked[node] as number);
    end = clock ? clock.after(workFrom[node] as number, rest) : (workFrom[node] as number) + (rest > 0 ? rest : 0);
  } else {
    if (firstStart > start && !isLed(left, course, node, lane)) start = firstStart;
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
  if (isCounted[node] === 1 && end > (finish[lane] as number)) {
    finish[lane] = end;
    last[lane] = node;
  }
}

/** Of a running task only lengths that are not over yet are drawn. */
function drawnLength({ shortest, spread }: Remaining, { table, row, firstStep, seed }: Course, node: number): number {
  const drawn = nextDrawn(seed[0] as number);
  seed[0] = drawn;
  const over = firstStep[node] as number;
  const step = over === 0 ? drawn >>> STEP_SHIFT : over + Math.floor(((drawn >>> 0) / 2 ** DRAWN_BITS) * (STEPS - over));
  return (shortest[node] as number) + (spread[node] as number) * (table[(row[node] as number) + step] as number);
}

/** Xorshift (Marsaglia 2003); never 0. */
function nextDrawn(seed: number): number {
  let drawn = seed ^ (seed << 13);
  drawn ^= drawn >>> 17;
  return drawn ^ (drawn << 5);
}

/** Whether anything open holds a task; a group or phase that nothing holds does not. */
function isLed({ inAt, from }: Remaining, { starts, ends }: Course, node: number, lane: number): boolean {
  for (let edge = inAt[node] as number; edge < (inAt[node + 1] as number); edge += 1) {
    const source = (from[edge] as number) * LANES + lane;
    if ((starts[source] as number) > NEVER || (ends[source] as number) > NEVER) return true;
  }
  return false;
}

/** Counts every node on the way from what ends last back to what nothing open holds. */
function followBack({ inAt, from, how, lag, kind }: Remaining, { starts, ends, last }: Course, lane: number, hits: Uint32Array): void {
  for (let node = last[lane] as number; node >= 0; ) {
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
function stepsOver(left: Remaining, table: Float64Array, row: Int32Array, clockOf: Course['clockOf']): Int32Array {
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
