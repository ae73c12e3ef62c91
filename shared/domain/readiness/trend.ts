/** How the readiness figure went since planning began: a fold over the journal, the same whether it is kept live or made again. */

import type { Change } from '../../base/change.ts';
import type { Entry } from '../../base/entry.ts';
import { largest, smallest } from '../../base/extremes.ts';
import { type AnyRow, rowAfter } from '../tables.ts';
import { weightOf } from './criticality.ts';
import type { Check } from './schema.ts';
import { shareOf } from './standing.ts';

export interface TrendPoint {
  /** When it became so, UTC ms: when it was recorded, which is when anybody could know it. Never before the point before it. */
  readonly at: number;
  /** As `standingOf`: from 0 to 1, null when nothing applies. */
  readonly figure: number | null;
  readonly applicable: number;
}

export interface Trend {
  /** Newest entry taken in. */
  readonly seq: number;
  /** Oldest first, without two alike beside each other; at most about `MOST_POINTS`. */
  readonly points: readonly TrendPoint[];
  /** Of each check only what weighs. */
  readonly checks: ReadonlyMap<string, Pick<Check, 'status' | 'criticality'>>;
  readonly applicable: number;
  readonly weight: number;
  readonly reached: number;
  /** Length of the stretches the older points are thinned to, ms; 0 while none was. */
  readonly stretch: number;
}

export const noTrend: Trend = { seq: 0, points: [], checks: new Map(), applicable: 0, weight: 0, reached: 0, stretch: 0 };

export const MOST_POINTS = 600;
const FIRST_STRETCH = 60_000;

/** The trend after one more entry of its go-live, in the order of the journal. An entry it holds already changes nothing. */
export function trendStep(trend: Trend, entry: Pick<Entry, 'seq' | 'at' | 'changes'>): Trend {
  if (entry.seq <= trend.seq) return trend;
  const changes = entry.changes.filter(weighs);
  if (changes.length === 0) return { ...trend, seq: entry.seq };
  const checks = new Map(trend.checks);
  let { applicable, weight, reached } = trend;
  const count = (check: Pick<Check, 'status' | 'criticality'> | undefined, times: 1 | -1) => {
    if (check === undefined || check.status === 'not applicable') return;
    applicable += times;
    weight += times * weightOf[check.criticality];
    reached += times * weightOf[check.criticality] * shareOf[check.status];
  };
  for (const change of changes) {
    const before = checks.get(change.id);
    count(before, -1);
    if (change.set === null) checks.delete(change.id);
    else {
      const { status, criticality } = rowAfter(change, before as AnyRow | undefined) as unknown as Check;
      count({ status, criticality }, 1);
      checks.set(change.id, { status, criticality });
    }
  }
  const next = { ...trend, seq: entry.seq, checks, applicable, weight, reached };
  return withPoint(next, { at: entry.at, figure: weight === 0 ? null : reached / weight, applicable });
}

/** Only what comes, goes, or changes state or criticality moves the figure. */
function weighs({ table, set, was }: Change): boolean {
  return table === 'check' && (set === null || was === null || 'status' in set || 'criticality' in set);
}

function withPoint(trend: Trend, { at, figure, applicable }: TrendPoint): Trend {
  const last = trend.points.at(-1);
  if (last && last.figure === figure && last.applicable === applicable) return trend;
  const point = { at: Math.max(at, last?.at ?? 0), figure, applicable };
  const points = [...trend.points, point];
  return points.length <= MOST_POINTS ? { ...trend, points } : thinned({ ...trend, points });
}

/** Longer stretches until half the room is free again. */
function thinned(trend: Trend): Trend {
  let { points, stretch } = trend;
  while (points.length > MOST_POINTS / 2) {
    stretch = stretch === 0 ? FIRST_STRETCH : stretch * 2;
    points = [...Map.groupBy(points, ({ at }) => Math.floor(at / stretch)).values()].flatMap(outstanding);
  }
  return { ...trend, points, stretch };
}

/** Of one stretch its lowest, its highest and its last point, in their order. */
function outstanding(points: readonly TrendPoint[]): readonly TrendPoint[] {
  const figures = points.map(({ figure }) => figure ?? 0);
  const kept = new Set([figures.indexOf(smallest(figures)), figures.indexOf(largest(figures)), points.length - 1]);
  return points.filter((_, at) => kept.has(at));
}
