/** A schedule that is kept: given the next rows it looks only at what differs, and answers what a schedule made anew would. */
import type { Gate } from '../../gate/schema.ts';
import { tZeroExpected } from '../../go-live/hold.ts';
import type { Task } from '../schema.ts';
import type { Schedule, ScheduleFrame, ScheduleRows } from '../times.ts';
import { edgeKinds } from './edges.ts';
import { floatPass } from './float-pass.ts';
import { forecastPass } from './forecast-pass.ts';
import { counts, type Inputs, inputsOf, setGate, setTask } from './inputs.ts';
import { type Network, networkFrom } from './network.ts';
import { planPass } from './plan-pass.ts';
import { type Told, tell } from './result.ts';
import { sameGates, sameShape } from './shape.ts';
import { allMarks, emptyValues, type Frame, type Marks, type Standing, type Values } from './values.ts';
import { workClock } from './work-clock.ts';

export interface Scheduler {
  /** The whole schedule as it stands at `now`. What did not change is the same object as before. */
  readonly next: (rows: ScheduleRows, goLive: ScheduleFrame, now: number) => Schedule;
}

interface Kept extends Standing {
  readonly rows: ScheduleRows;
  readonly goLive: ScheduleFrame;
  readonly now: number;
  readonly finishes: { readonly forward: number; readonly back: number };
  readonly told: Told;
}

export function openScheduler(): Scheduler & { readonly standing: () => Standing | null } {
  let kept: Kept | null = null;
  return {
    next: (rows, goLive, now) => {
      kept = advance(kept, rows, goLive, now);
      return kept.told.schedule;
    },
    standing: () => kept,
  };
}

function advance(kept: Kept | null, rows: ScheduleRows, goLive: ScheduleFrame, now: number): Kept {
  if (kept && isSame(kept, rows, goLive, now)) return kept;
  const changed = kept && shapeStays(kept, rows, goLive) ? sameShape(kept.network, kept.rows.task, rows.task) : null;
  return kept && changed ? moved(kept, changed, rows, goLive, now) : made(kept, rows, goLive, now);
}

function isSame({ rows: before, goLive: was, now: then }: Kept, rows: ScheduleRows, goLive: ScheduleFrame, now: number): boolean {
  const tables = ['task', 'link', 'gate', 'hold', 'calendar'] as const;
  return tables.every((name) => before[name] === rows[name]) && was.tZeroAt === goLive.tZeroAt && sameFrame(was, goLive) && then === now;
}

/** Whether the network can stay, as far as it depends on other things than tasks. */
function shapeStays({ rows: before, goLive: was }: Kept, rows: ScheduleRows, goLive: ScheduleFrame): boolean {
  return before.link === rows.link && before.calendar === rows.calendar && sameGates(before.gate, rows.gate) && sameFrame(was, goLive);
}

function sameFrame(a: ScheduleFrame, b: ScheduleFrame): boolean {
  return a.zone === b.zone && a.kind === b.kind;
}

/** Everything anew. */
function made(kept: Kept | null, rows: ScheduleRows, goLive: ScheduleFrame, now: number): Kept {
  const network = networkFrom(rows, goLive);
  const inputs = inputsOf(network);
  const values = emptyValues(network.count);
  const clocks = [null, ...network.calendars.map((calendar) => workClock(calendar, goLive.zone ?? 'UTC'))];
  const frame = frameOf(network, inputs, rows, goLive, now, clocks);
  return computed(kept, { rows, goLive, now, network, inputs, values, frame }, allMarks(network.count), null);
}

