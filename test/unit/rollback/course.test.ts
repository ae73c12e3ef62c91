import { expect, test } from 'vitest';
import { courseOf, waysBack } from '../../../shared/domain/rollback/course.ts';
import { startRollback } from '../../../shared/domain/rollback/rules.ts';
import { rollbackEnd, runningRollback, tasksOfRollback } from '../../../shared/domain/rollback/running.ts';
import { aGoLive, anAct, aPlaybookCopy, aTask, HOUR, MINUTE, rowsAfter, rowsWith, T_ZERO } from '../../support/builders.ts';

const now = T_ZERO + HOUR;
const finished = { status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO + MINUTE } as const;
const plan = { goLive: [aGoLive({ stage: 'cutover' })], task: [aTask({ ...finished, undoMs: 35 * MINUTE, title: 'Move the data' })] };
const told = aPlaybookCopy({
  rollbacks: [
    {
      key: 'data',
      title: 'Data',
      kind: 'database',
      steps: [
        { title: 'Stop writing', minutes: 3 },
        { title: 'Restore', place: 'instead', minutes: 60 },
        { title: 'Write again', place: 'after' },
      ],
    },
  ],
  wayBack: { consistencyMinutes: 12 },
});
const night = rowsWith({ ...plan, playbookCopy: [told] });

test('a rollback counts the steps of the playbook and the check of the data, with what they take', () => {
  const rows = rowsAfter(night, startRollback(night, { kind: 'database', reason: 'Orders are lost' }, anAct({ now })));
  const running = runningRollback(rows);
  if (!running) throw new Error('none runs');
  expect(tasksOfRollback(rows, running).map(({ title, durationMs }) => [title, durationMs / MINUTE])).toEqual([
    ['Announce the rollback', 0],
    ['Stop writing', 3],
    ['Take back T-022: Move the data', 35],
    ['Write again', 5],
    ['Check that the data are consistent', 12],
  ]);
  expect(running.forecastEndAt).toBe(now + (3 + 35 + 5 + 12) * MINUTE);
  expect(rollbackEnd(rows, running, now)).toBe(running.forecastEndAt);
});

test('without a playbook, and with one that says no lengths, the usual ones count', () => {
  expect(courseOf(rowsWith(plan), 'database')).toMatchObject({ checkMs: 15 * MINUTE, backMs: 50 * MINUTE });
  expect(courseOf(rowsWith(plan), 'manual')).toMatchObject({ checkMs: null, backMs: 35 * MINUTE });
  const plain = {
    ...plan,
    playbookCopy: [aPlaybookCopy({ rollbacks: [{ key: 'm', title: 'M', kind: 'manual', steps: [{ title: 'Stop' }] }] })],
  };
  expect(courseOf(rowsWith(plain), 'manual').backMs).toBe(40 * MINUTE);
});

test('the fuse reckons with the manual way back, and the automated and database ones the playbook describes', () => {
  expect(waysBack(night)).toEqual([
    { kind: 'manual', lengthMs: 0 },
    { kind: 'database', lengthMs: 20 * MINUTE },
  ]);
  expect(waysBack(rowsWith(plan))).toEqual([{ kind: 'manual', lengthMs: 0 }]);
});
