import { expect, test } from 'vitest';
import { insert, remove } from '../../../shared/base/change.ts';
import { changedChecks } from '../../../shared/domain/readiness/changed-since.ts';
import { check as checks, evidence as evidences } from '../../../shared/domain/readiness/schema.ts';
import { aCheck, anEvidence, idOf, rowsWith } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';

const one = aCheck({ title: 'Backups restored' });
const two = aCheck({ id: idOf(601), ref: 'C-002', title: 'Roles agreed' });
const rows = rowsWith({ check: [one, two], evidence: [anEvidence()] });
const set = (id: string, fields: object) => ({ table: 'check', id, set: { ...fields }, was: {} });
const told = (entries: Parameters<typeof changedChecks>[0]) =>
  changedChecks(entries, rows).map(({ check, happenings }) => [check.ref, happenings.map(({ text }) => text)]);

test('tells of each check what happened, the latest changed first and the newest first', () => {
  const entries = [
    anEntry('check.start', [set(one.id, { status: 'in work' })], { seq: 3 }),
    anEntry('evidence.add', [insert(evidences, anEvidence())], { seq: 4 }),
    anEntry('check.fail', [set(two.id, { status: 'failed', reason: 'two roles clash' })], { seq: 5 }),
    anEntry('task.start', [{ table: 'task', id: idOf(200), set: {}, was: {} }], { seq: 6 }),
    anEntry('check.pass', [set(one.id, { status: 'passed' })], { seq: 7 }),
  ];
  expect(told(entries)).toEqual([
    ['C-001', ['C-001 passed: Backups restored', 'C-001 evidence added: Log reviewed', 'C-001 in work: Backups restored']],
    ['C-002', ['C-002 failed: two roles clash']],
  ]);
});

test('tells an act on many checks for each of them by itself', () => {
  const entry = anEntry('check.pass', [set(one.id, { status: 'passed' }), set(two.id, { status: 'passed' })]);
  expect(told([entry])).toEqual([
    ['C-001', ['C-001 passed: Backups restored']],
    ['C-002', ['C-002 passed: Roles agreed']],
  ]);
});

test('leaves out checks that are gone, and how the go-live was made', () => {
  const gone = aCheck({ id: idOf(699), ref: 'C-099' });
  expect(told([anEntry('entry.undo', [remove(checks, gone)])])).toEqual([]);
  expect(told([anEntry('goLive.create', [insert(checks, one)])])).toEqual([]);
});
