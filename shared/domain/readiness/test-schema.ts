/** The rows of tests: what is planned to be tested, and each run with what it measured and found. */
import { z } from 'zod';
import { catalogueIds, count, id, instant, key, line, optionalLine, ref, text } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';
import { metricOperators } from '../closure/schema.ts';

export const testKinds = [
  'end-to-end',
  'integration',
  'regression',
  'performance',
  'load',
  'stress',
  'soak',
  'accessibility',
  'security',
  'user acceptance',
  'smoke',
  'exploratory',
  'other',
] as const;
export type TestKind = (typeof testKinds)[number];
const measured = z.number().min(-1e12).max(1e12);

export const test = table(
  'test',
  z.strictObject({
    id,
    goLiveId: id,
    ref,
    title: line,
    detail: text,
    kind: z.enum(testKinds),
    /** Key of the playbook phase; empty for none. */
    phase: z.union([key, z.literal('')]),
    position: count,
    ownerId: id.nullable(),
    /** The check it measures; that check passes only after it. Null for none. */
    checkId: id.nullable(),
    /** Where it is planned to be run, such as staging. */
    environment: optionalLine,
    /** What a run's measured value must reach; null when a person says whether it passed. */
    operator: z.enum(metricOperators).nullable(),
    target: measured.nullable(),
    unit: optionalLine,
    /** Value before the release, for targets relative to it; null while nobody measured it. */
    baseline: measured.nullable(),
    /** Why it does not apply; empty when it does. */
    notApplicable: text,
    /** Key of the playbook's test it was made from; empty for none. */
    source: z.union([key, z.literal('')]),
    catalogueIds,
  }),
  { goLiveId: 'goLive', ownerId: 'person', checkId: 'check' },
);
export type Test = RowOf<typeof test>;

export const testResults = ['passed', 'failed'] as const;
/** One run. The run after one that failed is its retest. */
export const testRun = table(
  'testRun',
  z.strictObject({
    id,
    goLiveId: id,
    testId: id,
    ranAt: instant,
    ranBy: line,
    environment: optionalLine,
    /** What was tested: build, version or commit. */
    build: optionalLine,
    measured: measured.nullable(),
    result: z.enum(testResults),
    defectsFound: count,
    /** Of those found up to this run. */
    defectsFixed: count,
    /** Critical defects or vulnerabilities open after this run. */
    criticalOpen: count,
    remark: text,
  }),
  { goLiveId: 'goLive', testId: 'test' },
);
export type TestRun = RowOf<typeof testRun>;
