/** Tasks that start by themselves: Gantry starts them as soon as nothing holds them and their time has come. */
import { type Change, update } from '../../../base/change.ts';
import { refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import { withHold } from '../../go-live/hold-tasks.ts';
import { applyChanges, type Rows } from '../../tables.ts';
import { type Task, task as tasks } from '../schema.ts';
import { heldBack } from '../start-stops.ts';
import { whatHolds } from '../task-state.ts';

export interface SelfStarts {
  /** Those that may start now. */
  readonly due: readonly Task[];
  /** The next planned start among those that only wait for their time, UTC ms; infinity where none does. */
  readonly nextAt: number;
}

const none: SelfStarts = { due: [], nextAt: Number.POSITIVE_INFINITY };

/**
 * What starts by itself at `now`. Nothing before the cutover has begun, during a hold, or while a rollback runs; tasks of a rollback
 * never. `nextAt` is when to look again if no row changes before.
 */
export function selfStarts(rows: Rows, goLiveId: string, now: number): SelfStarts {
  const goLive = rows.goLive.get(goLiveId);
  if (goLive?.stage !== 'cutover' && goLive?.stage !== 'hypercare') return none;
  if (isPaused(rows)) return none;
  const due: Task[] = [];
  let nextAt = none.nextAt;
  for (const task of rows.task.values()) {
    if (!isSelfStarting(task)) continue;
    const from = task.timing === 'after predecessors' || task.startOffset === null ? 0 : goLive.tZeroAt + task.startOffset;
    if (from > now) nextAt = Math.min(nextAt, from);
    else if (whatHolds(rows, task).length === 0 && !heldBack(rows, task, undefined, { now, occurredAt: now })) due.push(task);
  }
  return { due, nextAt };
}

/**
 * Starts all that is due; milestones finish in the same moment, and what only waited for them starts too. A built-in hold begins last:
 * after it nothing starts by itself. Refused when nothing is due.
 */
export function startDueTasks(rows: Rows, act: Act): Verdict {
  const changes: Change[] = [];
  let after = rows;
  for (let waiting = selfStarts(rows, act.goLiveId, act.now).due; waiting.length > 0; ) {
    const [hold, ...others] = [...waiting].sort((a, b) => Number(b.kind === 'hold') - Number(a.kind === 'hold'));
    const made = hold?.kind === 'hold' ? [...startsOf(others, act), ...holdOf(rows, hold, act)] : startsOf(waiting, act);
    changes.push(...made);
    after = applyChanges(after, made);
    waiting = waiting.some(({ kind }) => kind === 'milestone') ? selfStarts(after, act.goLiveId, act.now).due : [];
  }
  if (changes.length === 0) return refuse('nothing-due', 'No task starts by itself now.');
  const ids = new Set(changes.map(({ id }) => id));
  return decide('task.autoStart', changes, ids.size === 1 ? (changes[0]?.id ?? null) : null);
}

function isPaused(rows: Pick<Rows, 'hold' | 'rollback'>): boolean {
  for (const { endedAt } of rows.hold.values()) if (endedAt === null) return true;
  for (const { endedAt } of rows.rollback.values()) if (endedAt === null) return true;
  return false;
}

function isSelfStarting({ startsItself, status, kind }: Task): boolean {
  return startsItself && status === 'planned' && kind !== 'group' && kind !== 'rollback';
}

/** Holds are left out: only one begins at a time. */
function startsOf(due: readonly Task[], { now }: Act): readonly Change[] {
  return due.filter(({ kind }) => kind !== 'hold').flatMap((task) => startOf(task, now));
}

function holdOf(rows: Rows, task: Task, act: Act): readonly Change[] {
  const verdict = withHold(rows, decide('task.autoStart', startOf(task, act.now), task.id), act);
  return verdict.ok ? verdict.value.changes : [];
}

function startOf(task: Task, now: number): readonly Change[] {
  if (task.kind !== 'milestone') return update(tasks, task, { status: 'in progress', actualStart: now });
  return update(tasks, task, { status: 'finished', actualStart: now, actualEnd: now });
}
