/** Whether a plan still holds together after tasks or links of it change. */
import type { Change } from '../../../base/change.ts';
import { type Refusal, refuse } from '../../../base/result.ts';
import type { Act } from '../../../base/rule.ts';
import { contradictions } from '../../contradictions.ts';
import { applyChanges, type Rows } from '../../tables.ts';
import { newCircle } from './circle.ts';

/** Why the plan would not hold together after `changes`: a new circle, or something begun that would wait; null when it does. */
export function unsound(rows: Rows, changes: readonly Change[], act: Act): Refusal | null {
  const after = applyChanges(rows, changes);
  const circle = newCircle(rows, after, act.goLiveId, act.now);
  if (circle) return circle;
  const before = new Set(contradictions(rows).map(({ says }) => says));
  const broken = contradictions(after).find(({ says }) => !before.has(says));
  if (!broken) return null;
  return refuse('contradiction', `The record would contradict itself: ${broken.says}. Nothing was changed.`).refusal;
}

/** Fields of a task that decide what waits for it, or what it waits for. */
const shapes = ['kind', 'phase', 'runIn'];

/** The same, looked at only where the changes can alter what waits for what: it reads the whole record. */
export function unsoundByShape(rows: Rows, changes: readonly Change[], act: Act): Refusal | null {
  const isReshaped = changes.some(
    ({ table, was, set }) => table === 'link' || was === null || (set !== null && shapes.some((field) => field in set)),
  );
  return isReshaped ? unsound(rows, changes, act) : null;
}
