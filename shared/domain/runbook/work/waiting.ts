/** Whom a task waits for: the people behind the tasks and gates that hold it. */
import type { Gate } from '../../gate/schema.ts';
import { roleHolders, titleOfRole } from '../../roster/roles.ts';
import type { Rows } from '../../tables.ts';
import type { Task } from '../schema.ts';
import { type TaskState, taskState, whatHolds } from '../task-state.ts';

export interface WaitsFor {
  readonly kind: 'task' | 'gate';
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  /** Of a task; null for a gate. */
  readonly state: TaskState | null;
  /** Who has it in hand; for a gate who decides. Empty when nobody is named. */
  readonly who: readonly string[];
  /** What that waits for itself at the far end of the chain, where somebody can do something now; null when it is that itself. */
  readonly behind: Omit<WaitsFor, 'behind'> | null;
}

/** What holds `task` now, those that are being worked first; empty when nothing does. */
export function waitsFor(rows: Rows, task: Task): readonly WaitsFor[] {
  return whatHolds(rows, task)
    .map((holder) => ({ ...told(rows, holder), behind: farEnd(rows, holder) }))
    .sort((a, b) => Number(b.state !== 'not ready') - Number(a.state !== 'not ready'));
}

const farEnds = new WeakMap<Rows, Map<string, Task | Gate>>();

/** Follows the first that holds each, until something that is not waiting itself. Each task is followed once for each state of the rows. */
function farEnd(rows: Rows, first: Task | Gate): WaitsFor['behind'] {
  const known = farEnds.get(rows) ?? new Map<string, Task | Gate>();
  farEnds.set(rows, known);
  const passed = new Set<string>();
  let at = first;
  while (!('deciderRole' in at) && at.status === 'planned' && !passed.has(at.id)) {
    const end = known.get(at.id);
    passed.add(at.id);
    const next: Task | Gate | undefined = end ?? whatHolds(rows, at)[0];
    if (!next) break;
    at = next;
    if (end) break;
  }
  for (const id of passed) known.set(id, at);
  return at.id === first.id ? null : told(rows, at);
}

function told(rows: Rows, holder: Task | Gate): Omit<WaitsFor, 'behind'> {
  return 'deciderRole' in holder ? gateIn(rows, holder) : taskIn(rows, holder);
}

function taskIn(rows: Rows, task: Task): Omit<WaitsFor, 'behind'> {
  const ids = task.workerId === null ? task.ownerIds : [task.workerId];
  const who = ids.flatMap((id) => rows.person.get(id)?.name ?? []);
  return { kind: 'task', id: task.id, ref: task.ref, title: task.title, state: taskState(rows, task), who };
}

function gateIn(rows: Rows, gate: Gate): Omit<WaitsFor, 'behind'> {
  const holders = roleHolders(rows).get(gate.deciderRole) ?? [];
  const who = holders.length > 0 ? holders.map(({ name }) => name) : [titleOfRole(rows, gate.deciderRole)];
  return { kind: 'gate', id: gate.id, ref: gate.ref, title: gate.title, state: null, who: who.filter(Boolean) };
}
