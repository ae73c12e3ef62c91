/** Plan against actual: how the work of phases and streams went, which tasks were late, and which did not simply finish. */
import type { Entry } from '../../../base/entry.ts';
import { playbookOf } from '../../playbook/of-go-live.ts';
import { isLate, LATE_FROM_MS } from '../../runbook/late.ts';
import type { Schedule } from '../../runbook/schedule.ts';
import { type Task, taskStatuses } from '../../runbook/schema.ts';
import { countedTasks } from '../../runbook/tally.ts';
import { isClosed } from '../../runbook/task-state.ts';
import type { Rows } from '../../tables.ts';
import { nameOfPerson } from '../../timeline/told.ts';
import { groupOf, groupsBy } from './plan-groups.ts';
import { phaseNames } from './playbook-words.ts';
import type { PlanPart } from './schema-work.ts';

const LATE_SHOWN = 60;
const EXCEPTIONS_SHOWN = 80;

/** `asOf` stands in for the end of tasks that are still open, UTC ms. */
export function planPart(rows: Rows, entries: readonly Entry[], schedule: Schedule, asOf: number): PlanPart {
  const tasks = countedTasks(rows);
  const whole = groupOf('', tasks, schedule, asOf);
  const late = lateTasks(rows, tasks, schedule);
  const exceptions = exceptionsOf(rows, tasks);
  const phaseName = phaseNames(rows);
  const streams = playbookOf(rows)?.streams ?? [];
  return {
    taskCount: tasks.length,
    closedCount: whole.closed,
    openCount: whole.open,
    byStatus: taskStatuses
      .map((status) => ({ status, count: tasks.filter((task) => task.status === status).length }))
      .filter(({ count }) => count > 0),
    plannedStart: whole.plannedStart,
    plannedEnd: whole.plannedEnd,
    actualStart: whole.actualStart,
    actualEnd: whole.actualEnd,
    slipMs: whole.slipMs,
    lateCount: late.filter(({ forecastEnd }) => forecastEnd !== null).length,
    endedLateCount: late.filter(({ actualEnd }) => actualEnd !== null).length,
    phases: groupsBy(tasks, ({ phase }) => phaseName.get(phase) ?? (phase || 'No phase'), [...phaseName.values()], schedule, asOf),
    streams: groupsBy(tasks, ({ stream }) => stream || 'No stream', streams, schedule, asOf),
    late: { tasks: late.slice(0, LATE_SHOWN), leftOut: Math.max(0, late.length - LATE_SHOWN) },
    exceptions: { tasks: exceptions.slice(0, EXCEPTIONS_SHOWN), leftOut: Math.max(0, exceptions.length - EXCEPTIONS_SHOWN) },
    moves: movesOf(entries),
  };
}

/** Open ones that are late by their forecast, as on every board, and those that ended late; worst first. */
function lateTasks(rows: Rows, tasks: readonly Task[], { times }: Schedule): PlanPart['late']['tasks'] {
  return tasks
    .flatMap((task) => {
      const own = times.get(task.id);
      const plannedEnd = own?.plannedEnd ?? null;
      if (!own || plannedEnd === null || task.status === 'skipped') return [];
      const forecastEnd = isClosed(task) ? null : own.end;
      const actualEnd = isClosed(task) ? task.actualEnd : null;
      const lateMs = forecastEnd === null ? (actualEnd ?? plannedEnd) - plannedEnd : own.slip;
      if (forecastEnd === null ? lateMs < LATE_FROM_MS : !isLate(task, own)) return [];
      const { ref, title, stream, status } = task;
      return [{ ref, title, stream, owners: ownersOf(rows, task), status, plannedEnd, actualEnd, forecastEnd, lateMs }];
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
