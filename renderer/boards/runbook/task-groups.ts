/** Tasks in groups: by stream, by phase, or as one list by time. The group that is worst stands first. */
import { formatTime } from '../../../shared/base/time-words.ts';
import type { TaskLine } from '../../../shared/domain/runbook/lines.ts';
import { isClosed } from '../../../shared/domain/runbook/task-state.ts';

export const groupings = ['stream', 'phase', 'time'] as const;
export type Grouping = (typeof groupings)[number];

export interface TaskGroup {
  readonly key: string;
  readonly name: string;
  readonly lines: readonly TaskLine[];
  readonly closed: number;
  readonly blocked: number;
  readonly late: number;
  /** Forecast end of its last task, in words. */
  readonly ends: string;
}

/** `phaseTitle` gives the words of a phase key; `phaseOrder` the playbook's order of phases. */
export function groupsOf(
  lines: readonly TaskLine[],
  grouping: Grouping,
  zone: string,
  phaseTitle: (key: string) => string,
  phaseOrder: readonly string[],
): readonly TaskGroup[] {
  const keyOf = ({ task }: TaskLine) => (grouping === 'stream' ? task.stream : grouping === 'phase' ? task.phase : '');
  const groups = [...Map.groupBy(lines, keyOf)].map(([key, own]) => groupOf(key, grouping === 'phase' ? phaseTitle(key) : key, own, zone));
  if (grouping === 'time')
    return groups.map((group) => ({ ...group, lines: [...group.lines].sort((a, b) => a.times.start - b.times.start) }));
  if (grouping === 'phase') return groups.sort((a, b) => rank(phaseOrder, a.key) - rank(phaseOrder, b.key));
  return groups.sort((a, b) => b.blocked - a.blocked || b.late - a.late || a.name.localeCompare(b.name));
}

function groupOf(key: string, name: string, lines: readonly TaskLine[], zone: string): TaskGroup {
  const ends = Math.max(...lines.map(({ times }) => times.end));
  return {
    key,
    name: name || 'Without a name',
    lines,
    closed: lines.filter(({ task }) => isClosed(task)).length,
    blocked: lines.filter(({ state }) => state === 'blocked' || state === 'failed').length,
    late: lines.filter(({ isLate }) => isLate).length,
    ends: formatTime(ends, zone),
  };
}

function rank(order: readonly string[], key: string): number {
  const at = order.indexOf(key);
  return at === -1 ? order.length : at;
}
