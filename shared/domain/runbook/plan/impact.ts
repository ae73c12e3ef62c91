/** What a change of the plan does to the night: the finish, the float of streams, the critical tasks, the gates. */
import { formatSpan } from '../../../base/time-words.ts';
import type { Gate } from '../../gate/schema.ts';
import type { GoLive } from '../../go-live/schema.ts';
import type { Rows } from '../../tables.ts';
import { openScheduler } from '../engine/scheduler.ts';
import { CRITICAL_BELOW_MS, type Schedule, type ScheduleFrame, type ScheduleRows } from '../schedule.ts';
import type { Task } from '../schema.ts';

export interface PlanImpact {
  /** How much later everything finishes, ms; negative is earlier, null when there was or is nothing to finish. */
  readonly finishMs: number | null;
  /** The forecast finish comes to lie behind the end of the change window, by this many ms; null when it does not, or did before. */
  readonly pastWindowMs: number | null;
  /** How many tasks start or end at another time. Groups are not counted, nor tasks that are new. */
  readonly moved: number;
  /** Streams that had float left and have none after it. Empty stands for tasks without a stream. */
  readonly usedUp: readonly string[];
  readonly becomeCritical: readonly Task[];
  readonly noLongerCritical: readonly Task[];
  /** Gates that come to lie behind the end of the window. */
  readonly gatesPastWindow: readonly Gate[];
  /** Fixed tasks that come to miss their time. */
  readonly missTime: readonly Task[];
}

type Facts = ScheduleRows & Pick<Rows, 'task'>;
type Frame = ScheduleFrame & Pick<GoLive, 'windowEnd'>;

/** Two plans of one go-live, as they are forecast at `now`. Linear in tasks and links. */
export function planImpact(before: Facts, after: Facts, goLive: Frame, now: number): PlanImpact {
  const was = schedulers.before.next(before, goLive, now);
  const will = schedulers.after.next(after, goLive, now);
  const end = goLive.windowEnd;
  const isPast = (at: number | null | undefined) => end !== null && at !== null && at !== undefined && at > end;
  let moved = 0;
  const [becomeCritical, noLongerCritical, missTime]: [Task[], Task[], Task[]] = [[], [], []];
  for (const task of after.task.values()) {
    if (task.kind === 'group') continue;
    const [old, next] = [was.times.get(task.id), will.times.get(task.id)];
    if (!next) continue;
    if (old && (old.start !== next.start || old.end !== next.end)) moved += 1;
    if (next.isCritical && !old?.isCritical) becomeCritical.push(task);
    if (old?.isCritical && !next.isCritical) noLongerCritical.push(task);
    if (next.missesTime && !old?.missesTime) missTime.push(task);
  }
  const [floatBefore, floatAfter] = [leastFloats(before, was), leastFloats(after, will)];
  return {
    finishMs: was.finish === null || will.finish === null ? null : will.finish - was.finish,
    pastWindowMs: isPast(will.finish) && !isPast(was.finish) ? (will.finish as number) - (end as number) : null,
    moved,
    usedUp: [...floatAfter].flatMap(([stream, float]) =>
      float < CRITICAL_BELOW_MS && (floatBefore.get(stream) ?? 0) >= CRITICAL_BELOW_MS ? [stream] : [],
    ),
    becomeCritical,
    noLongerCritical,
    gatesPastWindow: [...(after.gate?.values() ?? [])].filter(({ id }) => isPast(will.gates.get(id)?.at) && !isPast(was.gates.get(id)?.at)),
    missTime,
  };
}

/** One for each side: what is asked again and again while somebody types costs only what differs. */
const schedulers = { before: openScheduler(), after: openScheduler() };

/** The worst first, each a short sentence without a full stop. Says that nothing moves where nothing does. */
export function impactWords(impact: PlanImpact): readonly string[] {
  const { finishMs, pastWindowMs, moved, usedUp, becomeCritical, noLongerCritical, gatesPastWindow, missTime } = impact;
  const words = [
    ...(pastWindowMs === null ? [] : [`finish comes ${formatSpan(pastWindowMs)} after the change window`]),
    ...gatesPastWindow.map(({ ref }) => `${ref} moves past the window`),
    ...(missTime.length > 0 ? [`${named(missTime)} ${missTime.length === 1 ? 'misses its' : 'miss their'} fixed time`] : []),
    ...(finishMs ? [`moves finish ${finishMs > 0 ? 'by' : 'earlier by'} ${formatSpan(Math.abs(finishMs))}`] : []),
    ...usedUp.map((stream) => `uses all float of ${stream === '' ? 'the tasks without a stream' : `stream ${stream}`}`),
    ...(becomeCritical.length > 0 ? [`${named(becomeCritical)} ${becomeCritical.length === 1 ? 'becomes' : 'become'} critical`] : []),
    ...(noLongerCritical.length > 0 ? [`${named(noLongerCritical)} no longer critical`] : []),
    ...(moved > 0 ? [`${moved} ${moved === 1 ? 'task moves' : 'tasks move'}`] : []),
  ];
  return words.length > 0 ? words : ['no task moves'];
}

const MOST_NAMED = 3;

function named(tasks: readonly Task[]): string {
  const refs = tasks.slice(0, MOST_NAMED).map(({ ref }) => ref);
  const more = tasks.length - refs.length;
  return `${refs.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function leastFloats({ task }: Facts, { times }: Schedule): ReadonlyMap<string, number> {
  const least = new Map<string, number>();
  for (const { id, stream, kind } of task.values()) {
    const float = kind === 'group' ? null : (times.get(id)?.float ?? null);
    if (float !== null && float < (least.get(stream) ?? Number.POSITIVE_INFINITY)) least.set(stream, float);
  }
  return least;
}
