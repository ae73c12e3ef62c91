/** What the passes read of each node beside the shape of the plan: how long, when, and where its work stands. */
import type { Gate } from '../../gate/schema.ts';
import type { Task } from '../schema.ts';
import { isGo } from '../task-state.ts';
import type { Network } from './network.ts';

export const states = { unstarted: 0, held: 1, running: 2, blocked: 3, failed: 4, closed: 5 } as const;
export const timing = { notBefore: 0, fixed: 1, afterPredecessors: 2 } as const;
/** Which finish a node counts for: none (groups, gates, skipped tasks), that of the go-live, or that of rolling back. */
export const counts = { none: 0, forward: 1, back: 2 } as const;

/** By node; instants UTC ms, lengths ms, NaN for null. A gate has its planned offset in `offset` and its go in `actualEnd`. */
export interface Inputs {
  readonly state: Uint8Array;
  readonly timing: Uint8Array;
  readonly counts: Uint8Array;
  /** Never negative: a negative length counts as none. */
  readonly duration: Float64Array;
  readonly offset: Float64Array;
  readonly actualStart: Float64Array;
  readonly actualEnd: Float64Array;
  readonly blockedAt: Float64Array;
  readonly clearsAt: Float64Array;
}

export function emptyInputs(count: number): Inputs {
  const instants = () => new Float64Array(count).fill(Number.NaN);
  return {
    state: new Uint8Array(count),
    timing: new Uint8Array(count),
    counts: new Uint8Array(count),
    duration: new Float64Array(count),
    offset: instants(),
    actualStart: instants(),
    actualEnd: instants(),
    blockedAt: instants(),
    clearsAt: instants(),
  };
}

export function inputsOf({ count, tasks, gates, firstGate }: Network): Inputs {
  const inputs = emptyInputs(count);
  for (let node = 0; node < tasks.length; node += 1) setTask(inputs, node, tasks[node] as Task);
  gates.forEach((gate, index) => {
    setGate(inputs, firstGate + index, gate);
  });
  return inputs;
}

export function setTask(inputs: Inputs, node: number, task: Task): void {
  inputs.state[node] = stateOf(task);
  inputs.timing[node] = task.timing === 'fixed' ? timing.fixed : task.timing === 'not before' ? timing.notBefore : timing.afterPredecessors;
  inputs.counts[node] = countsFor(task);
  inputs.duration[node] = Math.max(0, task.durationMs);
  inputs.offset[node] = task.startOffset ?? Number.NaN;
  inputs.actualStart[node] = task.actualStart ?? Number.NaN;
  inputs.actualEnd[node] = task.actualEnd ?? Number.NaN;
  inputs.blockedAt[node] = task.blockedAt ?? Number.NaN;
  inputs.clearsAt[node] = task.clearsAt ?? Number.NaN;
}

export function setGate(inputs: Inputs, node: number, gate: Gate): void {
  const passedAt = isGo(gate) ? gate.decidedAt : null;
  inputs.state[node] = passedAt === null ? states.unstarted : states.closed;
  inputs.offset[node] = gate.plannedOffset ?? Number.NaN;
  inputs.actualEnd[node] = passedAt ?? Number.NaN;
}

/** Whether a gate waits for that task of its phase: unless the task is planned to start at the gate or later. */
export function isAwaited({ offset, duration }: Inputs, task: number, gate: number): boolean {
  const [start, at] = [offset[task] as number, offset[gate] as number];
  return !(start >= at && start + (duration[task] as number) > at); // NaN, where the plan gives no time, is awaited
}

function stateOf({ status, actualStart }: Task): number {
  if (status === 'planned') return states.unstarted;
  if (status === 'in progress') return states.running;
  if (status === 'blocked') return actualStart === null ? states.held : states.blocked;
  return status === 'failed' ? states.failed : states.closed;
}

function countsFor({ kind, status }: Task): number {
  if (kind === 'group' || status === 'skipped') return counts.none;
  return kind === 'rollback' ? counts.back : counts.forward;
}
