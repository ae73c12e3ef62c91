/** How a measured value may be held against its target, as the choices of a field. */
import type { Metric } from '../../shared/domain/closure/schema.ts';

export const operatorLabels: Readonly<Record<Metric['operator'], string>> = {
  '=': 'exactly',
  '<': 'less than',
  '<=': 'at most',
  '>': 'more than',
  '>=': 'at least',
  'no increase': 'not above the baseline',
  'within percent of baseline': 'within percent of the baseline',
};
