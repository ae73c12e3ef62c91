import { describe, expect, test } from 'vitest';
import { figureText, metricVerdict, thresholdText } from '../../../shared/domain/closure/metric.ts';
import type { Metric } from '../../../shared/domain/closure/schema.ts';

function verdict(operator: Metric['operator'], target: number, actual: number | null, baseline: number | null = null) {
  return metricVerdict({ operator, target, actual, baseline });
}

describe('a metric', () => {
  test('is met when the measured value stands to its target as the operator says', () => {
    const met = [verdict('<', 30, 29.9), verdict('<=', 30, 30), verdict('>', 95, 95.1), verdict('>=', 95, 95), verdict('=', 100, 100)];
    expect(met).toEqual(['met', 'met', 'met', 'met', 'met']);
    const missed = [verdict('<', 30, 30), verdict('<=', 30, 30.1), verdict('>', 95, 95), verdict('>=', 95, 94.9), verdict('=', 100, 99.9)];
    expect(missed).toEqual(['missed', 'missed', 'missed', 'missed', 'missed']);
  });

  test('of no increase is met up to its baseline', () => {
    expect([0.3, 0.4, 0.41].map((actual) => verdict('no increase', 0, actual, 0.4))).toEqual(['met', 'met', 'missed']);
  });

  test('within percent of its baseline may deviate that far up and down', () => {
    const within = (actual: number) => verdict('within percent of baseline', 10, actual, 420);
    expect([377.9, 378, 420, 462, 462.1].map(within)).toEqual(['missed', 'met', 'met', 'met', 'missed']);
    expect(verdict('within percent of baseline', 10, 0.33, 0.3)).toBe('met'); // 0.33 - 0.3 is a little over 0.03 in binary
    expect(verdict('within percent of baseline', 10, -105, -100)).toBe('met');
  });

  test('has no verdict before it is measured, nor without the baseline it needs', () => {
    expect(verdict('<', 30, null)).toBe('not measured');
    expect(verdict('no increase', 0, null)).toBe('not measured');
    expect(verdict('no increase', 0, 1)).toBe('no baseline');
    expect(verdict('within percent of baseline', 10, 1)).toBe('no baseline');
  });
});

test('a threshold is said in words, with its unit', () => {
  const said = (operator: Metric['operator'], target: number, baseline: number | null = null) =>
    thresholdText({ operator, target, baseline, unit: 'ms' });
  expect(said('<', 30)).toBe('less than 30 ms');
  expect(said('>=', 1_204.5)).toBe('at least 1,204.5 ms');
  expect(said('no increase', 0, 420)).toBe('no increase over 420 ms');
  expect(said('within percent of baseline', 10, 420)).toBe('within 10 % of 420 ms');
  expect(said('within percent of baseline', 10)).toBe('within 10 % of the baseline');
  expect(figureText(-3, '')).toBe('−3');
});
