import { expect, test } from 'vitest';
import { handOver } from '../../../../shared/domain/runbook/work/hand-over.ts';
import { giveBack, substitute } from '../../../../shared/domain/runbook/work/substitution.ts';
import type { Rows } from '../../../../shared/domain/tables.ts';
import { aCheck, anAct, anAssignment, aPerson, aTask, idOf, refusalOf, rowsAfter, rowsWith, T_ZERO } from '../../../support/builders.ts';

const [costa, ito, roy] = [aPerson(), aPerson({ id: idOf(101), name: 'N. Ito' }), aPerson({ id: idOf(102), name: 'A. Roy' })];
const tasks = [
  aTask({ id: idOf(201), ref: 'T-001', ownerIds: [costa.id, roy.id] }),
  aTask({ id: idOf(202), ref: 'T-002', ownerIds: [costa.id], status: 'in progress', actualStart: T_ZERO, workerId: costa.id }),
  aTask({ id: idOf(203), ref: 'T-003', ownerIds: [costa.id], status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO }),
  aTask({ id: idOf(204), ref: 'T-004', ownerIds: [ito.id, costa.id] }),
];
const rows = rowsWith({
  person: [costa, ito, roy],
  task: tasks,
  check: [aCheck({ id: idOf(601), ownerId: costa.id }), aCheck({ id: idOf(602), ref: 'C-002', ownerId: costa.id, status: 'passed' })],
  assignment: [
    anAssignment(),
    anAssignment({ id: idOf(151), role: 'developer' }),
    anAssignment({ id: idOf(152), role: 'developer', personId: ito.id }),
  ],
});
const away = { fromId: costa.id, toId: ito.id, reason: 'Sick' };
const substituted = rowsAfter(rows, substitute(rows, away, anAct()));
const [substitution] = substituted.substitution.values();
const owners = (of: Rows) => [...of.task.values()].map(({ ownerIds }) => ownerIds);
const roles = (of: Rows) => [...of.assignment.values()].map(({ role, personId }) => `${role} ${personId}`).sort();
const back = (of: Rows) => rowsAfter(of, giveBack(of, { substitutionId: substitution?.id ?? '' }, anAct()));

test('one act puts the substitute in every open task, open check and role; what is closed stays', () => {
  expect(owners(substituted)).toEqual([[ito.id, roy.id], [ito.id], [costa.id], [ito.id]]);
  expect(substituted.task.get(idOf(202))?.workerId).toBe(ito.id);
  expect([...substituted.check.values()].map(({ ownerId }) => ownerId)).toEqual([ito.id, costa.id]);
  expect(roles(substituted)).toEqual([`developer ${ito.id}`, `tester ${ito.id}`]);
});

test('one act gives everything back, and leaves the substitute what they had before', () => {
  const given = back(substituted);
  expect(owners(given).map((ids) => [...ids].sort())).toEqual(owners(rows).map((ids) => [...ids].sort()));
  expect(given.task.get(idOf(202))?.workerId).toBe(costa.id);
  expect(roles(given)).toEqual(roles(rows));
  expect([...given.check.values()].map(({ ownerId }) => ownerId)).toEqual([costa.id, costa.id]);
  expect(refusalOf(giveBack(given, { substitutionId: substitution?.id ?? '' }, anAct()))).toBe('ended');
});

test('what the substitute closed or passed on is not given back', () => {
  const passedOn = rowsAfter(substituted, handOver(substituted, { taskId: idOf(201), toIds: [roy.id], word: 'Yours' }, anAct()));
  const closed = {
    ...passedOn,
    task: new Map(passedOn.task).set(idOf(202), { ...tasks[1], ...passedOn.task.get(idOf(202)), status: 'finished' } as never),
  };
  const given = back(closed);
  expect(given.task.get(idOf(201))?.ownerIds).toEqual([roy.id]);
  expect(given.task.get(idOf(202))?.ownerIds).toEqual([ito.id]);
});

test('nobody stands in for themselves, for who is away already, or for nothing', () => {
  expect(refusalOf(substitute(rows, { ...away, toId: costa.id }, anAct()))).toBe('same-person');
  expect(refusalOf(substitute(rows, { ...away, toId: idOf(999) }, anAct()))).toBe('unknown-person');
  expect(refusalOf(substitute(substituted, { ...away, toId: roy.id }, anAct()))).toBe('is-away');
  expect(refusalOf(substitute(substituted, { ...away, fromId: roy.id, toId: costa.id }, anAct()))).toBe('is-away');
  const idle = rowsWith({ person: [costa, ito] });
  expect(refusalOf(substitute(idle, away, anAct()))).toBe('nothing-to-hand-over');
});
