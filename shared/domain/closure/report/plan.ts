/** Plan against actual: how the work of phases and streams went, which tasks were late, and which did not simply finish. */
import type { Entry } from '../../../base/entry.ts';
import type { GoLive } from '../../go-live/schema.ts';
import { playbookOf } from '../../playbook/of-go-live.ts';
import { plannedSpan } from '../../runbook/schedule.ts';
import { type Task, taskStatuses } from '../../runbook/schema.ts';
import { workedTasks } from '../../runbook/task-state.ts';
import type { Rows } from '../../tables.ts';
import { nameOfPerson } from '../../timeline/told.ts';
import { groupOf, groupsBy } from './plan-groups.ts';
import { phaseNames } from './playbook-words.ts';
import type { PlanPart } from './schema-work.ts';

const LATE_SHOWN = 60;
const EXCEPTIONS_SHOWN = 80;
const MINUTE_MS = 60_000;
const unfinished: ReadonlySet<Task['status']> = new Set(['planned', 'in progress', 'blocked']);

/** `asOf` stands in for the end of tasks that are still open, UTC ms. */
export function planPart(rows: Rows, entries: readonly Entry[], goLive: GoLive, asOf: number): PlanPart {
  const tasks = workedTasks(rows);
  const whole = groupOf('', tasks, goLive, asOf);
  const late = lateTasks(rows, tasks, goLive, asOf);
  const exceptions = exceptionsOf(rows, tasks);
  const phaseName = phaseNames(rows);
  const streams = playbookOf(rows)?.streams ?? [];
  return {
    taskCount: tasks.length,
    byStatus: taskStatuses
      .map((status) => ({ status, count: tasks.filter((task) => task.status === status).length }))
      .filter(({ count }) => count > 0),
    plannedStart: whole.plannedStart,
    plannedEnd: whole.plannedEnd,
    actualStart: whole.actualStart,
    actualEnd: whole.actualEnd,
    slipMs: whole.slipMs,
    lateCount: late.length,
    phases: groupsBy(tasks, ({ phase }) => phaseName.get(phase) ?? (phase || 'No phase'), [...phaseName.values()], goLive, asOf),
    streams: groupsBy(tasks, ({ stream }) => stream || 'No stream', streams, goLive, asOf),
    late: { tasks: late.slice(0, LATE_SHOWN), leftOut: Math.max(0, late.length - LATE_SHOWN) },
    exceptions: { tasks: exceptions.slice(0, EXCEPTIONS_SHOWN), leftOut: Math.max(0, exceptions.length - EXCEPTIONS_SHOWN) },
    moves: movesOf(entries),
  };
}

/** Worst first. */
function lateTasks(rows: Rows, tasks: readonly Task[], goLive: GoLive, asOf: number): PlanPart['late']['tasks'] {
  return tasks
    .flatMap((task) => {
      const { plannedEnd } = plannedSpan(task, goLive.tZeroAt);
      const end = unfinished.has(task.status) ? asOf : task.actualEnd;
      if (plannedEnd === null || end === null || task.status === 'skipped' || end - plannedEnd < MINUTE_MS) return [];
      const { ref, title, stream, status } = task;
      const actualEnd = unfinished.has(status) ? null : task.actualEnd;
      return [{ ref, title, stream, owners: ownersOf(rows, task), status, plannedEnd, actualEnd, lateMs: end - plannedEnd }];
    })
    .sort((a, b) => b.lateMs - a.lateMs);
}

const exceptional = ['failed', 'rolled back', 'skipped', 'finished by workaround'] as const;

function exceptionsOf(rows: Rows, tasks: readonly Task[]): PlanPart['exceptions']['tasks'] {
  return exceptional.flatMap((status) =>
    tasks
      .filter((task) => task.status === status)
      .sort((a, b) => a.position - b.position)
      .map((task) => ({
        ref: task.ref,
        title: task.title,
        stream: task.stream,
        status,
        reason: task.reason || task.comments,
        owners: ownersOf(rows, task),
      })),
  );
}

function ownersOf(rows: Rows, task: Task): string {
  return task.ownerIds
    .map((id) => nameOfPerson(id, rows))
    .filter(Boolean)
    .join(', ');
}

function movesOf(entries: readonly Entry[]): PlanPart['moves'] {
  return entries.flatMap((entry) => {
    if (entry.action !== 'goLive.move') return [];
    const change = entry.changes.find(({ table }) => table === 'goLive');
    const [from, to] = [Number(change?.was?.tZeroAt), Number(change?.set?.tZeroAt)];
    return Number.isFinite(from) && Number.isFinite(to) ? [{ at: entry.occurredAt, by: entry.actor, from, to, note: entry.note }] : [];
  });
}
