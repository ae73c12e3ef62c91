/** What happens to the plan of tests: added, edited, set aside as not applicable, taken in again. */
import type { z } from 'zod';
import { type Change, insert, update } from '../../base/change.ts';
import { type Refusal, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { needsBaseline } from '../closure/metric.ts';
import { isUnwaivable } from '../gate/criterion-state.ts';
import { refMaker } from '../refs.ts';
import type { Rows } from '../tables.ts';
import { decideOnTest } from './reopened-check.ts';
import type { AddTest, EditTest, ExcludeTest, IncludeTest } from './test-commands.ts';
import { testRun as runs, type Test, test as tests } from './test-schema.ts';
import { targetVerdict } from './test-target.ts';

type No = { readonly ok: false; readonly refusal: Refusal };

export function addTest(rows: Rows, command: z.infer<typeof AddTest>, act: Act): Verdict {
  const wrong = wrongPlan(rows, command);
  if (wrong) return wrong;
  const id = act.newId();
  const added = insert(tests, {
    ...command,
    id,
    goLiveId: act.goLiveId,
    ref: refMaker('test', rows.test.values())(),
    position: [...rows.test.values()].reduce((highest, { position }) => Math.max(highest, position), -1) + 1,
    notApplicable: '',
    source: '',
    catalogueIds: [],
  });
  return decideOnTest(rows, command.checkId, 'test.add', [added], id);
}

/** Runs that count as passed and miss an edited target become failed with it. */
export function editTest(rows: Rows, command: z.infer<typeof EditTest>, _act: Act): Verdict {
  const { testId, ...fields } = command;
  const test = rows.test.get(testId);
  if (!test) return unknownTest();
  const changes = update(tests, test, fields);
  if (changes.length === 0) return refuse('nothing-changed', `${test.ref} already is as you entered it.`, [test.ref]);
  const edited: Test = { ...test, ...changes[0]?.set };
  const wrong = wrongPlan(rows, edited);
  if (wrong) return wrong;
  const failing = failingRuns(rows, edited);
  const note = failing.length === 0 ? '' : `${failing.length} passed before and missed the target as it is now: failed`;
  return decideOnTest(rows, edited.checkId, 'test.edit', [...changes, ...failing], test.id, note);
}

export function excludeTest(rows: Rows, command: z.infer<typeof ExcludeTest>, _act: Act): Verdict {
  const test = rows.test.get(command.testId);
  if (!test) return unknownTest();
  const needing = [...rows.criterion.values()].find((criterion) => criterion.testIds.includes(test.id) && isUnwaivable(criterion));
  if (needing) {
    const gate = rows.gate.get(needing.gateId)?.ref ?? 'a gate';
    const reason = `${test.ref} proves "${needing.title}" of ${gate}, which nobody may waive. It was not set aside. Run it.`;
    return refuse('unwaivable', reason, [test.ref, gate]);
  }
  const changes = update(tests, test, { notApplicable: command.reason });
  if (changes.length === 0) return refuse('nothing-changed', `${test.ref} does not apply already, for that reason.`, [test.ref]);
  return decide('test.exclude', changes, test.id);
}

export function includeTest(rows: Rows, command: z.infer<typeof IncludeTest>, _act: Act): Verdict {
  const test = rows.test.get(command.testId);
  if (!test) return unknownTest();
  if (test.notApplicable === '') return refuse('nothing-changed', `${test.ref} applies already. Nothing was changed.`, [test.ref]);
  return decideOnTest(rows, test.checkId, 'test.include', update(tests, test, { notApplicable: '' }), test.id);
}

export function unknownTest(): No {
  return refuse('unknown-test', 'There is no such test in this go-live. It may have been taken back. Reload the board.');
}

function failingRuns(rows: Rows, edited: Test): readonly Change[] {
  return [...rows.testRun.values()]
    .filter((run) => run.testId === edited.id && run.result === 'passed' && targetVerdict(edited, run.measured) === 'missed')
    .flatMap((run) => update(runs, run, { result: 'failed' }));
}

type Plan = Pick<Test, 'ownerId' | 'phase' | 'checkId' | 'operator' | 'target'>;

function wrongPlan(rows: Rows, { ownerId, phase, checkId, operator, target }: Plan): No | null {
  if (ownerId && !rows.person.has(ownerId)) {
    return refuse('unknown-person', 'The owner is not in the roster of this go-live. Nothing was changed. Choose again.');
  }
  if (checkId && !rows.check.has(checkId)) {
    return refuse('unknown-check', 'The check it measures is not in this go-live. Nothing was changed. Choose again.');
  }
  const playbooks = [...rows.playbookCopy.values()];
  if (phase && playbooks.length > 0 && !playbooks.some(({ content }) => content.phases.some(({ key }) => key === phase))) {
    return refuse('unknown-phase', `The playbook of this go-live has no phase ${phase}. Nothing was changed. Choose one of its phases.`);
  }
  if (operator === null && target !== null) {
    return refuse(
      'operator-needed',
      'A target needs a word on how it is held: at most, at least, exactly. Nothing was changed. Choose one.',
    );
  }
  if (operator !== null && target === null && operator !== 'no increase') {
    return refuse('target-needed', 'It is said how the target is held, but not what it is. Nothing was changed. Enter the target.');
  }
  if (operator !== null && needsBaseline(operator) && target !== null && target < 0) {
    return refuse('target-negative', 'A deviation from the baseline cannot be below zero. Nothing was changed. Enter it without a sign.');
  }
  return null;
}
