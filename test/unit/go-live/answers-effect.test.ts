import { expect, test } from 'vitest';
import { answersEffect } from '../../../shared/domain/go-live/answers-effect.ts';

const set = (table: string, fields: object) => ({ table, id: 'a', was: {}, set: { ...fields } });

test('the changes of an act are counted by what they do to checks, tests, criteria and tasks', () => {
  const changes = [
    set('playbookCopy', { content: {} }),
    set('check', { status: 'not applicable', reason: 'No' }),
    set('check', { status: 'open' }),
    set('check', { status: 'open' }),
    set('test', { notApplicable: 'No' }),
    set('test', { notApplicable: '' }),
    set('criterion', { status: 'not applicable' }),
    set('criterion', { status: 'open' }),
    { table: 'task', id: 'b', was: {}, set: null },
    { table: 'task', id: 'c', was: null, set: { status: 'planned' } },
    { table: 'task', id: 'd', was: null, set: { status: 'planned' } },
    set('task', { status: 'skipped', reason: 'No' }),
    set('task', { status: 'in progress' }),
    set('task', { position: 4 }),
  ];
  expect(answersEffect(changes)).toEqual({
    checksOff: 1,
    checksOn: 2,
    testsOff: 1,
    testsOn: 1,
    criteriaOff: 1,
    criteriaOn: 1,
    tasksRemoved: 1,
    tasksKept: 1,
    tasksAdded: 2,
    tasksBack: 1,
  });
});
