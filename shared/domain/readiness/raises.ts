/** What the readiness figure is made of, and what would raise it most. */
import type { Rows } from '../tables.ts';
import { weightOf } from './criticality.ts';
import { type Check, type CheckStatus, checkStatuses } from './schema.ts';
import { pointsOf, shareOf, standingOf } from './standing.ts';

export interface Raises {
  /** Areas with something missing, most points first. */
  readonly areas: readonly { readonly area: string; readonly checks: number; readonly points: number }[];
  /** Checks that miss something, most points first, then in the order of the playbook. */
  readonly checks: readonly { readonly check: Check; readonly points: number }[];
}

/** Points of 100 that the figure would gain if it passed. Empty when all is passed or nothing applies. */
export function raises(rows: Pick<Rows, 'check'>): Raises {
  const whole = standingOf(rows.check.values());
  const checks = [...rows.check.values()]
    .map((check) => ({ check, points: pointsOf(check, whole) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || a.check.position - b.check.position);
  const areas = [...Map.groupBy(checks, ({ check }) => check.area)].map(([area, own]) => ({
    area,
    checks: own.length,
    points: own.reduce((sum, { points }) => sum + points, 0),
  }));
  return { areas: areas.sort((a, b) => b.points - a.points), checks };
}

export interface FigurePart {
  readonly status: CheckStatus;
  readonly checks: number;
  /** Their weight together. */
  readonly weight: number;
  /** Points of 100 they bring to the figure. */
  readonly points: number;
}

/** The figure taken apart by state, states without a check left out, most points first. The points add up to the figure. */
export function figureParts(checks: Iterable<Check>): readonly FigurePart[] {
  const all = [...checks];
  const { weight: whole } = standingOf(all);
  return checkStatuses
    .filter((status) => status !== 'not applicable')
    .map((status) => {
      const own = all.filter((check) => check.status === status);
      const weight = own.reduce((sum, { criticality }) => sum + weightOf[criticality], 0);
      return { status, checks: own.length, weight, points: whole === 0 ? 0 : (weight * shareOf[status] * 100) / whole };
    })
    .filter((part) => part.checks > 0)
    .sort((a, b) => b.points - a.points || b.weight - a.weight);
}
