import { expect, test } from 'vitest';
import type { Change } from '../../../shared/base/change.ts';
import { sentence } from '../../../shared/domain/timeline/words.ts';
import { aCheck, aTask, idOf, rowsWith } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';

const one = aCheck({ title: 'Backups restored' });
const two = aCheck({ id: idOf(601), ref: 'C-002' });
const rows = rowsWith({ check: [one, two], task: [aTask()] });
const set = (id: string, fields: object): Change => ({ table: 'check', id, set: { ...fields }, was: {} });
const blocker = (fields: object): Change => ({
  table: 'blocker',
  id: idOf(9),
  set: { id: idOf(9), checkId: one.id, ...fields },
  was: null,
});
const told = (action: string, changes: readonly Change[], note = '') => sentence(anEntry(action, changes, { note }), rows);

test.each([
  ['check.submit', { status: 'to verify' }, '', 'C-001 passed, to verify: Backups restored'],
  ['check.verify', { status: 'passed' }, '', 'C-001 verified and passed: Backups restored'],
  ['check.sendBack', { status: 'open' }, 'No log', 'C-001 sent back: No log'],
  ['check.expire', { status: 'open' }, '', 'C-001 open again, the waiver is over: Backups restored'],
])('%s is told with its check', (action, fields, note, words) => {
  expect(told(action, [set(one.id, fields)], note)).toBe(words);
});

test('an act on many checks says how many and which, and how many of them still wait', () => {
  const changes = [set(one.id, { status: 'passed' }), set(two.id, { status: 'to verify' })];
  expect(told('check.pass', changes)).toBe('2 checks passed, 1 of them to verify: C-001, C-002');
  expect(told('check.waive', [set(one.id, { reason: 'r' }), set(two.id, { reason: 'r' })])).toBe('2 checks waived: C-001, C-002');
  expect(told('check.edit', [set(one.id, { area: 'A' }), set(two.id, { area: 'A' })])).toBe('2 checks edited: C-001, C-002');
});

test('a blocker is told by the check it holds and what it points at, or its words', () => {
  expect(told('blocker.add', [blocker({ taskId: idOf(200), content: '' })])).toBe('C-001 blocked: T-022 Bank connector');
  expect(told('blocker.clear', [blocker({ content: 'Contract is signed' })])).toBe('C-001 blocker cleared: Contract is signed');
});
