/** The tasks that want attention now, worst first: stopped, late, running, critical. */
import { isCritical, isStopped, type TaskLine } from './lines.ts';

/** Headings want nothing. Stopped before late before running before critical; within each the critical ones, then the longest slip, then the earliest end. */
export function wantingTasks(lines: readonly TaskLine[]): readonly TaskLine[] {
  return lines
    .filter((line) => line.task.kind !== 'group' && rank(line) < 4)
    .sort((a, b) => rank(a) - rank(b) || weight(b) - weight(a) || byTime(a, b));
}

function rank(line: TaskLine): number {
  if (isStopped(line)) return 0;
  if (line.isLate) return 1;
  if (line.state === 'in progress') return 2;
  return isCritical(line) ? 3 : 4;
}

function weight(line: TaskLine): number {
  return isCritical(line) ? 1 : 0;
}

function byTime(a: TaskLine, b: TaskLine): number {
  return b.times.slip - a.times.slip || a.times.end - b.times.end || a.task.position - b.task.position;
}
