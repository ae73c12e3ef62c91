/** The words for rolling back: decided, over, given up, tried. */
import { formatSpan } from '../../base/time-words.ts';
import { textOf } from './subject.ts';
import { counted, type Teller, withTail } from './told.ts';

export const rollbackWords: Readonly<Record<string, Teller>> = {
  'rollback.start': ({ ref, row, entry }) => {
    const tasks = entry.changes.filter(({ table }) => table === 'task').length;
    const parts = [`${ref} decided`, textOf(row.kind), counted(tasks, 'task')];
    return withTail(parts.filter(Boolean).join(', '), row.reason);
  },
  'rollback.end': ({ ref, row }) => withTail(`${ref} over after ${lengthOf(row)}, the prior state is back`, row.outcomeNote),
  'rollback.giveUp': ({ ref, row }) => withTail(`${ref} given up after ${lengthOf(row)}`, row.outcomeNote),
  'rollbackTest.record': ({ row }) =>
    withTail(`Way back tried, ${row.passed ? 'passed' : 'failed'} in ${formatSpan(Number(row.tookMs) || 0)}`, row.place),
  'task.wayBack': ({ ref, row }) =>
    typeof row.undoMs === 'number'
      ? withTail(`${ref} is taken back in ${formatSpan(row.undoMs)}`, row.undoTitle)
      : `${ref} has nothing to take back`,
  'rollback.target': ({ row }) =>
    typeof row.rollbackTargetMs === 'number'
      ? `A rollback may take ${formatSpan(row.rollbackTargetMs)}`
      : 'A rollback has no target any more',
};

function lengthOf({ decidedAt, endedAt }: Readonly<Record<string, unknown>>): string {
  return formatSpan(Math.max(0, Number(endedAt) - Number(decidedAt)) || 0);
}
