/** A plan as read from a file, before it is imported: its tasks, what could not be read, and what was assumed. */
import type { RowProblem } from '../../../base/sheet/sheet.ts';
import type { Rows } from '../../tables.ts';
import type { Task, TaskStatus } from '../schema.ts';
import type { PlanField } from './fields.ts';
import type { Predecessor } from './predecessors.ts';

export interface PlanTask {
  /** Number of its row in the file. */
  readonly row: number;
  /** Empty when the plan gives none. */
  readonly sourceId: string;
  readonly title: string;
  readonly detail: string;
  readonly kind: Task['kind'];
  readonly phase: string;
  readonly stream: string;
  /** Names as written. */
  readonly owners: readonly string[];
  /** UTC ms; null when the plan gives no time. */
  readonly plannedStart: number | null;
  readonly durationMs: number;
  readonly status: TaskStatus;
  readonly actualStart: number | null;
  readonly actualEnd: number | null;
  readonly predecessors: readonly Predecessor[];
  readonly comments: string;
  /** Column name → text, for every filled cell that no field takes in full. */
  readonly extra: Readonly<Record<string, string>>;
}

export interface PlanPreview {
  /** The rows that can be imported, in the order of the file. */
  readonly tasks: readonly PlanTask[];
  /** By row. A row with a refused problem is not among `tasks`. */
  readonly problems: readonly RowProblem[];
  /** What was assumed for many rows at once, as sentences. */
  readonly notes: readonly string[];
  /** Ids of the tasks of one cycle, the first repeated at the end; null when the plan has none. */
  readonly cycle: readonly string[] | null;
  /** The fields the file has columns for. */
  readonly fields: readonly PlanField[];
  /** The columns no field takes; they stay on the task. */
  readonly otherColumns: readonly string[];
}

/** What reading a plan needs to know of the go-live. */
export interface PlanContext {
  readonly zone: string;
  readonly tZeroAt: number;
  readonly people: readonly { readonly name: string }[];
  /** Tasks of the record, which a plan may name as predecessors by their source id or reference. */
  readonly tasks: readonly { readonly sourceId: string; readonly ref: string }[];
}

export function planContext(rows: Rows, goLiveId: string): PlanContext | null {
  const goLive = rows.goLive.get(goLiveId);
  if (!goLive) return null;
  return { zone: goLive.zone, tZeroAt: goLive.tZeroAt, people: [...rows.person.values()], tasks: [...rows.task.values()] };
}
