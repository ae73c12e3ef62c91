/** What people can ask of the tests board. */
import { z } from 'zod';
import { count, id, instant, key, line, optionalLine, reason, text } from '../../base/fields.ts';
import { metricOperators } from '../closure/schema.ts';
import { testKinds, testResults } from './test-schema.ts';

const figure = z.number().min(-1e12, 'is too small').max(1e12, 'is too large');

const planFields = {
  title: line,
  detail: text,
  kind: z.enum(testKinds),
  /** Key of a phase of the playbook; empty for none. */
  phase: z.union([key, z.literal('')]),
  ownerId: id.nullable(),
  /** The check it measures; null for none. */
  checkId: id.nullable(),
  environment: optionalLine,
  /** What a run must reach; operator and target both null where a person says whether it passed. */
  operator: z.enum(metricOperators).nullable(),
  target: figure.nullable(),
  unit: optionalLine,
  baseline: figure.nullable(),
};

export const AddTest = z.strictObject({
  ...planFields,
  detail: planFields.detail.default(''),
  phase: planFields.phase.default(''),
  ownerId: planFields.ownerId.default(null),
  checkId: planFields.checkId.default(null),
  environment: planFields.environment.default(''),
  operator: planFields.operator.default(null),
  target: planFields.target.default(null),
  unit: planFields.unit.default(''),
  baseline: planFields.baseline.default(null),
});
/** Fields that are absent stay as they are. */
export const EditTest = z
  .strictObject({ testId: id, ...planFields })
  .partial()
  .required({ testId: true });
/** Says that a test does not apply, and why. */
export const ExcludeTest = z.strictObject({ testId: id, reason });
export const IncludeTest = z.strictObject({ testId: id });

const runFields = {
  environment: optionalLine,
  /** What was tested: build, version or commit. */
  build: optionalLine,
  measured: figure.nullable(),
  result: z.enum(testResults),
  defectsFound: count,
  /** Fixed since the run before, of those found up to this run. */
  defectsFixed: count,
  /** Open after this run. */
  criticalOpen: count,
  remark: text,
};

export const RecordRun = z.strictObject({
  ...runFields,
  testId: id,
  /** Absent for where the test is planned to be run. */
  environment: runFields.environment.optional(),
  build: runFields.build.default(''),
  measured: runFields.measured.default(null),
  /** Absent where what was measured decides. */
  result: runFields.result.optional(),
  defectsFound: runFields.defectsFound.default(0),
  defectsFixed: runFields.defectsFixed.default(0),
  criticalOpen: runFields.criticalOpen.default(0),
  remark: runFields.remark.default(''),
  /** Value before the release, for a target relative to it; absent leaves what the test has. */
  baseline: figure.optional(),
});
/** Fields that are absent stay as they are. */
export const CorrectRun = z
  .strictObject({ runId: id, ranAt: instant, ...runFields })
  .partial()
  .required({ runId: true });
export const RemoveRun = z.strictObject({ runId: id });
