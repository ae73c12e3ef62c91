/** Whether a changed plan waits for itself where the plan before did not. */
import { type Refusal, refuse } from '../../../base/result.ts';
import type { Rows } from '../../tables.ts';
import { circlePath } from '../plan-faults.ts';
import { scheduleOf } from '../schedule.ts';

/** The refusal that names the new circle as a path; null without one. A circle the plan had before is no news. */
export function newCircle(before: Rows, after: Rows, goLiveId: string, now: number): Refusal | null {
  const goLive = after.goLive.get(goLiveId) ?? { tZeroAt: 0 };
  const { cycle } = scheduleOf(after, goLive, now);
  if (!cycle || scheduleOf(before, before.goLive.get(goLiveId) ?? goLive, now).cycle) return null;
  const refs = cycle.map((id) => after.task.get(id)?.ref ?? id);
  const reason = `The tasks would wait for each other in a circle: ${circlePath(after, cycle)}. Nothing was changed. Take one of these predecessors out.`;
  return refuse('cycle', reason, refs).refusal;
}
