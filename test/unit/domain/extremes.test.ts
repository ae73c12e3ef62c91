import { expect, test } from 'vitest';
import { largest, smallest } from '../../../shared/base/extremes.ts';

test('the largest and smallest of very many, of few and of none', () => {
  const many = Array.from({ length: 500_000 }, (_, at) => (at * 7919) % 500_000);
  expect([smallest(many), largest(many)]).toEqual([0, 499_999]);
  expect([smallest([3], 2), largest([3], 4)]).toEqual([2, 4]);
  expect([smallest([]), largest([])]).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
});
