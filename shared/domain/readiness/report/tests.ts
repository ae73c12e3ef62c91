/** The tests of the readiness report: every result, and what was measured against targets. */
import type { Rows } from '../../tables.ts';
import { performanceLines, type TestLine, testLines } from '../test-standing.ts';
import { marginText, targetText } from '../test-target.ts';
import type { ReadinessReport, TestPart } from './schema.ts';

const TESTS_SHOWN = 300;

/** Kinds in the order of their first test, tests in their order. */
export function testsPart(rows: Rows): ReadinessReport['tests'] {
  const groups = Map.groupBy(testLines(rows), ({ test }) => test.kind);
  const lines = [...groups.values()].flat();
  return { tests: lines.slice(0, TESTS_SHOWN).map(testPart), leftOut: Math.max(0, lines.length - TESTS_SHOWN) };
}

export function performancePart(rows: Rows): ReadinessReport['performance'] {
  return performanceLines(testLines(rows))
    .slice(0, TESTS_SHOWN)
    .map(({ line: { test, words }, target, verdict, margin }) => ({
      ref: test.ref,
      title: test.title,
      kind: test.kind,
      target,
      measured: words,
      verdict,
      margin: marginText(margin, test.unit),
    }));
}

function testPart({ test, state, last, words, runs, retests, defects, criticalOpen }: TestLine): TestPart {
  return {
    ref: test.ref,
    title: test.title,
    kind: test.kind,
    state,
    environment: last?.environment || test.environment,
    build: last?.build ?? '',
    target: targetText(test),
    measured: words,
    runs: runs.length,
    retests: retests.length,
    defectsFound: defects.found,
    defectsFixed: defects.fixed,
    defectsOpen: defects.open,
    criticalOpen,
    ranAt: last?.ranAt ?? null,
    ranBy: last?.ranBy ?? '',
    remark: test.notApplicable || (last?.remark ?? ''),
  };
}
