/** The production readiness report of one go-live as plain data. Renderers turn it into pages; nothing is decided there. */
import type { Entry } from '../../base/entry.ts';
import { signOffsPart } from '../closure/report/closing.ts';
import { gatesPart } from '../closure/report/gates.ts';
import { chainOf, goLiveOf, headOf, type Making } from '../closure/report/head.ts';
import type { Rows } from '../tables.ts';
import { assessmentOf } from './report/assessment.ts';
import { readinessPart } from './report/checks.ts';
import type { ReadinessReport } from './report/schema.ts';
import { figuresOf, summaryOf } from './report/summary.ts';
import { performancePart, testsPart } from './report/tests.ts';

export { type ReadinessReport, readinessReportSchema } from './report/schema.ts';

/** `entries` are all entries of the go-live, oldest first. Throws when `rows` hold no go-live. */
export function readinessReport(rows: Rows, entries: readonly Entry[], making: Making): ReadinessReport {
  const goLive = goLiveOf(rows);
  const [performance, readiness] = [performancePart(rows), readinessPart(rows)];
  const parts = {
    head: headOf(goLive, rows, making),
    assessment: assessmentOf(rows, { performance, readiness }),
    tests: testsPart(rows),
    performance,
    readiness,
    gates: gatesPart(rows, entries, goLive, making.now),
    signOffs: signOffsPart(rows),
    chain: chainOf(entries, making),
  };
  return { report: 'readiness', version: 1, summary: summaryOf(parts), figures: figuresOf(parts), ...parts };
}
