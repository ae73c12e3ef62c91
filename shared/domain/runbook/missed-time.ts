/** How it is told that a task cannot be at the fixed time it was planned for. */
import { formatSpan, formatTime } from '../../base/time-words.ts';
import type { TaskLine } from './lines.ts';
import { isClosed } from './task-state.ts';

/** Such as `cannot start at its fixed time 02:10, 2 h late`; empty for every other task, and once it is closed. */
export function missedTimeWords({ task, times }: Pick<TaskLine, 'task' | 'times'>, zone: string): string {
  if (!times.missesTime || times.plannedStart === null || isClosed(task)) return '';
  const [fixed, late] = [formatTime(times.plannedStart, zone), formatSpan(times.start - times.plannedStart)];
  return task.actualStart === null
    ? `cannot start at its fixed time ${fixed}, ${late} late`
    : `began ${late} after its fixed time ${fixed}`;
}

/** The same for a row of a table, such as `fixed 02:10, 2 h late`. */
export function missedTimeInShort(line: Pick<TaskLine, 'task' | 'times'>, zone: string): string {
  const { plannedStart, start } = line.times;
  if (plannedStart === null || missedTimeWords(line, zone) === '') return '';
  return `fixed ${formatTime(plannedStart, zone)}, ${formatSpan(start - plannedStart)} late`;
}
