/** Baselines: the plan as it was frozen, and how far the plan and the night have moved from it since. */
import { z } from 'zod';
import { insert, remove } from '../../base/change.ts';
import { id, line, text } from '../../base/fields.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import { type Baseline, baseline as baselines, MOST_PLANNED } from './schedule-schema.ts';

export const FreezeBaseline = z.strictObject({ name: line, remark: text.default('') });
export const RemoveBaseline = z.strictObject({ baselineId: id });

/** Each go-live keeps at most this many. */
export const MOST_BASELINES = 20;

/** Keeps the planned times of every task that has one. */
export function freezeBaseline(rows: Rows, command: z.infer<typeof FreezeBaseline>, act: Act): Verdict {
  const goLive = rows.goLive.get(act.goLiveId);
  if (!goLive) return refuse('unknown-go-live', 'There is no such go-live in this record. Nothing was frozen.');
  if ([...rows.baseline.values()].some(({ name }) => name.toLowerCase() === command.name.toLowerCase())) {
    return refuse('name-taken', `There is a baseline ${command.name} already. Nothing was frozen. Choose another name.`);
  }
  if (rows.baseline.size >= MOST_BASELINES) {
    return refuse('too-many', `There are ${MOST_BASELINES} baselines, and no more are kept. Nothing was frozen. Remove one first.`);
  }
  const { times, plannedFinish } = scheduleOf(rows, goLive, act.now);
  const spans = [...times].flatMap(([taskId, { plannedStart, plannedEnd }]): Baseline['spans'] =>
    plannedStart === null || plannedEnd === null ? [] : [[taskId, plannedStart, plannedEnd]],
  );
  if (spans.length === 0) {
    return refuse('nothing-planned', 'No task has a planned time. Nothing was frozen. Give tasks a start, or link them to one that has.');
  }
  if (spans.length > MOST_PLANNED) {
    return refuse('too-large', `A baseline keeps ${MOST_PLANNED} tasks; this plan has ${spans.length}. Nothing was frozen.`);
  }
  const frozen: Baseline = {
    id: act.newId(),
    goLiveId: act.goLiveId,
    name: command.name,
    note: command.remark,
    frozenBy: act.actor,
    frozenAt: act.occurredAt,
    tZeroAt: goLive.tZeroAt,
    finishAt: plannedFinish,
    spans,
  };
  return decide('baseline.freeze', [insert(baselines, frozen)], frozen.id);
}

export function removeBaseline(rows: Rows, { baselineId }: z.infer<typeof RemoveBaseline>, _act: Act): Verdict {
  const found = rows.baseline.get(baselineId);
  if (!found) return refuse('unknown-baseline', 'That baseline is not in this go-live any more. Nothing was changed.');
  return decide('baseline.remove', [remove(baselines, found)], found.id);
}

/** How a task stands against a baseline, ms; positive is later. */
export interface Variance {
  readonly baselineStart: number;
  readonly baselineEnd: number;
  /** The plan as it is now; null when it gives no time any more. */
  readonly planMs: number | null;
  /** The forecast, or what really happened. */
  readonly endMs: number;
  readonly startMs: number;
}

/** By task id, for the tasks the baseline and the schedule both know, so that added and removed ones are missing. */
export function variances({ spans }: Pick<Baseline, 'spans'>, { times }: Pick<Schedule, 'times'>): ReadonlyMap<string, Variance> {
  const found = new Map<string, Variance>();
  for (const [taskId, baselineStart, baselineEnd] of spans) {
    const own = times.get(taskId);
    if (!own) continue;
    const planMs = own.plannedEnd === null ? null : own.plannedEnd - baselineEnd;
    found.set(taskId, { baselineStart, baselineEnd, planMs, startMs: own.start - baselineStart, endMs: own.end - baselineEnd });
  }
  return found;
}
