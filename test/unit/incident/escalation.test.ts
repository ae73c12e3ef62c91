import { expect, test } from 'vitest';
import { escalationLevels } from '../../../shared/domain/incident/escalation.ts';
import { anIncident, aPlaybookCopy, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';

const planned = rowsWith({
  playbookCopy: [
    aPlaybookCopy({
      escalation: [
        { level: 1, title: 'Automated resolution', afterMinutes: 5, actions: [{ title: 'Self-healing' }] },
        { level: 2, title: 'Team on call', afterMinutes: 60 },
        { level: 3, title: 'All teams' },
      ],
    }),
  ],
});
const at = (minutes: number) => T_ZERO + minutes * MINUTE;

test('an incident starts at level 1, and the playbook says when it goes up while nobody resolves it', () => {
  const levels = escalationLevels(planned, anIncident(), []);
  expect(levels.map(({ title, state, reachedAt, dueAt }) => [title, state, reachedAt, dueAt])).toEqual([
    ['Automated resolution', 'present', at(0), null],
    ['Team on call', 'to come', null, at(5)],
    ['All teams', 'to come', null, at(65)],
    ['Executive', 'to come', null, null],
  ]);
  expect(levels[0]?.actions).toEqual(['Self-healing']);
});

test('a level counts from when it was reached; one that was passed over has no time', () => {
  const reached = [{ level: 2, at: at(9) }];
  const second = escalationLevels(planned, anIncident({ level: 2 }), reached);
  expect(second.map(({ state, reachedAt, dueAt }) => [state, reachedAt, dueAt])).toEqual([
    ['passed', at(0), null],
    ['present', at(9), null],
    ['to come', null, at(69)],
    ['to come', null, null],
  ]);
  const third = escalationLevels(planned, anIncident({ level: 3 }), [{ level: 3, at: at(9) }]);
  expect(third.map(({ state, reachedAt }) => [state, reachedAt])).toEqual([
    ['passed', at(0)],
    ['passed', null],
    ['present', at(9)],
    ['to come', null],
  ]);
});

test('nothing is due once it is resolved, and without a playbook only people decide', () => {
  const resolved = anIncident({ status: 'resolved', acknowledgedAt: T_ZERO, resolvedAt: T_ZERO });
  expect(escalationLevels(planned, resolved, []).map(({ dueAt }) => dueAt)).toEqual([null, null, null, null]);
  const levels = escalationLevels(rowsWith({}), anIncident(), []);
  expect(levels.map(({ title, dueAt }) => [title, dueAt])).toEqual([
    ['Automated', null],
    ['Development team', null],
    ['Cross-functional', null],
    ['Executive', null],
  ]);
});
