/** What happens to the runs of a test: recorded, corrected, removed. */
import type { z } from 'zod';
import { insert, remove, update } from '../../base/change.ts';
import { ok, type Refusal, type Result, refuse } from '../../base/result.ts';
import type { Act, Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import { decideOnTest } from './reopened-check.ts';
import type { CorrectRun, RecordRun, RemoveRun } from './test-commands.ts';
import { runFault } from './test-faults.ts';
import { unknownTest } from './test-rules.ts';
import { testRun as runs, type Test, type TestRun, test as tests } from './test-schema.ts';
import { targetVerdict } from './test-target.ts';

type No = { readonly ok: false; readonly refusal: Refusal };

/** Where a run measured something and has a target, that decides; a person may still fail it, with a word on why. */
export function recordRun(rows: Rows, command: z.infer<typeof RecordRun>, act: Act): Verdict {
  const { testId, baseline, result: said, ...fields } = command;
  const found = rows.test.get(testId);
  if (!found) return unknownTest();
  if (found.notApplicable !== '') {
    return refuse('not-applicable', `${found.ref} does not apply. Nothing was recorded. Take it in again before it is run.`, [found.ref]);
  }
  const test = { ...found, baseline: baseline ?? found.baseline };
  const result = resultOf(test, fields, said);
  if (!result.ok) return result;
  const run = {
    ...fields,
    id: act.newId(),
    goLiveId: act.goLiveId,
    testId,
    ranAt: act.occurredAt,
    ranBy: act.actor,
    environment: fields.environment ?? test.environment,
    result: result.value,
  };
  const refusal = refusedRuns(test, [...runsOf(rows, test), run]);
  if (refusal) return refusal;
  const changes = [insert(runs, run), ...update(tests, found, { baseline: test.baseline })];
  return decideOnTest(rows, test.checkId, 'testRun.record', changes, run.id);
}

export function correctRun(rows: Rows, command: z.infer<typeof CorrectRun>, act: Act): Verdict {
  const { runId, ...fields } = command;
  const run = rows.testRun.get(runId);
  const test = rows.test.get(run?.testId ?? '');
  if (!run || !test) return unknownRun();
  if (fields.ranAt !== undefined && fields.ranAt > act.now) {
    return refuse('in-the-future', 'The run would lie in the future. Nothing was changed. Give a time up to now.', [test.ref]);
  }
  const entered = update(runs, run, fields);
  if (entered.length === 0) return refuse('nothing-changed', `That run of ${test.ref} already is as you entered it.`, [test.ref]);
  const corrected = { ...run, ...entered[0]?.set } as TestRun;
  const decidesAnew =
    (fields.measured !== undefined || fields.criticalOpen !== undefined) && targetVerdict(test, corrected.measured) !== null;
  const result = resultOf(test, corrected, fields.result ?? (decidesAnew && corrected.measured !== null ? undefined : run.result));
  if (!result.ok) return result;
  const after = { ...corrected, result: result.value };
  const others = runsOf(rows, test).filter(({ id }) => id !== runId);
  const refusal = refusedRuns(test, [...others, after]);
  return refusal ?? decideOnTest(rows, test.checkId, 'testRun.correct', update(runs, run, after), run.id);
}

export function removeRun(rows: Rows, command: z.infer<typeof RemoveRun>, _act: Act): Verdict {
  const run = rows.testRun.get(command.runId);
  const test = rows.test.get(run?.testId ?? '');
  if (!run || !test) return unknownRun();
  const others = runsOf(rows, test).filter(({ id }) => id !== run.id);
  return refusedRuns(test, others) ?? decideOnTest(rows, test.checkId, 'testRun.remove', [remove(runs, run)], run.id);
}

type Ran = Pick<TestRun, 'measured' | 'criticalOpen' | 'remark'>;

function resultOf(test: Test, { measured, criticalOpen, remark }: Ran, said: TestRun['result'] | undefined): Result<TestRun['result']> {
  const { ref } = test;
  const verdict = targetVerdict(test, measured);
  if (verdict === 'no baseline' && said !== 'failed') {
    return refuse('no-baseline', `${ref} is held against a value from before the release and has none. Nothing was saved. Enter it too.`, [
      ref,
    ]);
  }
  if (verdict === 'not measured' && said === 'passed') {
    return refuse('not-measured', `${ref} has a target, so it passes by what was measured. Nothing was saved. Enter the value.`, [ref]);
  }
  if (verdict === 'met' && said === 'failed' && criticalOpen === 0 && remark === '') {
    return refuse('reason-needed', `${ref} met its target and is said to have failed. Nothing was saved. Say why in the remark.`, [ref]);
  }
  if (said !== undefined) return ok(said);
  if (verdict === 'met') return ok(criticalOpen > 0 ? 'failed' : 'passed');
  if (verdict === 'missed') return ok('failed');
  return refuse('result-needed', `It is not said whether ${ref} passed. Nothing was saved. Say passed or failed.`, [ref]);
}

function refusedRuns(test: Test, of: readonly TestRun[]): No | null {
  const fault = runFault(test, of);
  return fault && refuse(fault.code, `${fault.says}. Nothing was saved. ${fault.way}`, [test.ref]);
}

function runsOf(rows: Pick<Rows, 'testRun'>, test: Test): readonly TestRun[] {
  return [...rows.testRun.values()].filter(({ testId }) => testId === test.id);
}

function unknownRun(): No {
  return refuse('unknown-run', 'There is no such run in this go-live. It may have been removed. Reload the board.');
}
