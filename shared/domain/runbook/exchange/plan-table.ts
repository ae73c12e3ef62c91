/** A plan as a table for people to edit in a spreadsheet and bring back, with a second table that explains the columns. */

import type { GoLive } from '../../go-live/schema.ts';
import type { Rows } from '../../tables.ts';
import type { Task } from '../schema.ts';
import { type PlanColumn, planColumns } from './columns.ts';
import { markText } from './mark.ts';
import { planView } from './plan-view.ts';
import { escaped } from './texts.ts';

export interface PlanTable {
  readonly heads: readonly string[];
  /** Formulas are escaped already. */
  readonly rows: readonly (readonly (string | number)[])[];
  readonly widths: readonly number[];
}

/** The tasks of the plan in their order: those of one stream, or all when `stream` is null. Tasks of a rollback are no plan. */
export function plannedTasks(rows: Rows, stream: string | null): readonly Task[] {
  return [...rows.task.values()]
    .filter((task) => task.kind !== 'rollback' && (stream === null || task.stream === stream))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** `seq`: the newest entry of the record. */
export function planTable(rows: Rows, goLive: GoLive, seq: number, stream: string | null): PlanTable {
  const columns = planColumns(goLive.zone);
  const view = planView(rows, { tZeroAt: goLive.tZeroAt, zone: goLive.zone, order: 'day first' });
  const mark = markText({ goLive: goLive.ref, seq, tZeroAt: goLive.tZeroAt, isWhole: stream === null });
  return {
    heads: columns.map(({ key, head }) => (key === 'id' ? mark : head)),
    rows: plannedTasks(rows, stream).map((task) =>
      columns.map(({ key }) => {
        const cell = view.cell(task, key);
        return typeof cell === 'number' ? cell : escaped(cell);
      }),
    ),
    widths: columns.map(({ width }) => width),
  };
}

/** What each column means, for the second sheet. */
export function explanationTable(goLive: GoLive): PlanTable {
  const rule = (about: string): readonly string[] => ['', about];
  const said = (column: PlanColumn): readonly string[] => [column.head, column.about];
  return {
    heads: ['Column', 'What to write'],
    rows: [
      ...planColumns(goLive.zone).map(said),
      rule(
        'Edit cells, add rows, then bring the file in again under Export / Import on the runbook board. Every change is shown before it is made.',
      ),
      rule(
        'A row you add becomes a task behind the row before it, in the group it names; without a group it stands behind that of the row before it.',
      ),
      rule('A row you delete removes its task only if you say so then; a task that was worked is never removed.'),
      rule('A column you delete says nothing: its fields stay as they are. Rows may be sorted.'),
      rule("A text that begins with = + - @ or ' has an apostrophe before it, so that no program runs it as a formula."),
    ],
    widths: [26, 110],
  };
}
