/** Where the file and the record both changed something since the export: whose is taken. */
import type { Rows } from '../../tables.ts';
import type { Task } from '../schema.ts';
import { type ColumnKey, planColumns } from './columns.ts';
import type { FileClock } from './plan-view.ts';
import { planView } from './plan-view.ts';

export interface DiffChoices {
  /** Whether the file wins where both changed something: everywhere, nowhere, or in the lines with these keys. */
  readonly fileWins: boolean | readonly string[];
  /** Tasks whose rows were deleted are removed. */
  readonly removesMissing: boolean;
  /** Rows that cannot be read are left out; otherwise they stop the import. */
  readonly skipsRefused: boolean;
}

/** Whether the file wins in the line with that key. */
export type Wins = (key: string) => boolean;

export function winsBy({ fileWins }: Pick<DiffChoices, 'fileWins'>): Wins {
  if (typeof fileWins === 'boolean') return () => fileWins;
  const keys = new Set(fileWins);
  return (key) => keys.has(key);
}

const workColumns: ReadonlySet<ColumnKey> = new Set(['id', 'ref', 'status', 'reason', 'actualStart', 'actualEnd']);

/** Tells of a task which columns of its plan changed here since the export, as `Title, Duration (min)`; empty for none. */
export function changesHere(rows: Rows, base: Rows, clock: FileClock): (task: Task) => string {
  const [then, now] = [planView(base, clock), planView(rows, clock)];
  const columns = planColumns(clock.zone).filter(({ key }) => !workColumns.has(key));
  return (task) => {
    const was = base.task.get(task.id);
    const changed = was ? columns.filter(({ key }) => then.cell(was, key) !== now.cell(task, key)) : [];
    return changed.map(({ head }) => head).join(', ');
  };
}
