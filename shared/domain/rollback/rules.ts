/** The course of a rollback: decided, over, given up. Its tasks are worked as any other. */
import type { z } from 'zod';
import { insert, update } from '../../base/change.ts';
import { type Refusal, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { goLive as goLives } from '../go-live/schema.ts';
import { refMaker } from '../refs.ts';
import { type Task, task as tasks } from '../runbook/schema.ts';
import { isClosed } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';
import type { EndRollback, GiveUpRollback, SetRollbackTarget, StartRollback } from './commands.ts';
import { courseOf } from './course.ts';
import { passedNoReturn } from './fuse.ts';
import { wasDone } from './plan.ts';
import { rollbackTasks } from './rollback-tasks.ts';
import { runningRollback, tasksOfRollback } from './running.ts';
import { type Rollback, rollback as rollbacks } from './schema.ts';

/**
 * One decision makes the whole rollback: its row, its tasks and the links between them, so that it is taken back by one undo while
 * nothing of it was worked. Everybody who may work may decide it: at that moment minutes count, and the record says who it was.
 */
export function startRollback(rows: Rows, command: z.infer<typeof StartRollback>, act: Act): Verdict {
  const goLive = rows.goLive.get(act.goLiveId);
  if (!goLive || goLive.stage === 'closed' || goLive.stage === 'scrubbed')
    return refuse('over', 'This go-live is over. Nothing was changed. A rollback belongs to a go-live that is being worked.');
  const running = runningRollback(rows);
  if (running)
    return refuse('already-rolling-back', `${running.ref} runs already. Nothing was changed. End it or give it up first.`, [running.ref]);
  if (![...rows.task.values()].some(wasDone))
    return refuse(
      'nothing-done',
      'Nothing was worked yet, so there is nothing to take back. Nothing was changed. Scrub the go-live instead.',
    );
  const passed = passedNoReturn(rows);
  if (passed.length > 0 && command.despite === undefined) {
    const refs = passed.map(({ ref }) => ref);
    const says = `${refs.join(', ')} decided go and ${refs.length === 1 ? 'is a point' : 'are points'} of no return.`;
    return refuse('past-no-return', `${says} Nothing was started. Fix forward, or say why it is rolled back all the same.`, refs);
  }
  const course = courseOf(rows, command.kind);
  const row: Rollback = {
    id: act.newId(),
    goLiveId: act.goLiveId,
    ref: refMaker('rollback', rows.rollback.values())(),
    kind: command.kind,
    reason: command.reason,
    despite: passed.length > 0 ? (command.despite ?? '') : '',
    decidedBy: act.actor,
    decidedAt: act.occurredAt,
    targetMs: command.targetMs === undefined ? goLive.rollbackTargetMs : command.targetMs,
    forecastEndAt: act.occurredAt + course.backMs,
    windowEnd: goLive.windowEnd,
    endedAt: null,
    outcome: null,
    outcomeNote: '',
    consistencyTaskId: null,
  };
  const { changes, consistencyTaskId } = rollbackTasks(rows, row, course, act);
  return decide('rollback.start', [insert(rollbacks, { ...row, consistencyTaskId }), ...changes], row.id);
}

/** The prior state is back. Every task of it must be over by then, and the consistency check must have been made. */
export function endRollback(rows: Rows, command: z.infer<typeof EndRollback>, act: Act): Verdict {
  const found = runningById(rows, command.rollbackId);
  if ('refusal' in found) return found;
  const own = tasksOfRollback(rows, found);
  const unfinished = own.filter((task) => !isClosed(task) || task.status === 'failed');
  if (unfinished.length > 0) {
    const refs = unfinished.map(({ ref }) => ref);
    const says = `${found.ref} has ${few(refs)} not finished. It goes on.`;
    return refuse('tasks-open', `${says} Finish or skip each first, or give the rollback up.`, refs);
  }
  const check = rows.task.get(found.consistencyTaskId ?? '');
  if (check && check.status !== 'finished' && check.status !== 'finished by workaround')
    return refuse(
      'not-consistent',
      `${check.ref}, the consistency check, was not made. ${found.ref} goes on. Reopen and finish it first.`,
      [check.ref],
    );
  if (act.occurredAt < found.decidedAt) return beforeDecision(found);
  const changes = update(rollbacks, found, {
    endedAt: act.occurredAt,
    outcome: 'back in the prior state',
    outcomeNote: command.outcomeNote,
  });
  return decide('rollback.end', changes, found.id);
}

/** Fix forward instead. Its open tasks are skipped; what was taken back stays so and is started again as any task. */
export function giveUpRollback(rows: Rows, command: z.infer<typeof GiveUpRollback>, act: Act): Verdict {
  const found = runningById(rows, command.rollbackId);
  if ('refusal' in found) return found;
  if (act.occurredAt < found.decidedAt) return beforeDecision(found);
  const left = tasksOfRollback(rows, found).filter((task) => !isClosed(task));
  const reason = `${found.ref} given up: ${command.reason}`.slice(0, 2_000);
  const skipped: Partial<Task> = { status: 'skipped', reason, actualEnd: act.occurredAt, blockedAt: null, clearsAt: null, workerId: null };
  const over = update(rollbacks, found, { endedAt: act.occurredAt, outcome: 'given up', outcomeNote: command.reason });
  return decide('rollback.giveUp', [...over, ...left.flatMap((task) => update(tasks, task, skipped))], found.id);
}

/** Sets how long a rollback of this go-live may take. One that runs keeps the target it was started with. */
export function setRollbackTarget(rows: Rows, { targetMs }: z.infer<typeof SetRollbackTarget>, act: Act): Verdict {
  const goLive = rows.goLive.get(act.goLiveId);
  if (!goLive) return refuse('unknown-go-live', 'There is no such go-live in this record. Nothing was changed.');
  return decide('rollback.target', update(goLives, goLive, { rollbackTargetMs: targetMs }), goLive.id);
}

type Refused = { readonly ok: false; readonly refusal: Refusal };

function runningById(rows: Rows, id: string): Rollback | Refused {
  const found = rows.rollback.get(id);
  if (!found)
    return refuse('unknown-rollback', 'There is no such rollback in this go-live. It may have been taken back. Reload the board.');
  if (found.endedAt !== null) return refuse('rollback-over', `${found.ref} is over: ${found.outcome}. Nothing was changed.`, [found.ref]);
  return found;
}

function beforeDecision({ ref }: Rollback): Refused {
  return refuse('before-decision', `${ref} was decided after that time. Nothing was changed. Give a later time.`, [ref]);
}

const FEW = 4;

function few(refs: readonly string[]): string {
  return refs.length > FEW ? `${refs.slice(0, FEW).join(', ')} and ${refs.length - FEW} more` : refs.join(', ');
}
