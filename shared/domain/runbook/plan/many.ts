/** One change for many tasks, as the edits of each of them. */
import type { Rows } from '../../tables.ts';
import type { Task } from '../schema.ts';
import type { EditTasksCommand } from './commands.ts';
import { withInside } from './order.ts';

export interface ManyChange {
  readonly stream?: string;
  readonly phase?: string;
  readonly timing?: Task['timing'];
  readonly runIn?: Task['runIn'];
  /** In place of the owners, or beside them. */
  readonly owners?: { readonly ids: readonly string[]; readonly how: 'instead' | 'too' };
  /** Added to the planned start of those that have one, ms. */
  readonly shiftMs?: number;
  /** Factor for the duration, and for shortest and longest; whole minutes come out where whole minutes went in. */
  readonly stretch?: number;
}

const MINUTE = 60_000;
const MOST_OWNERS = 40;

/** `taskIds` with all that stands in their groups. A group itself takes stream and phase only. Tasks that would stay as they are are left out. */
export function editsForMany(rows: Pick<Rows, 'task'>, taskIds: Iterable<string>, change: ManyChange): EditTasksCommand['edits'] {
  return withInside(rows, taskIds).flatMap((task) => {
    const wanted = Object.entries(fieldsFor(task, change)).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(task[field as keyof Task]),
    );
    if (wanted.length === 0) return [];
    const was = Object.fromEntries(wanted.map(([field]) => [field, task[field as keyof Task]]));
    return [{ taskId: task.id, was, set: Object.fromEntries(wanted) } as EditTasksCommand['edits'][number]];
  });
}

function fieldsFor(task: Task, { stream, phase, timing, runIn, owners, shiftMs = 0, stretch = 1 }: ManyChange): Partial<Task> {
  const both = { ...(stream !== undefined && { stream }), ...(phase !== undefined && { phase }) };
  if (task.kind === 'group') return both;
  const stretched = (ms: number) => (ms % MINUTE === 0 ? Math.round((ms * stretch) / MINUTE) * MINUTE : Math.round(ms * stretch));
  return {
    ...both,
    ...(timing !== undefined && (timing !== 'fixed' || task.startOffset !== null) && { timing }),
    ...(runIn !== undefined && { runIn }),
    ...(owners && {
      ownerIds: owners.how === 'instead' ? [...owners.ids] : [...new Set([...task.ownerIds, ...owners.ids])].slice(0, MOST_OWNERS),
    }),
    ...(shiftMs !== 0 && task.startOffset !== null && { startOffset: task.startOffset + shiftMs }),
    ...(stretch !== 1 && {
      durationMs: stretched(task.durationMs),
      ...(task.shortestMs !== null && { shortestMs: stretched(task.shortestMs) }),
      ...(task.longestMs !== null && { longestMs: stretched(task.longestMs) }),
    }),
  };
}
