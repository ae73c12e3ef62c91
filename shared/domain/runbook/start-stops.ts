/** Everything that keeps a task from starting: what no reason leads past, and what gives way to one. */
import { type Refusal, refuse } from '../../base/result.ts';
import type { Act } from '../../base/rule.ts';
import { formatTime, zoneName } from '../../base/time-words.ts';
import { holdNow } from '../go-live/hold.ts';
import { rollingBack } from '../rollback/running.ts';
import type { Rows } from '../tables.ts';
import { networkOf } from './network.ts';
import type { Task } from './schema.ts';
import { guardsOf, isInRun, whatHolds } from './task-state.ts';

/** One thing that may stand in the way: its code, what it says in a sentence, and the references it names. Null when it does not. */
interface Stop {
  readonly code: string;
  readonly says: string;
  readonly about: readonly string[];
}
type LooksFor = (rows: Rows, task: Task, act: Pick<Act, 'now' | 'occurredAt'>) => Stop | null;

/** No reason leads past these. */
const firm: readonly LooksFor[] = [outOfRun, heading, gateNotPassed];

/** These give way to a reason. Whoever adds one adds its code to `yieldingCodes`. */
const yielding: readonly LooksFor[] = [rollingBack, onHold, unmetBefore, beforePredecessor, tooFewPeople, tooEarly];

/** Codes of refusals that a person may pass by saying why, in starting and in finishing. */
export const yieldingCodes: ReadonlySet<string> = new Set([
  'held',
  'before-predecessor',
  'too-few-people',
  'too-early',
  'steps-open',
  'on-hold',
  'outside-window',
  'rolling-back',
]);

/** Why `task` may not start, told whole: a reason given once passes all that gives way. Null when it may. */
export function heldBack(
  rows: Rows,
  task: Task,
  despite: string | undefined,
  act: Pick<Act, 'now' | 'occurredAt'>,
): { readonly ok: false; readonly refusal: Refusal } | null {
  for (const looksFor of firm) {
    const stop = looksFor(rows, task, act);
    if (stop) return refuse(stop.code, stop.says, stop.about);
  }
  if (despite !== undefined) return null;
  const stops = yieldingStops(rows, task, act);
  const [first] = stops;
  if (!first) return null;
  const says = `${stops.map((stop) => stop.says).join(' ')} It stays as it was. Wait for that, or say why it goes ahead all the same.`;
  return refuse(
    first.code,
    says,
    stops.flatMap(({ about }) => about),
  );
}

function yieldingStops(rows: Rows, task: Task, act: Pick<Act, 'now' | 'occurredAt'>): readonly Stop[] {
  return yielding.flatMap((looksFor) => looksFor(rows, task, act) ?? []);
}

function outOfRun(rows: Rows, task: Task): Stop | null {
  const goLive = rows.goLive.get(task.goLiveId);
  if (!goLive || isInRun(task, goLive)) return null;
  const where = task.runIn === 'mock only' ? 'exists only in rehearsals' : 'exists only in the real cutover';
  return { code: 'not-in-this-run', says: `${task.ref} ${where}. It is not worked here.`, about: [task.ref] };
}

function heading(_rows: Rows, task: Task): Stop | null {
  if (task.kind !== 'group') return null;
  return { code: 'is-a-group', says: `${task.ref} is a heading. Work the tasks in it.`, about: [task.ref] };
}

function gateNotPassed(rows: Rows, task: Task): Stop | null {
  const gates = guardsOf(rows, task).map(({ ref }) => ref);
  if (gates.length === 0) return null;
  const says = `${task.ref} is guarded by ${gates.join(', ')}, which ${gates.length === 1 ? 'has' : 'have'} not decided go.`;
  return { code: 'gate-not-passed', says: `${says} It stays as it was. Decide the gate first; no reason leads past it.`, about: gates };
}

/** In a hold people still talk to each other, and still go back. */
function onHold(rows: Rows, task: Task): Stop | null {
  const hold = holdNow(rows);
  if (!hold || hold.taskId === task.id || task.kind === 'communication' || task.kind === 'rollback') return null;
  return { code: 'on-hold', says: `${hold.ref} holds the clock (${hold.reason}).`, about: [hold.ref] };
}

function unmetBefore(rows: Rows, task: Task): Stop | null {
  const refs = whatHolds(rows, task).map(({ ref }) => ref);
  return refs.length === 0 ? null : { code: 'held', says: `${task.ref} waits for ${refs.join(', ')}.`, about: refs };
}

/** Written down late: what came before had not ended at the time that is given. */
function beforePredecessor(rows: Rows, task: Task, { now, occurredAt }: Pick<Act, 'now' | 'occurredAt'>): Stop | null {
  if (occurredAt === now) return null;
  const before = endedAfter(rows, task, occurredAt)[0];
  if (!before) return null;
  return {
    code: 'before-predecessor',
    says: `${before.ref} ended ${clock(rows, before.actualEnd)}, after that time.`,
    about: [before.ref],
  };
}

/** Finished predecessors that ended after `at`, by links finish to start without a lead. */
export function endedAfter(rows: Rows, task: Pick<Task, 'id'>, at: number): readonly Task[] {
  return (networkOf(rows).into.get(task.id) ?? []).flatMap((link) => {
    const before = link.kind === 'FS' && link.lagMs >= 0 ? rows.task.get(link.fromId) : undefined;
    return before && before.actualEnd !== null && before.actualEnd > at ? [before] : [];
  });
}

function tooFewPeople(_rows: Rows, task: Task): Stop | null {
  const named = new Set(task.ownerIds).size;
  if (named >= task.peopleNeeded) return null;
  const says = `${task.ref} needs ${task.peopleNeeded} people and names ${named === 0 ? 'nobody' : named}.`;
  return { code: 'too-few-people', says, about: [task.ref] };
}

function tooEarly(rows: Rows, task: Task, { occurredAt }: Pick<Act, 'now' | 'occurredAt'>): Stop | null {
  const goLive = rows.goLive.get(task.goLiveId);
  if (task.timing !== 'fixed' || !goLive) return null;
  if (task.startOffset === null || occurredAt >= goLive.tZeroAt + task.startOffset) return null;
  const says = `${task.ref} is fixed to start at ${clock(rows, goLive.tZeroAt + task.startOffset)}.`;
  return { code: 'too-early', says, about: [task.ref] };
}

/** "02:10 CET", in the zone of the go-live; empty for null. */
export function clock(rows: Rows, at: number | null): string {
  if (at === null) return '';
  const [goLive] = rows.goLive.values();
  const zone = goLive?.zone ?? 'UTC';
  return `${formatTime(at, zone)} ${zoneName(at, zone)}`;
}
