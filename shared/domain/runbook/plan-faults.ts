/** What is wrong with a plan or its clocks so that the schedule had to take it otherwise than it was written; each said as a sentence. */
import { formatSpan } from '../../base/time-words.ts';
import type { GoLive } from '../go-live/schema.ts';
import type { Rows } from '../tables.ts';
import { networkOf } from './network.ts';
import { isInRun } from './task-state.ts';
import type { Schedule, ScheduleRows } from './times.ts';

export interface PlanFault {
  readonly kind: 'cycle' | 'missing task' | 'negative length' | 'same id' | 'clock back' | 't-zero passed';
  /** Without a full stop. */
  readonly sentence: string;
  /** What the schedule makes of it, and what to do; whole sentences. */
  readonly because: string;
  /** References of the tasks it is about, those of a circle in its order; empty for none. */
  readonly refs: readonly string[];
}

/** Faults of tasks and links. `cycle` is the schedule's. Empty in a sound plan. */
export function planFaults(rows: Pick<ScheduleRows, 'task' | 'link'>, cycle: readonly string[] | null): readonly PlanFault[] {
  const refOf = (id: string) => rows.task.get(id)?.ref ?? 'a task that is gone';
  const faults: PlanFault[] = [];
  if (cycle) {
    const refs = cycle.map(refOf);
    const path = circlePath(rows, cycle);
    const because = 'The schedule is computed as if the link that closes it were not there. Remove one of these links.';
    faults.push({ kind: 'cycle', sentence: `Tasks wait for each other in a circle: ${path}`, because, refs });
  }
  const broken = [...rows.link.values()].filter(({ fromId, toId }) => !rows.task.has(fromId) || !rows.task.has(toId));
  if (broken.length > 0) {
    const refs = [...new Set(broken.flatMap(({ fromId, toId }) => [fromId, toId]).flatMap((id) => rows.task.get(id)?.ref ?? []))];
    const whose = refs.length > 0 ? ` at ${refs.slice(0, 5).join(', ')}` : '';
    const sentence = `${broken.length === 1 ? 'A link leads' : `${broken.length} links lead`} to a task that is missing${whose}`;
    faults.push({ kind: 'missing task', sentence, because: 'It holds nothing. Remove it, or link to the task that was meant.', refs });
  }
  const negative = [...rows.task.values()].filter(({ durationMs }) => durationMs < 0).map(({ ref }) => ref);
  if (negative.length > 0) {
    const sentence = `${negative.slice(0, 5).join(', ')} ${negative.length === 1 ? 'has' : 'have'} a length below zero`;
    faults.push({ kind: 'negative length', sentence, because: 'It counts as none. Give it a length.', refs: negative });
  }
  const ids = new Set<string>();
  const twice = [...rows.task.values()].filter(({ id }) => ids.size === ids.add(id).size).map(({ ref }) => ref);
  if (twice.length > 0) {
    const sentence = `${twice.slice(0, 5).join(', ')} ${twice.length === 1 ? 'has the id of another task' : 'have ids of other tasks'}`;
    faults.push({
      kind: 'same id',
      sentence,
      because: 'Of two tasks with one id the first is scheduled. Import the plan again.',
      refs: twice,
    });
  }
  return faults;
}

/** A circle of tasks in words, with the kind of each link that is not finish to start: `T-001 SS → T-002 → T-001`. */
export function circlePath(rows: Pick<ScheduleRows, 'task' | 'link'>, cycle: readonly string[]): string {
  const { outOf } = networkOf(rows);
  const steps = cycle.map((id, at) => {
    const next = cycle[(at + 1) % cycle.length];
    const kind = outOf.get(id)?.find(({ toId }) => toId === next)?.kind ?? 'FS';
    return `${rows.task.get(id)?.ref ?? id}${kind === 'FS' ? '' : ` ${kind}`}`;
  });
  return [...steps, rows.task.get(cycle[0] as string)?.ref ?? cycle[0]].join(' → ');
}

/** Clocks of screens are cut down to the minute, so less than this is no fault. */
const NOTICED_MS = 120_000;

/**
 * Whether time is where the record left it. A clock that was set back shows as acts that lie in the future: the schedule then goes on
 * from the latest of them, so that no forecast falls behind what has happened. `schedule` is that of the rows.
 */
export function clockWarnings(rows: Pick<Rows, 'goLive' | 'task'>, schedule: Pick<Schedule, 'times'>, now: number): readonly PlanFault[] {
  const [goLive] = rows.goLive.values();
  if (!goLive || goLive.stage === 'closed' || goLive.stage === 'scrubbed') return [];
  const warnings: PlanFault[] = [];
  let [latest, ref] = [now, ''];
  for (const task of rows.task.values()) {
    const at = Math.max(task.actualStart ?? 0, task.actualEnd ?? 0, task.blockedAt ?? 0);
    if (at > latest) [latest, ref] = [at, task.ref];
  }
  if (latest - now >= NOTICED_MS) {
    const because = `${ref} was recorded ${formatSpan(latest - now)} from now. Forecasts go on from then. Set the clock of the host right, or correct the time of ${ref}.`;
    warnings.push({ kind: 'clock back', sentence: `The clock is ${formatSpan(latest - now)} behind the record`, because, refs: [ref] });
  }
  const passed = tZeroPassed(rows, goLive, schedule, now);
  return passed ? [...warnings, passed] : warnings;
}

/** T-0 lies in the past of a plan nobody has begun, be it that it was moved there. */
function tZeroPassed(rows: Pick<Rows, 'task'>, goLive: GoLive, { times }: Pick<Schedule, 'times'>, now: number): PlanFault | null {
  if (goLive.stage !== 'planning' || now - goLive.tZeroAt < NOTICED_MS) return null;
  const waiting = [...rows.task.values()].filter((task) => {
    const plannedStart = times.get(task.id)?.plannedStart ?? null;
    return task.status === 'planned' && task.kind !== 'group' && isInRun(task, goLive) && plannedStart !== null && plannedStart < now;
  });
  if (waiting.length === 0) return null;
  const many = waiting.length === 1 ? '1 task is' : `${waiting.length} tasks are`;
  const because = `${many} planned before now and forecast from now on. Start the cutover, or move T-0.`;
  return {
    kind: 't-zero passed',
    sentence: `T-0 was ${formatSpan(now - goLive.tZeroAt)} ago, and the cutover has not begun`,
    because,
    refs: [],
  };
}
