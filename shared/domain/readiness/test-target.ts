/** What a test must reach, and how far a measured value is from it. */
import { figureText, type MetricVerdict, metricVerdict, thresholdText } from '../closure/metric.ts';
import type { Metric } from '../closure/schema.ts';
import type { Test } from './test-schema.ts';

type Target = Pick<Test, 'operator' | 'target' | 'baseline' | 'unit'>;

/** What was measured against the target; null for a test without one, where a person says whether it passed. */
export function targetVerdict(test: Target, measured: number | null): MetricVerdict | null {
  const metric = metricOf(test, measured);
  return metric && metricVerdict(metric);
}

/** The target in words, such as `less than 500 ms`; empty for a test without one. */
export function targetText(test: Target): string {
  const metric = metricOf(test, null);
  return metric ? thresholdText(metric) : '';
}

/** How far a measured value is on the good side of its target. */
export interface Margin {
  /** In the unit of the test; negative on the wrong side. */
  readonly by: number;
  /** Per cent of the limit; null where the limit is 0. */
  readonly percent: number | null;
}

/** Null without a target, a measured value, or the baseline it is held against. */
export function marginOf(test: Target, measured: number | null): Margin | null {
  const verdict = targetVerdict(test, measured);
  if (verdict === null || verdict === 'not measured' || verdict === 'no baseline') return null;
  const [actual, target, baseline] = [Number(measured), test.target ?? 0, test.baseline ?? 0];
  switch (test.operator) {
    case '=':
      return margin(-Math.abs(actual - target), target);
    case '<':
    case '<=':
      return margin(target - actual, target);
    case '>':
    case '>=':
      return margin(actual - target, target);
    case 'no increase':
      return margin(baseline - actual, baseline);
    default:
      return margin(Math.abs(baseline * target) / 100 - Math.abs(actual - baseline), baseline);
  }
}

/** `12 ms to spare (2.4 %)`, `0.3 % missing (30 %)`, `exactly on it`; empty for none. */
export function marginText(found: Margin | null, unit: string): string {
  if (found === null) return '';
  if (found.by === 0) return 'exactly on it';
  const share = found.percent === null ? '' : ` (${figureText(Math.abs(round(found.percent, 1)), '%')})`;
  return `${figureText(Math.abs(round(found.by, 6)), unit)} ${found.by > 0 ? 'to spare' : 'missing'}${share}`;
}

function margin(by: number, limit: number): Margin {
  return { by: round(by, 9), percent: limit === 0 ? null : (by / Math.abs(limit)) * 100 };
}

/** People type decimal fractions; what binary ones add is cut off. */
function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function metricOf(
  { operator, target, baseline, unit }: Target,
  actual: number | null,
): Pick<Metric, 'operator' | 'target' | 'baseline' | 'unit' | 'actual'> | null {
  if (operator === null || (target === null && operator !== 'no increase')) return null;
  return { operator, target: target ?? 0, baseline, unit, actual };
}
