/** Tasks in groups: by stream, phase, day or person, in one list by time, or as the plan's own tree. */
import { formatDate, formatDay, formatTime } from '../../../shared/base/time-words.ts';
import type { TaskLine } from '../../../shared/domain/runbook/lines.ts';
import { goesForward, tallyOf } from '../../../shared/domain/runbook/tally.ts';

export const groupings = ['stream', 'phase', 'day', 'person', 'plan', 'time'] as const;
export type Grouping = (typeof groupings)[number];

export interface TaskGroup {
  readonly key: string;
  readonly name: string;
  readonly lines: readonly TaskLine[];
  /** Figures of its tasks that go forward. */
  readonly tasks: number;
  readonly closed: number;
  readonly blocked: number;
  readonly late: number;
  /** Forecast start of its first and end of its last task, UTC ms. */
  readonly from: number;
  readonly to: number;
  /** The end in words. */
  readonly ends: string;
}

export interface GroupWords {
  readonly zone: string;
  /** The words of a phase key. */
  readonly phaseTitle: (key: string) => string;
  /** The playbook's order of phases. */
  readonly phaseOrder: readonly string[];
}

/** The group that is worst stands first by stream and person; phases and days follow their own order. `plan` and `time` are one group. */
export function groupsOf(lines: readonly TaskLine[], grouping: Grouping, words: GroupWords): readonly TaskGroup[] {
  if (lines.length === 0) return [];
  const { zone, phaseTitle, phaseOrder } = words;
  if (grouping === 'plan') return [groupOf('', 'All tasks', lines, zone)];
  if (grouping === 'time') return [groupOf('', 'All tasks', [...lines].sort(byStart), zone)];
  const groups = [...Map.groupBy(lines, keyOf(grouping, zone))].map(([key, own]) =>
    groupOf(key, nameOf(grouping, key, own, words), own, zone),
  );
  if (grouping === 'phase') return groups.sort((a, b) => rank(phaseOrder, a.key) - rank(phaseOrder, b.key) || a.from - b.from);
  if (grouping === 'day')
    return groups.map((group) => ({ ...group, lines: [...group.lines].sort(byStart) })).sort((a, b) => a.from - b.from);
  return groups.sort((a, b) => b.blocked - a.blocked || b.late - a.late || a.name.localeCompare(b.name));

  function nameOf(by: Grouping, key: string, own: readonly TaskLine[], { zone: shownIn }: GroupWords): string {
    if (by === 'phase') return phaseTitle(key) || 'No phase';
    if (by === 'day') return formatDay(own[0]?.times.start ?? 0, shownIn);
    return key || (by === 'person' ? 'Nobody' : 'No stream');
  }
}

function keyOf(grouping: Grouping, zone: string): (line: TaskLine) => string {
  if (grouping === 'stream') return ({ task }) => task.stream;
  if (grouping === 'phase') return ({ task }) => task.phase;
  if (grouping === 'day') return ({ times }) => formatDate(times.start, zone);
  return ({ owners }) => owners;
}

function byStart(a: TaskLine, b: TaskLine): number {
  return a.times.start - b.times.start || a.task.position - b.task.position;
}

function groupOf(key: string, name: string, lines: readonly TaskLine[], zone: string): TaskGroup {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { times } of lines) {
    from = Math.min(from, times.start);
    to = Math.max(to, times.end);
  }
  const { all: tasks, closed, stopped: blocked, late } = tallyOf(lines.filter(({ task }) => goesForward(task)));
  return { key, name, lines, tasks, closed, blocked, late, from, to, ends: formatTime(to, zone) };
}

function rank(order: readonly string[], key: string): number {
  const at = order.indexOf(key);
  return at === -1 ? order.length : at;
}
