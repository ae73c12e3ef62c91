/** What can be done to a task, from any board: by one key where nothing must be said, by a question where words are needed. */
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { isClosed, type TaskState } from '../../../shared/domain/runbook/task-state.ts';
import { endToldLate, startToldLate } from '../../../shared/domain/runbook/work/told-late.ts';
import { client } from '../../client/client.ts';
import { useLive } from '../../store/live.ts';
import { hostNow } from '../../ui/clock.ts';
import { askPerson } from '../asked.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import { attempt, attemptLoud } from './attempt.tsx';
import { BlockDialog, EstimateDialog } from './block-dialog.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { WhenDialog } from './when-dialog.tsx';

export interface TaskAct {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
}

/** The acts that make sense now, the likeliest first. Empty for a heading, which is never worked. */
export function actsOn({ task, state }: { readonly task: Task; readonly state: TaskState }): readonly TaskAct[] {
  if (task.kind === 'group') return [];
  const { start, finish, late, block, estimate, unblock, skip, fail, workaround, reopen, handOver, correct } = all(task);
  if (isClosed(task)) return state === 'failed' ? [reopen, skip, correct] : [reopen, correct];
  if (state === 'blocked') return [unblock, estimate, finish, handOver, workaround, skip, fail, late];
  if (state === 'in progress') return [finish, block, handOver, workaround, late, fail, correct];
  return [start, finish, block, handOver, skip, late];
}

function all(task: Task): Readonly<Record<ActName, TaskAct>> {
  const { id: taskId, ref } = task;
  const about = `${ref} ${task.title}`;
  const { startTask, finishTask, unblockTask, skipTask, failTask, reopenTask } = client.runbook;
  const why =
    (title: string, label: string, verb: string, request: typeof skipTask, danger = false) =>
    () =>
      askPerson((onClose) => (
        <ReasonDialog
          {...{ title, about, label, verb, danger, onClose }}
          run={(reason, occurredAt) => attempt(request, { taskId, reason, occurredAt }, `${ref}: ${verb.toLowerCase()}`, about)}
        />
      ));
  const startAt = (occurredAt?: number) => attempt(startTask, { taskId, occurredAt }, `${ref} started`, about);
  const finishAt = (occurredAt?: number, note?: string) => attempt(finishTask, { taskId, occurredAt, note }, `${ref} finished`, about);
  const askWhen = (verb: 'Start' | 'Finish', expectedAt: number | null) =>
    askPerson((onClose) => (
      <WhenDialog {...{ verb, about, expectedAt, onClose }} run={verb === 'Start' ? startAt : (at, note) => finishAt(at, note)} />
    ));
  return {
    start: {
      key: 'S',
      label: 'Start',
      run: () => {
        const { rows, goLive } = present(task);
        const expectedAt = startToldLate(rows, task, goLive, hostNow());
        if (expectedAt === null) attemptLoud(startTask, { taskId }, `${ref} started`, about);
        else askWhen('Start', expectedAt);
      },
    },
    finish: {
      key: 'F',
      label: 'Finish',
      run: () => {
        const { rows, goLive } = present(task);
        const expectedAt = endToldLate(rows, task, goLive, hostNow());
        if (expectedAt === null) attemptLoud(finishTask, { taskId }, `${ref} finished`, about);
        else askWhen('Finish', expectedAt);
      },
    },
    late: { key: 'Shift+F', label: 'Finished earlier', run: () => askWhen('Finish', null) },
    block: { key: 'B', label: 'Block', run: () => askPerson((onClose) => <BlockDialog task={task} onClose={onClose} />) },
    estimate: { key: 'T', label: 'Estimate', run: () => askPerson((onClose) => <EstimateDialog task={task} onClose={onClose} />) },
    unblock: { key: 'B', label: 'Unblock', run: () => attemptLoud(unblockTask, { taskId }, `${ref} unblocked`, about) },
    skip: { key: 'X', label: 'Skip', run: why('Skip task', 'Why it is skipped', 'Skip', skipTask) },
    fail: { key: 'Z', label: 'Fail', run: why('Mark task as failed', 'What failed', 'Fail', failTask, true) },
    workaround: {
      key: 'W',
      label: 'Finish by workaround',
      run: () =>
        askPerson((onClose) => (
          <ReasonDialog
            {...{ about, onClose, title: 'Finish by workaround', label: 'What the workaround is', verb: 'Finish' }}
            run={(note, occurredAt) =>
              attempt(finishTask, { taskId, byWorkaround: true, note, occurredAt }, `${ref} finished by workaround`, about)
            }
          />
        )),
    },
    handOver: { key: 'H', label: 'Hand over', run: () => askPerson((onClose) => <HandOverDialog task={task} onClose={onClose} />) },
    correct: { key: 'C', label: 'Correct times', run: () => askPerson((onClose) => <CorrectDialog task={task} onClose={onClose} />) },
    reopen: { key: 'O', label: 'Reopen', run: why('Reopen task', 'Why it is taken up again', 'Reopen', reopenTask) },
  };
}

type ActName =
  | 'start'
  | 'finish'
  | 'late'
  | 'block'
  | 'estimate'
  | 'unblock'
  | 'skip'
  | 'fail'
  | 'workaround'
  | 'handOver'
  | 'correct'
  | 'reopen';

function present({ goLiveId }: Task) {
  const { rows } = useLive.getState();
  const goLive = rows.goLive.get(goLiveId);
  if (!goLive) throw new Error('a task without a go-live');
  return { rows, goLive };
}
