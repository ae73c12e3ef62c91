/** Whether somebody ticks a task off so long after it was due that it probably happened earlier. */
import { largest } from '../../../base/extremes.ts';
import type { GoLive } from '../../go-live/schema.ts';
import type { Rows } from '../../tables.ts';
import { networkOf } from '../network.ts';
import type { Task } from '../schema.ts';
import { whatHolds } from '../task-state.ts';

/** Less than this after the expected time counts as now. */
export const TOLD_LATE_MS = 15 * 60_000;

/** When `task` should have begun: its planned start, or the end of the last that came before it; null when nothing says, or it is held. */
export function expectedStart(rows: Rows, task: Task, goLive: Pick<GoLive, 'tZeroAt'>): number | null {
  if (whatHolds(rows, task).length > 0) return null;
  const planned = task.startOffset === null ? [] : [goLive.tZeroAt + task.startOffset];
  const before = (networkOf(rows).into.get(task.id) ?? []).flatMap((link) => {
    const from = rows.task.get(link.fromId);
    const at = link.kind === 'SS' ? from?.actualStart : link.kind === 'FS' ? from?.actualEnd : null;
    return at == null ? [] : [at + link.lagMs];
  });
  const all = [...planned, ...before];
  return all.length === 0 ? null : largest(all);
}

/** The time to offer when it is started at `now` noticeably late; null when now is as good. */
export function startToldLate(rows: Rows, task: Task, goLive: Pick<GoLive, 'tZeroAt'>, now: number): number | null {
  const expected = expectedStart(rows, task, goLive);
  return expected !== null && now - expected >= TOLD_LATE_MS ? expected : null;
}

/** The same for its end: counted from when it began, or should have. */
export function endToldLate(rows: Rows, task: Task, goLive: Pick<GoLive, 'tZeroAt'>, now: number): number | null {
  const began = task.actualStart ?? expectedStart(rows, task, goLive);
  if (began === null) return null;
  const expected = began + task.durationMs;
  return now - expected >= TOLD_LATE_MS ? expected : null;
}
