/** Taking what rehearsals took as the lengths of the plan: shortest, likely and longest. */
import { type Change, update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { GoLive } from '../go-live/schema.ts';
import { scheduleOf } from '../runbook/schedule.ts';
import { type Task, task as tasks } from '../runbook/schema.ts';
import { applyChanges, type Rows } from '../tables.ts';
import { isWork, type Run, tookMs } from './compare.ts';

const MINUTE = 60_000;

export interface Learnt {
  readonly taskId: string;
  readonly ref: string;
  readonly title: string;
  readonly from: Lengths;
  readonly to: Lengths;
  /** In how many runs it was timed. */
  readonly runs: number;
}
export interface Lengths {
  readonly durationMs: number;
  readonly shortestMs: number | null;
  readonly longestMs: number | null;
}

/**
 * What the runs teach of the open tasks of the real go-live, in plan order; tasks they leave as they are, or that nobody timed, are not
 * in it. From one run its length becomes the likely one; from several the median, with the shortest and the longest. Time
 * in which a task stood blocked is no work and teaches nothing. Whole minutes.
 */
export function learntLengths(real: Pick<Rows, 'task'>, runs: readonly Pick<Run, 'rows' | 'blocked'>[]): readonly Learnt[] {
  const taken = new Map<string, number[]>();
  for (const { rows, blocked } of runs)
    for (const each of rows.task.values()) {
      const took = tookMs(each, blocked);
      if (took === null) continue;
      const list = taken.get(each.planTaskId);
      if (list) list.push(took);
      else taken.set(each.planTaskId, [took]);
    }
  return [...real.task.values()]
    .filter((task) => isWork(task) && task.status === 'planned' && taken.has(task.id))
    .sort((a, b) => a.position - b.position)
    .flatMap((task) => {
      const measured = (taken.get(task.id) ?? []).map(inMinutes).sort((a, b) => a - b);
      const from = { durationMs: task.durationMs, shortestMs: task.shortestMs, longestMs: task.longestMs };
      const to = measured.length === 1 ? widened(task, measured[0] as number) : ofSeveral(measured);
      const isSame = from.durationMs === to.durationMs && from.shortestMs === to.shortestMs && from.longestMs === to.longestMs;
      return isSame ? [] : [{ taskId: task.id, ref: task.ref, title: task.title, from, to, runs: measured.length }];
    });
}

/** One act for all of it, so that one undo takes it back. `note` names the runs. */
export function learnDurations(rows: Rows, learnt: readonly Learnt[], note: string, act: Act): Verdict {
  if (learnt.length === 0)
    return refuse('nothing-learnt', 'The runs chosen timed nothing that the plan does not say already. Nothing was changed.');
  return decide('plan.learn', lengthChanges(rows, learnt), act.goLiveId, note);
}

export interface Impact {
  /** Forecast finish before and after, UTC ms; null without tasks. */
  readonly before: number | null;
  readonly after: number | null;
}

/** What learning does to the finish as it is forecast at `now`. */
export function impactOf(rows: Rows, goLive: GoLive, learnt: readonly Learnt[], now: number): Impact {
  const after = applyChanges(rows, lengthChanges(rows, learnt));
  return { before: scheduleOf(rows, goLive, now).finish, after: scheduleOf(after, goLive, now).finish };
}

function lengthChanges(rows: Pick<Rows, 'task'>, learnt: readonly Learnt[]): readonly Change[] {
  return learnt.flatMap(({ taskId, to }) => {
    const task = rows.task.get(taskId);
    return task ? update(tasks, task, to) : [];
  });
}

/** One measure says nothing of how much it varies: what the plan said of that stays, made wide enough to hold it. */
function widened({ shortestMs, longestMs }: Task, took: number): Lengths {
  return {
    durationMs: took,
    shortestMs: shortestMs === null ? null : Math.min(shortestMs, took),
    longestMs: longestMs === null ? null : Math.max(longestMs, took),
  };
}

function ofSeveral(sorted: readonly number[]): Lengths {
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] as number, sorted[Math.floor(middle)] as number];
  return { durationMs: inMinutes((low + high) / 2), shortestMs: sorted[0] as number, longestMs: sorted.at(-1) as number };
}

function inMinutes(ms: number): number {
  return Math.max(1, Math.round(ms / MINUTE)) * MINUTE;
}
