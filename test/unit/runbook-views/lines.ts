/** Lines of the runbook for tests of its views: a task with times, nothing else of a plan needed. */
import type { TaskLine } from '../../../shared/domain/runbook/lines.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { aTask, idOf, MINUTE, T_ZERO } from '../../support/builders.ts';

interface Given extends Partial<Omit<TaskLine, 'task' | 'times'>> {
  readonly task?: Partial<Task>;
  readonly times?: Partial<TaskLine['times']>;
}

/** Task `number`, such as T-007, from `start` to `end` minutes after T-0. Its status follows its state, and one that is late has slipped. */
export function aLine(number: number, start: number, end: number, { task = {}, times = {}, ...rest }: Given = {}): TaskLine {
  const { state = 'not ready' } = rest;
  const status = state === 'ready' || state === 'not ready' ? 'planned' : state;
  const [from, to] = [T_ZERO + start * MINUTE, T_ZERO + end * MINUTE];
  return {
    task: aTask({
      id: idOf(number),
      ref: `T-${String(number).padStart(3, '0')}`,
      title: `Task ${number}`,
      position: number,
      status,
      ...task,
    }),
    state: 'not ready',
    times: {
      plannedStart: from,
      plannedEnd: to,
      start: from,
      end: to,
      slip: rest.isLate ? MINUTE : 0,
      float: 0,
      freeFloat: 0,
      isCritical: false,
      missesTime: false,
      ...times,
    },
    isLate: false,
    owners: '',
    tZeroAt: T_ZERO,
    ...rest,
  };
}
