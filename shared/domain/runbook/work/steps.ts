/** The checks inside a task: a short list that is ticked with one press each. */
import type { z } from 'zod';
import { insert, remove, update } from '../../../base/change.ts';
import { ok, type Result, refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import type { Rows } from '../../tables.ts';
import type { Task } from '../schema.ts';
import { isClosed } from '../task-state.ts';
import { taskStep as steps, type TaskStep } from '../work-schema.ts';
import type { AddStep, EditStep, MoveStep, RemoveStep, TickStep, UntickStep } from './commands.ts';

/** A list longer than this is a plan of its own. */
export const MOST_STEPS = 100;

type Command<Schema extends z.ZodType> = z.infer<Schema>;

const known = new WeakMap<Rows['taskStep'], ReadonlyMap<string, readonly TaskStep[]>>();

/** The checks of a task in their order; empty when it has none. */
export function stepsOf(rows: Pick<Rows, 'taskStep'>, task: Pick<Task, 'id'>): readonly TaskStep[] {
  let byTask = known.get(rows.taskStep);
  if (!byTask) {
    byTask = Map.groupBy(
      [...rows.taskStep.values()].sort((a, b) => a.position - b.position),
      ({ taskId }) => taskId,
    );
    known.set(rows.taskStep, byTask);
  }
  return byTask.get(task.id) ?? [];
}

/** Those that must be ticked before the task is finished and are not. */
export function openSteps(rows: Pick<Rows, 'taskStep'>, task: Pick<Task, 'id'>): readonly TaskStep[] {
  return stepsOf(rows, task).filter(({ isRequired, tickedAt }) => isRequired && tickedAt === null);
}

export function addStep(rows: Rows, command: Command<typeof AddStep>, act: Act): Verdict {
  const task = rows.task.get(command.taskId);
  if (!task) return refuse('unknown-task', 'There is no such task in this go-live. Nothing was added. Reload the board.');
  const there = stepsOf(rows, task);
  if (there.length >= MOST_STEPS) {
    const says = `${task.ref} has ${MOST_STEPS} checks already, which is the most a task holds. Nothing was added. Make a task of its own.`;
    return refuse('too-many', says, [task.ref]);
  }
  const added = insert(steps, {
    ...command,
    id: act.newId(),
    goLiveId: act.goLiveId,
    position: (there.at(-1)?.position ?? -1) + 1,
    tickedBy: '',
    tickedAt: null,
  });
  return decide('step.add', [added], added.id);
}

export function editStep(rows: Rows, { stepId, ...fields }: Command<typeof EditStep>, _act: Act): Verdict {
  const found = stepIn(rows, stepId);
  if (!found.ok) return found;
  const changes = update(steps, found.value.step, fields);
  if (changes.length === 0) return refuse('nothing-changed', 'The check already is as you entered it.', [found.value.task.ref]);
  return decide('step.edit', changes, stepId);
}

export function removeStep(rows: Rows, { stepId }: Command<typeof RemoveStep>, _act: Act): Verdict {
  const found = stepIn(rows, stepId);
  return found.ok ? decide('step.remove', [remove(steps, found.value.step)], found.value.task.id) : found;
}

/** A place past the last is the last. */
export function moveStep(rows: Rows, { stepId, to }: Command<typeof MoveStep>, _act: Act): Verdict {
  const found = stepIn(rows, stepId);
  if (!found.ok) return found;
  const { step, task } = found.value;
  const others = stepsOf(rows, task).filter(({ id }) => id !== stepId);
  const ordered = [...others.slice(0, to), step, ...others.slice(to)];
  const changes = ordered.flatMap((each, position) => update(steps, each, { position }));
  if (changes.length === 0) return refuse('nothing-changed', 'The check already stands there.', [task.ref]);
  return decide('step.move', changes, stepId);
}

export function tickStep(rows: Rows, { stepId }: Command<typeof TickStep>, act: Act): Verdict {
  const found = stepIn(rows, stepId);
  if (!found.ok) return found;
  const { step, task } = found.value;
  if (step.tickedAt !== null) return refuse('ticked', `${step.tickedBy} has ticked "${step.title}" already.`, [task.ref]);
  if (isClosed(task)) return refuse('closed', `${task.ref} is ${task.status}. Its checks stay as they were. Reopen it first.`, [task.ref]);
  return decide('step.tick', update(steps, step, { tickedBy: act.actor, tickedAt: act.occurredAt }), stepId);
}

export function untickStep(rows: Rows, { stepId }: Command<typeof UntickStep>, _act: Act): Verdict {
  const found = stepIn(rows, stepId);
  if (!found.ok) return found;
  const { step, task } = found.value;
  if (step.tickedAt === null) return refuse('not-ticked', `"${step.title}" is not ticked.`, [task.ref]);
  if (isClosed(task)) return refuse('closed', `${task.ref} is ${task.status}. Its checks stay as they were. Reopen it first.`, [task.ref]);
  return decide('step.untick', update(steps, step, { tickedBy: '', tickedAt: null }), stepId);
}

function stepIn(rows: Rows, stepId: string): Result<{ readonly step: TaskStep; readonly task: Task }> {
  const step = rows.taskStep.get(stepId);
  const task = step && rows.task.get(step.taskId);
  return step && task ? ok({ step, task }) : refuse('unknown-step', 'That check is not there any more. Nothing was changed.');
}
