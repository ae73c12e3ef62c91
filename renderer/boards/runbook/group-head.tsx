/** The head of a group of tasks: its name, how much of it is closed, what is wrong in it, when it ends. */
import { Mark } from '../../ui/mark.tsx';
import type { Grouping, TaskGroup } from './task-groups.ts';

export function groupHead(group: TaskGroup, grouping: Grouping) {
  return {
    head: grouping === 'time' ? 'All tasks' : group.name,
    quiet: `${group.closed} of ${group.tasks} closed`,
    cells: {
      state: group.blocked > 0 && <Mark state="blocked">{group.blocked} blocked</Mark>,
      forecast: <span className="f">{group.ends}</span>,
      offset: group.late > 0 && <span className="warn">{group.late} late</span>,
    },
  };
}
