/** Trouble put into a drill: what may be placed, made by a seeded generator, struck when it is due, and over after its length. */
import type { z } from 'zod';
import { type Change, insert, update } from '../../base/change.ts';
import { ok, type Result, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { type Task, task as tasks } from '../runbook/schema.ts';
import { isClosed, isInRun } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';
import { drillOf } from './clock-rules.ts';
import type { EndTrouble, PlaceTrouble, Trouble } from './commands.ts';
import { type Injection, injection as injections } from './schema.ts';

export const MOST_TROUBLE = 200;

/**
 * The trouble as the host keeps it, when it makes sense in this drill. `act.now` is what the drill shows; `runners` are the ids of the
 * people who run it, whom nothing may keep from that.
 */
export function troubleFrom(
  rows: Rows,
  command: z.infer<typeof PlaceTrouble>,
  act: Act,
  runners: ReadonlySet<string> = new Set(),
): Result<Trouble> {
  const found = drillOf(rows, act.goLiveId);
  if (!found.ok) return found;
  if (command.dueAt < act.now) return refuse('in-the-past', 'That time has passed in this drill. Nothing was put in. Give a later one.');
  const wantsTask = command.kind === 'failure' || command.kind === 'delay';
  const task = rows.task.get(command.taskId ?? '');
  if (wantsTask && !(task && isStrikable(task) && isInRun(task, found.value)))
    return refuse('unknown-task', 'Choose a task of this drill that is still open. Nothing was put in.');
  if (!wantsTask && !rows.person.has(command.personId ?? ''))
    return refuse('unknown-person', 'Choose a person of this drill. Nothing was put in.');
  if (!wantsTask && runners.has(command.personId ?? ''))
    return refuse(
      'runs-the-drill',
      `${nameOf(rows, command.personId)} runs this drill. Nothing was put in. Choose somebody who is trained in it.`,
    );
  if (command.kind === 'delay' && command.lengthMs === 0) return refuse('no-length', 'Say how long the delay lasts. Nothing was put in.');
  const taskId = wantsTask ? command.taskId : null;
  const personId = wantsTask ? null : command.personId;
  return ok({ ...command, taskId, personId, id: act.newId(), setBy: act.actor });
}

/**
 * Struck tasks are those somebody works on: a failure or delay waits until its task has begun, and is dropped when it is over. So is
 * trouble whose task or person has left the drill.
 */
export function strikes(rows: Rows, { dueAt, taskId, personId }: Trouble, now: number): 'now' | 'later' | 'never' {
  if (dueAt > now) return 'later';
  if (taskId === null) return rows.person.has(personId ?? '') ? 'now' : 'never';
  const task = rows.task.get(taskId);
  if (!task || isClosed(task)) return 'never';
  return task.status === 'in progress' ? 'now' : 'later';
}

/** Strikes: the row that everybody sees from now on, and what it does to its task. What strikes never is kept as over without a strike. */
export function strike(rows: Rows, trouble: Trouble, act: Act): Verdict {
  const isNever = strikes(rows, trouble, act.now) === 'never';
  const struckAt = isNever ? null : act.now;
  const endedAt = isNever ? act.now : null;
  const taskId = rows.task.has(trouble.taskId ?? '') ? trouble.taskId : null;
  const personId = rows.person.has(trouble.personId ?? '') ? trouble.personId : null;
  const row = insert(injections, { ...trouble, taskId, personId, goLiveId: act.goLiveId, struckAt, endedAt });
  const task = isNever ? undefined : rows.task.get(trouble.taskId ?? '');
  return decide(isNever ? 'trouble.miss' : 'trouble.strike', [row, ...(task ? hit(task, trouble, act) : [])], trouble.id);
}

function hit(task: Task, { kind, says, lengthMs }: Trouble, { now }: Act): readonly Change[] {
  if (kind === 'failure') return update(tasks, task, { status: 'failed', reason: says, actualEnd: now, blockedAt: null, clearsAt: null });
  return update(tasks, task, { status: 'blocked', reason: says, blockedAt: now, clearsAt: now + lengthMs });
}

/** The trouble whose length is over at `now`. What lasts until people mend it is never over by itself. */
export function overAt(rows: Pick<Rows, 'injection'>, now: number): readonly Injection[] {
  return [...rows.injection.values()].filter(
    ({ struckAt, endedAt, lengthMs }) => struckAt !== null && endedAt === null && lengthMs > 0 && struckAt + lengthMs <= now,
  );
}

/** Ends all that is over by its length. Refused when nothing is. */
export function endOver(rows: Rows, act: Act): Verdict {
  const over = overAt(rows, act.now);
  if (over.length === 0) return refuse('nothing-due', 'No trouble is over now.');
  const changes = over.flatMap((each) => update(injections, each, { endedAt: (each.struckAt ?? act.now) + each.lengthMs }));
  return decide('trouble.end', changes, over.length === 1 ? (over[0]?.id ?? null) : null);
}

/** Ends one at once, as when an absent person is back. */
export function endTrouble(rows: Rows, { injectionId }: z.infer<typeof EndTrouble>, act: Act): Verdict {
  const found = rows.injection.get(injectionId);
  if (!found || found.struckAt === null || found.endedAt !== null)
    return refuse('not-running', 'That trouble does not last any more. Nothing was changed.');
  return decide('trouble.end', update(injections, found, { endedAt: act.now }), found.id);
}

/** Trouble of one of `kinds` that a person is in at present; null for none. */
export function troubleOf(
  rows: Pick<Rows, 'injection'>,
  personId: string | null,
  ...kinds: readonly Injection['kind'][]
): Injection | null {
  if (personId === null) return null;
  for (const each of rows.injection.values())
    if (each.personId === personId && each.struckAt !== null && each.endedAt === null && kinds.includes(each.kind)) return each;
  return null;
}

function nameOf({ person }: Pick<Rows, 'person'>, personId: string | null): string {
  return person.get(personId ?? '')?.name ?? 'This person';
}

/** A hold is no work that could fail: its end is the clock's. */
export function isStrikable(task: Pick<Task, 'status' | 'kind'>): boolean {
  return !isClosed(task) && !unstruck.has(task.kind);
}

const unstruck: ReadonlySet<Task['kind']> = new Set(['group', 'milestone', 'rollback', 'hold']);
