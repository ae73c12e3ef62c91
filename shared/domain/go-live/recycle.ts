/** Taking the plan up again at an earlier task: what is to be worked once more, and where T-0 comes to lie. */
import type { z } from 'zod';
import { type Change, insert, update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { announcementOf } from '../comms/made.ts';
import { announcement } from '../comms/schema.ts';
import type { Gate } from '../gate/schema.ts';
import { playbookOf } from '../playbook/of-go-live.ts';
import { untilRolledBack } from '../rollback/running.ts';
import { networkOf } from '../runbook/network.ts';
import { scheduleOf } from '../runbook/schedule.ts';
import { type Task, task as tasks } from '../runbook/schema.ts';
import { groupsAround, isGo, tasksInside } from '../runbook/task-state.ts';
import { taskStep } from '../runbook/work-schema.ts';
import type { Rows } from '../tables.ts';
import { holdNow } from './hold.ts';
import type { Recycle } from './hold-commands.ts';
import { beforeLive, movedTZero, stopped } from './hold-rules.ts';
import type { GoLive } from './schema.ts';

/** What a recycle would do, for people to see before they ask for it. */
export interface RecyclePreview {
  /** Tasks that go back to planned, in plan order; their actual times stay in the journal. */
  readonly again: readonly Task[];
  /** Skipped tasks after it: that they are not needed still holds. */
  readonly staySkipped: number;
  /** T-0 afterwards, UTC ms. */
  readonly tZeroAt: number;
  /** Gates that guard what is taken up and stay decided. */
  readonly gates: readonly Gate[];
}

/**
 * `at` is when the task is to begin again. T-0 moves so that its planned start is then, and never to an earlier time: work that is
 * ahead of the plan keeps its lead. A task without a planned start leaves T-0 where it is.
 */
export function recyclePreview(
  rows: Rows,
  goLive: GoLive,
  command: Pick<Asked, 'taskId' | 'withLater'>,
  at: number,
): RecyclePreview | null {
  const task = rows.task.get(command.taskId);
  if (!task || task.kind === 'group' || task.kind === 'rollback') return null;
  const after = followers(rows, task);
  const startOf = plannedStarts(rows, goLive);
  const start = startOf(task);
  const isLater = (other: Task) => command.withLater && start !== null && (startOf(other) ?? Number.NEGATIVE_INFINITY) >= start;
  const met = [...rows.task.values()]
    .filter((other) => other.kind !== 'group' && other.kind !== 'rollback' && (after.has(other.id) || isLater(other)))
    .sort((a, b) => a.position - b.position);
  const again = met.filter((other) => other.status !== 'planned' && (other.status !== 'skipped' || other.id === task.id));
  const phases = new Set(again.map(({ phase }) => phase));
  return {
    again,
    staySkipped: met.filter((other) => other.status === 'skipped' && other.id !== task.id).length,
    tZeroAt: start === null ? goLive.tZeroAt : Math.max(goLive.tZeroAt, goLive.tZeroAt + at - start),
    gates: [...rows.gate.values()].filter((gate) => isGo(gate) && gate.guards.some((phase) => phases.has(phase))),
  };
}

/** Ends a hold that runs: the clock goes on from the task that is begun again. */
export function recycle(rows: Rows, command: Asked, act: Act): Verdict {
  const found = beforeLive(rows, act);
  if (!found.ok) return found;
  const task = rows.task.get(command.taskId);
  if (!task) return refuse('unknown-task', 'There is no such task in this go-live. It may have been taken back. Reload the board.');
  const preview = recyclePreview(rows, found.value, command, command.at ?? act.occurredAt);
  if (!preview) return refuse('wrong-kind', `${task.ref} is a ${task.kind}. Choose the task the work begins again with.`, [task.ref]);
  if (preview.again.length === 0)
    return refuse('nothing-changed', `${task.ref} and what follows it are not begun. Nothing was changed. Choose an earlier task.`, [
      task.ref,
    ]);
  const wrong = untilRolledBack(rows, 'go back to an earlier task');
  if (wrong) return wrong;
  const moved = movedTZero(found.value, preview.tZeroAt, command);
  if (!moved.ok) return moved;
  const hold = holdNow(rows);
  const note = [command.reason, command.despite].filter(Boolean).join('\n');
  const changes = [
    ...preview.again.flatMap((one) => planned(one)),
    ...unticked(rows, preview.again),
    ...toldAnew(rows, preview.again, act),
  ];
  return decide('goLive.recycle', [...changes, ...moved.value, ...(hold ? stopped(hold, act) : [])], task.id, note);
}

type Asked = z.infer<typeof Recycle>;

/** The task and everything that follows it along the links, through groups. */
function followers(rows: Rows, task: Task): ReadonlySet<string> {
  const { outOf } = networkOf(rows);
  const found = new Set([task.id]);
  const queue = [task];
  for (let at = 0; at < queue.length; at += 1) {
    const each = queue[at] as Task;
    const inside = each.kind === 'group' ? tasksInside(rows, each).map(({ id }) => id) : [];
    const linked = [each, ...groupsAround(rows, each)].flatMap(({ id }) => (outOf.get(id) ?? []).map(({ toId }) => toId));
    for (const id of [...inside, ...linked]) {
      const next = rows.task.get(id);
      if (!next || found.has(id)) continue;
      found.add(id);
      queue.push(next);
    }
  }
  return found;
}

/** When the plan starts a task, UTC ms; null when it gives no time. */
function plannedStarts(rows: Rows, goLive: GoLive): (task: Task) => number | null {
  const { times } = scheduleOf(rows, goLive, goLive.tZeroAt);
  return (task) => (task.startOffset === null ? (times.get(task.id)?.plannedStart ?? null) : goLive.tZeroAt + task.startOffset);
}

function planned(task: Task): readonly Change[] {
  const status = 'planned';
  return update(tasks, task, { status, actualStart: null, actualEnd: null, reason: '', blockedAt: null, clearsAt: null, workerId: null });
}

function unticked(rows: Rows, again: readonly Task[]): readonly Change[] {
  const ids = new Set(again.map(({ id }) => id));
  return [...rows.taskStep.values()].flatMap((step) =>
    ids.has(step.taskId) ? update(taskStep, step, { tickedBy: '', tickedAt: null }) : [],
  );
}

/** What was sent stays as it went out; a task that tells something again gets a message to write for it. */
function toldAnew(rows: Rows, again: readonly Task[], act: Act): readonly Change[] {
  const sent = Map.groupBy(
    [...rows.announcement.values()].filter(({ sentAt }) => sentAt !== null),
    ({ taskId }) => taskId,
  );
  const told = again.filter(({ id }) => sent.has(id));
  if (told.length === 0) return [];
  const steps = new Map(playbookOf(rows)?.phases.flatMap((phase) => phase.steps.map((step) => [step.key, step] as const)));
  return told.flatMap((task) => {
    const step = steps.get(task.source);
    if (step?.task) return announcementOf({ ...step, task: step.task }, task.id, act);
    return (sent.get(task.id) ?? []).map((row) => insert(announcement, { ...row, id: act.newId(), sentBy: '', sentAt: null }));
  });
}
