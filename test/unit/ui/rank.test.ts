import { expect, test } from 'vitest';
import { ranked } from '../../../renderer/ui/rank.ts';

const entries = [
  { label: 'Runbook', hint: 'board' },
  { label: 'Bank connector to production', hint: 'T-022' },
  { label: 'Fetch first bank statement', hint: 'T-023' },
  { label: 'Embankment pumps', hint: 'T-090' },
  { label: 'Élise Moreau', hint: 'QA' },
  { label: 'Go back to plan', hint: 'Mod+Z' },
];
const found = (query: string, most = 10) => ranked(query, entries, most).map((entry) => entry.label);

test('the start of the label comes before the start of a word, and that before the inside of one', () => {
  expect(found('bank')).toEqual(['Bank connector to production', 'Fetch first bank statement', 'Embankment pumps']);
});

test('every word must be found, in any order', () => {
  expect(found('statement bank')).toEqual(['Fetch first bank statement']);
  expect(found('bank nowhere')).toEqual([]);
});

test('a reference finds its entry', () => {
  expect(found('t-022')).toEqual(['Bank connector to production']);
});

test('case and accents do not count', () => {
  expect(found('elise')).toEqual(['Élise Moreau']);
  expect(found('ÉLISE')).toEqual(['Élise Moreau']);
});

test('letters in order find an entry only from the start of a word', () => {
  expect(found('gbtp')).toEqual(['Go back to plan']);
  expect(found('obtp')).toEqual([]);
});

test('an empty query shows the first entries as they are', () => {
  expect(found('  ', 2)).toEqual(['Runbook', 'Bank connector to production']);
});

test('no more than asked for', () => {
  expect(found('b', 2)).toHaveLength(2);
});
