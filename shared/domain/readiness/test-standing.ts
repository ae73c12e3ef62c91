/** Where tests stand: their runs, what those measured against the target, and the defects they found. */
import { figureText, type MetricVerdict } from '../closure/metric.ts';
import type { Rows } from '../tables.ts';
import type { Test, TestRun } from './test-schema.ts';
import { type Margin, marginOf, targetText, targetVerdict } from './test-target.ts';

/** Retest wanted: the last run failed, and every defect found up to it is fixed. */
export type TestState = 'not run' | 'passed' | 'failed' | 'retest wanted' | 'not applicable';
export const testStates: readonly TestState[] = ['failed', 'retest wanted', 'not run', 'passed', 'not applicable'];

export interface TestLine {
  readonly test: Test;
  readonly state: TestState;
  /** Oldest first. */
  readonly runs: readonly TestRun[];
  /** Null while it was never run. */
  readonly last: TestRun | null;
  /** What the last run measured, with its unit; empty when it measured nothing. */
  readonly words: string;
  /** The runs that came after a failed one. */
  readonly retests: readonly TestRun[];
  readonly defects: Defects;
  /** Critical defects or vulnerabilities open after the last run. */
  readonly criticalOpen: number;
}

/** Over all runs. */
export interface Defects {
  readonly found: number;
  readonly fixed: number;
  readonly open: number;
}

export function testLine(rows: Pick<Rows, 'testRun'>, test: Test): TestLine {
  return lineOf(
    test,
    [...rows.testRun.values()].filter(({ testId }) => testId === test.id),
  );
}

/** Every test in its order, with where it stands. */
export function testLines(rows: Pick<Rows, 'test' | 'testRun'>): readonly TestLine[] {
  const runs = Map.groupBy(rows.testRun.values(), ({ testId }) => testId);
  return [...rows.test.values()].sort((a, b) => a.position - b.position).map((test) => lineOf(test, runs.get(test.id) ?? []));
}

export interface TestFigures extends Defects {
  /** Those that apply. */
  readonly tests: number;
  readonly byState: Readonly<Record<TestState, number>>;
  readonly criticalOpen: number;
}

/** Tests that do not apply are counted as such and left out of all else. */
export function testFigures(lines: readonly TestLine[]): TestFigures {
  const byState = { 'not run': 0, passed: 0, failed: 0, 'retest wanted': 0, 'not applicable': 0 };
  const sums = { found: 0, fixed: 0, open: 0, criticalOpen: 0 };
  for (const { state, defects, criticalOpen } of lines) {
    byState[state] += 1;
    if (state === 'not applicable') continue;
    sums.found += defects.found;
    sums.fixed += defects.fixed;
    sums.open += defects.open;
    sums.criticalOpen += criticalOpen;
  }
  return { ...sums, tests: lines.length - byState['not applicable'], byState };
}

/** What a test reached of its target. */
export interface PerformanceLine {
  readonly line: TestLine;
  /** The target in words. */
  readonly target: string;
  readonly verdict: MetricVerdict;
  /** Null while nothing is measured. */
  readonly margin: Margin | null;
}

/** The tests with a target that apply, in their order. */
export function performanceLines(lines: readonly TestLine[]): readonly PerformanceLine[] {
  return lines.flatMap((line) => {
    const measured = line.last?.measured ?? null;
    const verdict = targetVerdict(line.test, measured);
    if (verdict === null || line.state === 'not applicable') return [];
    return [{ line, target: targetText(line.test), verdict, margin: marginOf(line.test, measured) }];
  });
}

function lineOf(test: Test, unsorted: readonly TestRun[]): TestLine {
  const runs = [...unsorted].sort((a, b) => a.ranAt - b.ranAt);
  const last = runs.at(-1) ?? null;
  const found = runs.reduce((sum, { defectsFound }) => sum + defectsFound, 0);
  const fixed = runs.reduce((sum, { defectsFixed }) => sum + defectsFixed, 0);
  const defects = { found, fixed, open: Math.max(0, found - fixed) };
  return {
    test,
    state: stateOf(test, last, defects),
    runs,
    last,
    words: last?.measured == null ? '' : figureText(last.measured, test.unit),
    retests: runs.filter((_, at) => runs[at - 1]?.result === 'failed'),
    defects,
    criticalOpen: last?.criticalOpen ?? 0,
  };
}

function stateOf(test: Test, last: TestRun | null, { found, open }: Defects): TestState {
  if (test.notApplicable !== '') return 'not applicable';
  if (last === null) return 'not run';
  if (last.result === 'passed') return 'passed';
  return found > 0 && open === 0 ? 'retest wanted' : 'failed';
}
