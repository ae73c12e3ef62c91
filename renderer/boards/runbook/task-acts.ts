/** What can be done to a task from the board: by one key where nothing must be said, by a question where a reason is needed. */

import type { TaskLine } from '../../../shared/domain/runbook/lines.ts';
import { isClosed } from '../../../shared/domain/runbook/task-state.ts';
import { client, type Outcome } from '../../client/client.ts';
import { act, actLoud, tell } from '../../store/act.ts';

/** A question for the words an act needs. */
export interface Question {
  readonly title: string;
  /** The reference it is about. */
  readonly about: string;
  readonly label: string;
  /** The act as a verb. */
  readonly verb: string;
  readonly danger?: boolean;
  /** `occurredAt` is undefined for now. */
  readonly run: (reason: string, occurredAt: number | undefined) => Promise<Outcome>;
}
export type Ask = (question: Question) => void;

export interface TaskAct {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
}

/** The acts that make sense on `line` now, the likeliest first. */
export function actsOn({ task, state }: TaskLine, ask: Ask): readonly TaskAct[] {
  const { id: taskId, ref } = task;
  const about = `${ref} ${task.title}`;
  const start: TaskAct = { key: 'S', label: 'Start', run: () => void withDespite(client.runbook.startTask, `${ref} started`) };
  const finish: TaskAct = { key: 'F', label: 'Finish', run: () => void withDespite(client.runbook.finishTask, `${ref} finished`) };

  /** What is held back asks once whether it goes ahead all the same. */
  async function withDespite(request: typeof client.runbook.startTask, said: string) {
    const outcome = await act(request, { taskId }, said);
    if (outcome.ok) return;
    if (outcome.refusal.code !== 'held') {
      tell(outcome.refusal);
      return;
    }
    ask({
      title: 'Go ahead all the same',
      about,
      label: `${outcome.refusal.reason} Why does it go ahead?`,
      verb: 'Go ahead',
      danger: true,
      run: (despite, occurredAt) => act(request, { taskId, despite, occurredAt }, said),
    });
  }

  const why =
    (title: string, label: string, verb: string, request: typeof client.runbook.blockTask, danger = false) =>
    () =>
      ask({
        title,
        about,
        label,
        verb,
        danger,
        run: (reason, occurredAt) => act(request, { taskId, reason, occurredAt }, `${ref}: ${verb.toLowerCase()}`),
      });
  const block: TaskAct = { key: 'B', label: 'Block', run: why('Block task', 'What blocks it', 'Block', client.runbook.blockTask) };
  const unblock: TaskAct = {
    key: 'B',
    label: 'Unblock',
    run: () => void actLoud(client.runbook.unblockTask, { taskId }, `${ref} unblocked`),
  };
  const skip: TaskAct = { key: 'X', label: 'Skip', run: why('Skip task', 'Why it is skipped', 'Skip', client.runbook.skipTask) };
  const fail: TaskAct = { key: 'Z', label: 'Fail', run: why('Mark task as failed', 'What failed', 'Fail', client.runbook.failTask, true) };
  const workaround: TaskAct = {
    key: 'W',
    label: 'Finish by workaround',
    run: () =>
      ask({
        title: 'Finish by workaround',
        about,
        label: 'What the workaround is',
        verb: 'Finish',
        run: (note, occurredAt) =>
          act(client.runbook.finishTask, { taskId, byWorkaround: true, note, occurredAt }, `${ref} finished by workaround`),
      }),
  };
  const late: TaskAct = {
    key: 'Shift+F',
    label: 'Finished earlier',
    run: () =>
      ask({
        title: 'Finished earlier',
        about,
        label: 'How it is known',
        verb: 'Finish',
        run: (note, occurredAt) => act(client.runbook.finishTask, { taskId, note, occurredAt }, `${ref} finished`),
      }),
  };
  const reopen: TaskAct = {
    key: 'O',
    label: 'Reopen',
    run: why('Reopen task', 'Why it is taken up again', 'Reopen', client.runbook.reopenTask),
  };

  if (isClosed(task)) return state === 'failed' ? [reopen, skip] : [reopen];
  if (state === 'blocked') return [unblock, finish, workaround, skip, fail];
  if (state === 'in progress') return [finish, block, workaround, late, fail];
  return [start, finish, block, skip, late];
}
