/** The values of the passes as the schedule everybody reads. What did not change is the same object as in the schedule before. */

import type { Task } from '../schema.ts';
import { CRITICAL_BELOW_MS, type GateTimes, type Schedule, type TaskTimes } from '../times.ts';
import { edgeKinds } from './edges.ts';
import { timing } from './inputs.ts';
import { roles } from './nodes.ts';
import { timesByTask } from './times-by-task.ts';
import { type Frame, modes, type Standing } from './values.ts';

export interface Told {
  readonly schedule: Schedule;
  /** By node of a task. */
  readonly times: readonly TaskTimes[];
}

/** `onSameNetwork`: nodes mean what they did in `before`, and those that are not `changed` have the times they had. */
export function tell(standing: Standing, finish: number, changed: Uint8Array, before: Told | null, onSameNetwork: boolean): Told {
  const { network, values } = standing;
  const times: TaskTimes[] = new Array(network.tasks.length);
  const groups: number[] = [];
  for (let node = 0; node < times.length; node += 1) {
    if (network.role[node] === roles.task) {
      const known = onSameNetwork ? before?.times[node] : before?.schedule.times.get((network.tasks[node] as Task).id);
      times[node] = known && onSameNetwork && changed[node] === 0 ? known : kept(known, timesOf(standing, node));
    } else groups.push(node);
  }
  if (groups.length > 0) tellGroups(standing, times, before);
  let plannedFinish = Number.NEGATIVE_INFINITY;
  for (let node = 0; node < times.length; node += 1) {
    const task = network.tasks[node] as Task;
    const end = values.plannedEnd[node] as number;
    if (task.kind !== 'group' && task.kind !== 'rollback' && end > plannedFinish) plannedFinish = end;
  }
  const schedule: Schedule = {
    times: timesByTask(network, times),
    finish: finite(finish),
    plannedFinish: finite(plannedFinish),
    gates: gateTimes(standing),
    cycle: network.cycle,
  };
  return { schedule, times };
}

function timesOf({ network, inputs, values, frame }: Standing, node: number): TaskTimes {
  const start = values.start[node] as number;
  const end = values.end[node] as number;
  const plannedEnd = values.plannedEnd[node] as number;
  const isSkipped = (network.tasks[node] as Task).status === 'skipped';
  const float = values.mode[node] === modes.closed ? null : (values.lateEnd[node] as number) - end;
  const freeFloat = float === null ? null : Math.min(float, (values.freeEnd[node] as number) - end);
  const fixedAt = frame.tZeroComes + (inputs.offset[node] as number);
  return {
    plannedStart: finite(values.plannedStart[node] as number),
    plannedEnd: finite(plannedEnd),
    start,
    end,
    slip: Number.isNaN(plannedEnd) || isSkipped ? 0 : end - plannedEnd - heldFor(frame, values.mode[node] as number),
    float,
    freeFloat,
    isCritical: float !== null && float < CRITICAL_BELOW_MS,
    missesTime: inputs.timing[node] === timing.fixed && !isSkipped && start - fixedAt >= CRITICAL_BELOW_MS,
  };
}

/** By how much a running hold is expected to move the plan of what is still open: that much is no slip. */
function heldFor({ tZeroAt, tZeroComes }: Frame, mode: number): number {
  return mode === modes.closed ? 0 : tZeroComes - tZeroAt;
}

/** A group has the least floats of its open tasks; groups follow those inside them. */
function tellGroups({ network, values, frame }: Standing, times: TaskTimes[], before: Told | null): void {
  const { order, role, inAt, from, kind } = network;
  for (let at = 0; at < order.length; at += 1) {
    const node = order[at] as number;
    if (role[node] !== roles.span && role[node] !== roles.emptySpan) continue;
    let [float, freeFloat]: [number | null, number | null] = [null, null];
    for (let edge = inAt[node] as number; edge < (inAt[node + 1] as number); edge += 1) {
      const child = kind[edge] === edgeKinds.child ? times[from[edge] as number] : undefined;
      if (!child || child.float === null || child.freeFloat === null) continue;
      float = Math.min(float ?? child.float, child.float);
      freeFloat = Math.min(freeFloat ?? child.freeFloat, child.freeFloat);
    }
    const [start, end, plannedEnd] = [values.start[node] as number, values.end[node] as number, values.plannedEnd[node] as number];
    times[node] = kept(before?.schedule.times.get((network.tasks[node] as Task).id), {
      plannedStart: finite(values.plannedStart[node] as number),
      plannedEnd: finite(plannedEnd),
      start,
      end,
      slip: Number.isNaN(plannedEnd) ? 0 : end - plannedEnd - heldFor(frame, float === null ? modes.closed : modes.open),
      float,
      freeFloat,
      isCritical: float !== null && float < CRITICAL_BELOW_MS,
      missesTime: false,
    });
  }
}

function gateTimes({ network: { gates, firstGate }, values }: Standing): ReadonlyMap<string, GateTimes> {
  const at = (index: number) => ({
    plannedAt: finite(values.plannedStart[firstGate + index] as number),
    at: values.start[firstGate + index] as number,
  });
  return new Map(gates.map(({ id }, index) => [id, at(index)]));
}

function kept(before: TaskTimes | undefined, now: TaskTimes): TaskTimes {
  if (!before) return now;
  const isSame =
    before.plannedStart === now.plannedStart &&
    before.plannedEnd === now.plannedEnd &&
    before.start === now.start &&
    before.end === now.end &&
    before.slip === now.slip &&
    before.float === now.float &&
    before.freeFloat === now.freeFloat &&
    before.missesTime === now.missesTime;
  return isSame ? before : now;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
