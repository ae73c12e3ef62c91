/** The whole course of a rollback of one kind: the steps of the playbook around what is taken back, and how long all of it takes. */
import { type RollbackKind, type RollbackStep, USUAL_CONSISTENCY_MINUTES } from '../playbook/answers.ts';
import { playbookOf } from '../playbook/of-go-live.ts';
import type { Rows } from '../tables.ts';
import { type RollbackPlan, rollbackPlan } from './plan.ts';

const MINUTE = 60_000;

/** One thing after the other: what opens it, everything that is taken back, what closes it, the check of the data. */
export interface Course {
  readonly kind: RollbackKind;
  readonly opening: readonly RollbackStep[];
  readonly plan: RollbackPlan;
  readonly closing: readonly RollbackStep[];
  /** Length of the consistency check, ms; null where the kind wants none. */
  readonly checkMs: number | null;
  /** From the decision until the prior state is back, ms. */
  readonly backMs: number;
}

/** What surrounds the tasks that are taken back in a rollback of this kind. */
export interface Surrounding {
  readonly kind: RollbackKind;
  /** Its length, ms. */
  readonly lengthMs: number;
}

/** Only telling people is what a communication does: the prior state comes back by other hands. */
const nothingToUndo: RollbackPlan = { steps: [], backMs: 0, withoutWayBack: [] };

/** `plan` is handed in where it is known already. */
export function courseOf(rows: Pick<Rows, 'task' | 'link' | 'playbookCopy'>, kind: RollbackKind, plan?: RollbackPlan): Course {
  const undoing = kind === 'communication' ? nothingToUndo : (plan ?? rollbackPlan(rows));
  const steps = stepsOf(rows, kind);
  const isAlone = undoing.steps.length === 0;
  const opening = steps.filter(({ place }) => place === 'before' || (place === 'instead' && isAlone));
  const closing = steps.filter(({ place }) => place === 'after');
  const checkMs = checkOf(rows, kind);
  return { kind, opening, plan: undoing, closing, checkMs, backMs: lengthOf([...opening, ...closing]) + undoing.backMs + (checkMs ?? 0) };
}

/**
 * What the fuse reckons with: the longest of the ways back that may have to be gone. Those are the manual one, which is always there,
 * and the automated and database ones that the playbook describes.
 */
export function longestSurrounding(rows: Pick<Rows, 'playbookCopy'>): Surrounding {
  return waysBack(rows).reduce((longest, way) => (way.lengthMs > longest.lengthMs ? way : longest));
}

/** The ways back the fuse reckons with, the manual one first. */
export function waysBack(rows: Pick<Rows, 'playbookCopy'>): readonly [Surrounding, ...Surrounding[]] {
  const described = new Set(playbookOf(rows)?.rollbacks.map(({ kind }) => kind));
  const others = (['automated', 'database'] as const).filter((kind) => described.has(kind));
  return [surroundingOf(rows, 'manual'), ...others.map((kind) => surroundingOf(rows, kind))];
}

function surroundingOf(rows: Pick<Rows, 'playbookCopy'>, kind: RollbackKind): Surrounding {
  const around = stepsOf(rows, kind).filter(({ place }) => place !== 'instead');
  return { kind, lengthMs: lengthOf(around) + (checkOf(rows, kind) ?? 0) };
}

function stepsOf(rows: Pick<Rows, 'playbookCopy'>, of: RollbackKind): readonly RollbackStep[] {
  return playbookOf(rows)?.rollbacks.flatMap(({ kind, steps }) => (kind === of ? steps : [])) ?? [];
}

/** Only a database rollback cannot end before its data were compared. */
function checkOf(rows: Pick<Rows, 'playbookCopy'>, kind: RollbackKind): number | null {
  if (kind !== 'database') return null;
  return (playbookOf(rows)?.wayBack.consistencyMinutes ?? USUAL_CONSISTENCY_MINUTES) * MINUTE;
}

/** One step after the other, ms. */
export function lengthOf(steps: readonly RollbackStep[]): number {
  return steps.reduce((sum, { minutes }) => sum + minutes, 0) * MINUTE;
}
