/** What people can ask of closure. */
import { z } from 'zod';
import { id, line, optionalLine, reason, text } from '../../base/fields.ts';
import { cleanupOptions } from '../go-live/schema.ts';
import { metricOperators, signOffDecisions } from './schema.ts';

const figure = z.number().min(-1e12).max(1e12);

export const AddMetric = z.strictObject({
  title: line,
  unit: optionalLine.default(''),
  operator: z.enum(metricOperators),
  /** The threshold; for "within percent of baseline" the percentage; unused for "no increase". */
  target: figure.default(0),
  baseline: figure.nullable().default(null),
});
export const MeasureMetric = z.strictObject({
  metricId: id,
  actual: figure,
  /** Absent leaves the baseline as it is. */
  baseline: figure.optional(),
  comment: text.default(''),
});
export const AddLesson = z.strictObject({ category: line, happened: reason, learned: text.default('') });
export const RemoveLesson = z.strictObject({ lessonId: id });
export const Sign = z.strictObject({
  signOffId: id,
  decision: z.enum(signOffDecisions),
  /** Who signed, where somebody else writes it down; absent means who acts. */
  signedBy: line.optional(),
  /** Must say why when refused. */
  remark: text.default(''),
});
export const DecideCleanup = z.strictObject({ option: z.enum(cleanupOptions), reason });
export const SettleCleanup = z.strictObject({
  actionId: id,
  status: z.enum(['finished', 'skipped']),
  /** Must say why when skipped. */
  remark: text.default(''),
});
