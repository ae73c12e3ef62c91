/** The rows of the Gantt: heads of groups and tasks, one below the other, all equally high. */
import type { TaskLine } from '../../../../shared/domain/runbook/lines.ts';
import { planTree } from '../plan-tree.ts';
import type { Grouping, TaskGroup } from '../task-groups.ts';

export const ROW = 28;

export type GanttLine =
  | { readonly kind: 'group'; readonly group: TaskGroup }
  | { readonly kind: 'row'; readonly line: TaskLine; readonly depth: number };

export interface GanttRows {
  readonly lines: readonly GanttLine[];
  /** Task id to the index of its row. */
  readonly rowOf: ReadonlyMap<string, number>;
}

const nothing: ReadonlySet<string> = new Set();

/** By the plan's own groups, tasks stand in the tree; else under the heads of `groups`, which one list by time has none of. */
export function ganttRows(
  groups: readonly TaskGroup[],
  grouping: Grouping,
  shown: readonly TaskLine[],
  all: readonly TaskLine[],
): GanttRows {
  const lines = grouping === 'plan' ? treeLines(shown, all) : groups.flatMap((group) => groupLines(group, grouping));
  const rowOf = new Map<string, number>();
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as GanttLine;
    if (line.kind === 'row') rowOf.set(line.line.task.id, at);
  }
  return { lines, rowOf };
}

function groupLines(group: TaskGroup, grouping: Grouping): readonly GanttLine[] {
  const rows = group.lines.map((line) => ({ kind: 'row' as const, line, depth: 0 }));
  return grouping === 'time' ? rows : [{ kind: 'group', group }, ...rows];
}

function treeLines(shown: readonly TaskLine[], all: readonly TaskLine[]): readonly GanttLine[] {
  const { lines, depths } = planTree(shown, all, nothing);
  return lines.map((line) => ({ kind: 'row', line, depth: depths.get(line.task.id) ?? 0 }));
}
