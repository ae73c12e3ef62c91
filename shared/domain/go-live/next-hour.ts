/** What comes next, in the order of the clock: starts and ends of tasks, gates, conditions, checks and sessions. */
import { mayDecideAgain } from '../gate/decision-rules.ts';
import { dueAt } from '../readiness/standing.ts';
import type { TaskLine } from '../runbook/lines.ts';
import type { Schedule } from '../runbook/schedule.ts';
import { isClosed } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';
import { gateTimes } from './milestones.ts';

/** `overdue` runs past its planned length, `if cleared` is blocked: nobody knows when they end. */
export type ComingWhat = 'may start' | 'starts' | 'finishes' | 'overdue' | 'if cleared' | 'decides' | 'due' | 'session';

export interface Coming {
  /** Unique in the list. */
  readonly id: string;
  /** UTC ms, never before now. */
  readonly at: number;
  readonly what: ComingWhat;
  readonly ref: string;
  readonly title: string;
  readonly board: 'runbook' | 'gate' | 'readiness' | 'training';
}

export const HOUR_MS = 3_600_000;

/** Everything to come, earliest first; what may start now stands first. Times of tasks and gates are forecasts. */
export function comingUp(rows: Rows, lines: readonly TaskLine[], schedule: Schedule, now: number): readonly Coming[] {
  const coming = [
    ...lines.flatMap((line) => ofTask(line, now)),
    ...ofGates(rows, schedule),
    ...ofConditions(rows),
    ...ofChecks(rows),
    ...ofSessions(rows),
  ];
  return coming.filter(({ at }) => at >= now).sort((a, b) => a.at - b.at || rank[a.what] - rank[b.what] || a.ref.localeCompare(b.ref));
}

const rank: Readonly<Record<ComingWhat, number>> = {
  decides: 0,
  due: 1,
  session: 2,
  'may start': 3,
  overdue: 4,
  finishes: 5,
  'if cleared': 6,
  starts: 7,
};

function ofTask({ task, state, times }: TaskLine, now: number): readonly Coming[] {
  if (isClosed(task) || task.kind === 'group') return [];
  const common = { ref: task.ref, title: task.title, board: 'runbook' } as const;
  const end = { ...common, id: `${task.id} end`, at: times.end };
  if (state === 'blocked') return [{ ...end, what: 'if cleared' }];
  if (state === 'in progress') return [{ ...end, what: times.end <= now ? 'overdue' : 'finishes' }];
  const mayStart = state === 'ready' && times.start <= now;
  const start = { ...common, id: `${task.id} start`, at: times.start, what: mayStart ? ('may start' as const) : ('starts' as const) };
  return task.durationMs === 0 ? [start] : [start, { ...end, what: 'finishes' }];
}

function ofGates(rows: Rows, schedule: Schedule): readonly Coming[] {
  return gateTimes(rows, schedule).flatMap(({ gate, at }) =>
    at !== null && mayDecideAgain(gate) ? [{ id: gate.id, at, what: 'decides', ref: gate.ref, title: gate.title, board: 'gate' }] : [],
  );
}

function ofConditions(rows: Rows): readonly Coming[] {
  return [...rows.condition.values()].flatMap(({ id, gateId, status, dueAt: at, content }) =>
    status === 'open' ? [{ id, at, what: 'due', ref: rows.gate.get(gateId)?.ref ?? '', title: content, board: 'gate' }] : [],
  );
}

function ofChecks(rows: Rows): readonly Coming[] {
  return [...rows.check.values()].flatMap((check) => {
    const at = dueAt(rows, check);
    if (at === null || (check.status !== 'open' && check.status !== 'in work')) return [];
    return [{ id: check.id, at, what: 'due', ref: check.ref, title: check.title, board: 'readiness' }];
  });
}

function ofSessions(rows: Rows): readonly Coming[] {
  return [...rows.session.values()].flatMap(({ id, courseId, startsAt, isCancelled }) => {
    const course = rows.course.get(courseId);
    return course && !isCancelled ? [{ id, at: startsAt, what: 'session', ref: course.ref, title: course.title, board: 'training' }] : [];
  });
}
