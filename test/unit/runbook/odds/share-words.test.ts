import { expect, test } from 'vitest';
import { runsWords, shareWords } from '../../../../shared/domain/runbook/odds/share-words.ts';

test('none and all are said only when they are true, and the count stands beside the same share', () => {
  expect([0, 0.004, 0.01, 0.5, 0.994, 0.996, 1].map(shareWords)).toEqual(['0 %', '< 1 %', '1 %', '50 %', '> 99 %', '> 99 %', '100 %']);
  expect(shareWords(0.99)).toBe('99 %');
  expect(runsWords(0.996, 1_000)).toBe('996 of 1,000 runs');
});
