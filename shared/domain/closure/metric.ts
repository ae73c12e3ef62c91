/** Metrics against their thresholds: the verdict, and both in words. */
import type { Metric } from './schema.ts';

export type MetricVerdict = 'met' | 'missed' | 'not measured' | 'no baseline';

/**
 * What was measured against what was promised. "Within percent of baseline" counts deviations both up and down. "No baseline"
 * means that the operator compares with one and none is recorded.
 */
export function metricVerdict(metric: Pick<Metric, 'operator' | 'target' | 'baseline' | 'actual'>): MetricVerdict {
  const { operator, target, baseline, actual } = metric;
  if (actual === null) return 'not measured';
  if (!needsBaseline(operator)) return holds(operator, actual, target) ? 'met' : 'missed';
  if (baseline === null) return 'no baseline';
  const isMet =
    operator === 'no increase' ? atMost(actual, baseline) : atMost(Math.abs(actual - baseline), Math.abs(baseline * target) / 100);
  return isMet ? 'met' : 'missed';
}

/** True when the operator compares with the baseline instead of the target alone. */
export function needsBaseline(operator: Metric['operator']): boolean {
  return operator === 'no increase' || operator === 'within percent of baseline';
}

function holds(operator: Metric['operator'], actual: number, target: number): boolean {
  if (operator === '=') return actual === target;
  if (operator === '<') return actual < target;
  if (operator === '<=') return actual <= target;
  return operator === '>' ? actual > target : actual >= target;
}

/** People type decimal fractions; the last bits of binary ones must not decide over met and missed. */
function atMost(value: number, limit: number): boolean {
  return value <= limit + Math.max(Math.abs(value), Math.abs(limit)) * 1e-12 + 1e-12;
}

const operatorWords: Readonly<Record<Metric['operator'], string>> = {
  '=': 'exactly',
  '<': 'less than',
  '<=': 'at most',
  '>': 'more than',
  '>=': 'at least',
  'no increase': 'no increase',
  'within percent of baseline': 'within',
};

/** The promise in words: `less than 30 s`, `no increase over 0.4 %`, `within 10 % of 420 ms`. */
export function thresholdText(metric: Pick<Metric, 'operator' | 'target' | 'baseline' | 'unit'>): string {
  const { operator, target, baseline, unit } = metric;
  const from = baseline === null ? 'the baseline' : figureText(baseline, unit);
  if (operator === 'no increase') return `no increase over ${from}`;
  if (operator === 'within percent of baseline') return `within ${figureText(target, '%')} of ${from}`;
  return `${operatorWords[operator]} ${figureText(target, unit)}`;
}

/** A measured value with its unit: `1,204 ms`, `99.5 %`. At most six decimals. */
export function figureText(value: number, unit: string): string {
  const number = value.toLocaleString('en-US', { maximumFractionDigits: 6 }).replace('-', '−');
  return unit ? `${number} ${unit}` : number;
}
