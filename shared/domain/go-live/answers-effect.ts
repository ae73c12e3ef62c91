/** What new answers do to a plan, counted from the changes of the act, for people to see before they give them. */
import type { Change } from '../../base/change.ts';

export interface AnswersEffect {
  readonly checksOff: number;
  readonly checksOn: number;
  readonly testsOff: number;
  readonly testsOn: number;
  readonly criteriaOff: number;
  readonly criteriaOn: number;
  /** Nobody touched them: they go. */
  readonly tasksRemoved: number;
  /** Worked on, edited or pointed at: they stay as skipped. */
  readonly tasksKept: number;
  readonly tasksAdded: number;
  /** Set aside before: they come back as they were. */
  readonly tasksBack: number;
}

/** `changes` are those of `answerConditions`. */
export function answersEffect(changes: readonly Change[]): AnswersEffect {
  const count = (table: string, is: (change: Change) => boolean) => changes.filter((change) => change.table === table && is(change)).length;
  const sets = (field: string, fits: (value: unknown) => boolean) => (change: Change) =>
    change.was !== null && change.set !== null && field in change.set && fits(change.set[field]);
  return {
    checksOff: count(
      'check',
      sets('status', (status) => status === 'not applicable'),
    ),
    checksOn: count(
      'check',
      sets('status', (status) => status === 'open'),
    ),
    testsOff: count(
      'test',
      sets('notApplicable', (words) => words !== ''),
    ),
    testsOn: count(
      'test',
      sets('notApplicable', (words) => words === ''),
    ),
    criteriaOff: count(
      'criterion',
      sets('status', (status) => status === 'not applicable'),
    ),
    criteriaOn: count(
      'criterion',
      sets('status', (status) => status === 'open'),
    ),
    tasksRemoved: count('task', ({ set }) => set === null),
    tasksKept: count(
      'task',
      sets('status', (status) => status === 'skipped'),
    ),
    tasksAdded: count('task', ({ was }) => was === null),
    tasksBack: count(
      'task',
      sets('status', (status) => status !== 'skipped'),
    ),
  };
}