/** On the same network, with the tasks that differ. */
function moved(kept: Kept, changed: readonly (readonly [number, Task])[], rows: ScheduleRows, goLive: ScheduleFrame, now: number): Kept {
  const { inputs, values } = kept;
  const network = { ...kept.network, tasks: replaced(kept.network.tasks, changed), gates: [...(rows.gate?.values() ?? [])] };
  const marks: Marks = { plan: none(network), forecast: none(network), float: none(network), changed: none(network) };
  const touch = (node: number) => {
    for (const list of [marks.plan, marks.forecast, marks.float, marks.changed]) list[node] = 1;
    for (let edge = network.inAt[node] as number; edge < (network.inAt[node + 1] as number); edge += 1) {
      marks.float[network.from[edge] as number] = 1;
    }
    for (let out = network.outAt[node] as number; out < (network.outAt[node + 1] as number); out += 1) {
      const edge = network.outEdge[out] as number;
      if (network.kind[edge] === edgeKinds.awaits) marks.forecast[network.to[edge] as number] = 1; // it may be awaited no longer
    }
  };
  for (const [node, task] of changed) {
    setTask(inputs, node, task);
    touch(node);
  }
  network.gates.forEach((gate, index) => {
    if (gate === kept.network.gates[index]) return;
    setGate(inputs, network.firstGate + index, gate as Gate);
    touch(network.firstGate + index);
  });
  const frame = frameOf(network, inputs, rows, goLive, now, kept.frame.clocks);
  if (frame.tZeroAt !== kept.frame.tZeroAt) marks.plan.fill(1);
  if (frame.tZeroComes !== kept.frame.tZeroComes) for (const list of [marks.forecast, marks.float, marks.changed]) list.fill(1);
  if (frame.now !== kept.frame.now || frame.holdUntil !== kept.frame.holdUntil) marks.forecast.fill(1);
  return computed(kept, { rows, goLive, now, network, inputs, values, frame }, marks, kept);
}

function computed(before: Kept | null, standing: Omit<Kept, 'finishes' | 'told'>, marks: Marks, same: Kept | null): Kept {
  const { network, inputs, values, frame } = standing;
  planPass(network, inputs, values, frame, marks);
  forecastPass(network, inputs, values, frame, marks);
  const finishes = finishesOf(network, inputs, values);
  if (same && (same.finishes.forward !== finishes.forward || same.finishes.back !== finishes.back)) marks.float.fill(1);
  floatPass(network, inputs, values, frame, finishes, marks);
  const told = tell(standing, finishes.forward, marks.changed, before?.told ?? null, same !== null);
  return { ...standing, finishes, told };
}

/** Minus infinite where no task counts. */
function finishesOf({ tasks }: Network, inputs: Inputs, { end }: Values): Kept['finishes'] {
  let [forward, back] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let node = 0; node < tasks.length; node += 1) {
    const at = end[node] as number;
    if (inputs.counts[node] === counts.forward) forward = Math.max(forward, at);
    else if (inputs.counts[node] === counts.back) back = Math.max(back, at);
  }
  return { forward, back };
}

/** Time goes on from the latest instant that was recorded, also when a clock was set back. */
function frameOf(network: Network, inputs: Inputs, rows: ScheduleRows, goLive: ScheduleFrame, now: number, clocks: Frame['clocks']): Frame {
  let latest = now;
  for (const list of [inputs.actualStart, inputs.actualEnd, inputs.blockedAt]) {
    for (let node = 0; node < network.count; node += 1) if ((list[node] as number) > latest) latest = list[node] as number;
  }
  let holdUntil = latest;
  for (const { endedAt, expectedEndAt } of rows.hold?.values() ?? []) {
    if (endedAt === null && expectedEndAt !== null) holdUntil = Math.max(holdUntil, expectedEndAt);
  }
  const tZeroComes = rows.hold ? tZeroExpected({ hold: rows.hold, task: rows.task }, goLive, latest) : goLive.tZeroAt;
  return { tZeroAt: goLive.tZeroAt, tZeroComes, now: latest, holdUntil, clocks };
}

function replaced(tasks: readonly Task[], changed: readonly (readonly [number, Task])[]): readonly Task[] {
  if (changed.length === 0) return tasks;
  const next = [...tasks];
  for (const [node, task] of changed) next[node] = task;
  return next;
}

function none({ count }: Network): Uint8Array {
  return new Uint8Array(count);
}
