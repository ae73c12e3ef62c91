/** How built-in holds follow their tasks: one begins when its task does, and ends with it. */
import { type Change, insert } from '../../base/change.ts';
import type { Act, Verdict } from '../../base/rule.ts';
import { hold as holds } from '../runbook/schedule-schema.ts';
import type { Task } from '../runbook/schema.ts';
import type { Rows } from '../tables.ts';
import { holdNow, plannedLeft } from './hold.ts';
import { beforeLive, endOfHold, holdRow } from './hold-rules.ts';

/**
 * `verdict` with what it means for the clock: for every rule that changes the status of tasks. One hold runs at a time, so a built-in
 * hold that is started while another runs stops nothing more, nor does one
 * that is worked once the go-live is live or over. Refused when its end would move T-0 out of the window without `despite`.
 */
export function withHold(rows: Rows, verdict: Verdict, act: Act, despite?: string): Verdict {
  if (!verdict.ok) return verdict;
  const along: Change[] = [];
  for (const change of verdict.value.changes) {
    const task = change.table === 'task' ? rows.task.get(change.id) : undefined;
    const status = change.set?.status as Task['status'] | undefined;
    if (task?.kind !== 'hold' || status === undefined || status === 'blocked') continue;
    const running = holdNow(rows);
    if (status === 'in progress') {
      if (!running && beforeLive(rows, act).ok) along.push(begun(rows, task, act));
    } else if (running?.taskId === task.id) {
      const ended = endOfHold(rows, running, { despite }, act);
      if (!ended.ok) return ended;
      along.push(...ended.value);
    }
  }
  return along.length === 0 ? verdict : { ok: true, value: { ...verdict.value, changes: [...verdict.value.changes, ...along] } };
}

function begun(rows: Rows, task: Task, act: Act): Change {
  const goLive = rows.goLive.get(task.goLiveId);
  if (!goLive) throw new Error('a task without its go-live');
  const row = holdRow(rows, goLive, { reason: task.title, taskId: task.id, expectedEndAt: null }, act);
  const planned = plannedLeft(rows, row);
  return insert(holds, { ...row, expectedEndAt: planned > 0 ? act.occurredAt + planned : null });
}
