/** The fields of a task that people plan, how they are called, and a task's plan as one value: what a person saw when they changed it. */
import { sameValue } from '../../../base/change.ts';
import type { Rows } from '../../tables.ts';
import { networkOf } from '../network.ts';
import type { Link, Task } from '../schema.ts';

/** Fields of the task row that a sheet edits. */
export const rowFields = [
  ...(['title', 'kind', 'stream', 'phase', 'ownerIds', 'startOffset', 'durationMs', 'shortestMs', 'longestMs', 'timing'] as const),
  ...(['runIn', 'peopleNeeded', 'undoMs'] as const),
] as const satisfies readonly (keyof Task)[];
export type RowField = (typeof rowFields)[number];
/** `after` are the links into the task; they are rows of their own, but people read them as a field of it. */
export type PlanField = RowField | 'after';
export const planFields: readonly PlanField[] = [...rowFields, 'after'];
/** Further fields of the task row that its form edits. */
export const formFields = ['detail', 'comments', 'startsItself', 'command', 'address'] as const satisfies readonly (keyof Task)[];
export type TaskField = PlanField | (typeof formFields)[number];
export const taskFields: readonly TaskField[] = [...planFields, ...formFields];

/** A predecessor and how the task hangs on it. */
export type Predecessor = Pick<Link, 'fromId' | 'kind' | 'lagMs'>;
export type PlanValues = Pick<Task, RowField> & { readonly after: readonly Predecessor[] };

export const fieldWords: Readonly<Record<TaskField, string>> = {
  title: 'Title',
  kind: 'Kind',
  stream: 'Stream',
  phase: 'Phase',
  ownerIds: 'Owners',
  startOffset: 'Start',
  durationMs: 'Duration',
  shortestMs: 'Shortest',
  longestMs: 'Longest',
  timing: 'Timing',
  runIn: 'Run in',
  peopleNeeded: 'People',
  undoMs: 'Undo',
  after: 'Predecessors',
  detail: 'Detail',
  comments: 'Comments',
  startsItself: 'Starts by itself',
  command: 'Command',
  address: 'Address',
};

/** What stands in one field of a task now. */
export function planValue(rows: Pick<Rows, 'link'>, task: Task, field: TaskField): unknown {
  return field === 'after' ? predecessorsOf(rows, task.id) : task[field];
}

/** In an order of their own, so that the same predecessors are equal. */
export function predecessorsOf(rows: Pick<Rows, 'link'>, taskId: string): readonly Predecessor[] {
  return inFixedOrder(networkOf(rows).into.get(taskId) ?? []);
}

/** Whether a field means the same; people and predecessors do in any order. */
export function samePlanValue(field: TaskField, a: unknown, b: unknown): boolean {
  if (field === 'after') return sameValue(inFixedOrder(a as readonly Predecessor[]), inFixedOrder(b as readonly Predecessor[]));
  if (field === 'ownerIds') return sameValue([...(a as string[])].sort(), [...(b as string[])].sort());
  return sameValue(a, b);
}

function inFixedOrder(links: readonly Predecessor[]): readonly Predecessor[] {
  const text = ({ fromId, kind }: Predecessor) => `${fromId} ${kind}`;
  return links.map(({ fromId, kind, lagMs }) => ({ fromId, kind, lagMs })).sort((a, b) => (text(a) < text(b) ? -1 : 1));
}
