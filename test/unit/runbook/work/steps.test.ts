import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finishTask } from '../../../../shared/domain/runbook/rules.ts';
import {
  addStep,
  editStep,
  MOST_STEPS,
  moveStep,
  removeStep,
  stepsOf,
  tickStep,
  untickStep,
} from '../../../../shared/domain/runbook/work/steps.ts';
import type { TaskStep } from '../../../../shared/domain/runbook/work-schema.ts';
import type { Rows } from '../../../../shared/domain/tables.ts';
import { anAct, aTask, goLiveId, idOf, refusalOf, rowsAfter, rowsWith, T_ZERO } from '../../../support/builders.ts';

const task = aTask({ status: 'in progress', actualStart: T_ZERO });
const step = (number: number, given: Partial<TaskStep> = {}): TaskStep => ({
  id: idOf(300 + number),
  goLiveId,
  taskId: task.id,
  position: number,
  title: `Step ${number}`,
  isRequired: true,
  tickedBy: '',
  tickedAt: null,
  ...given,
});
const withSteps = (...steps: readonly TaskStep[]) => rowsWith({ task: [task], taskStep: steps });
const titles = (rows: Rows) => stepsOf(rows, task).map(({ title }) => title);

test('a check is added at the end, edited and removed', () => {
  const added = rowsAfter(withSteps(step(1)), addStep(withSteps(step(1)), { taskId: task.id, title: 'Look', isRequired: true }, anAct()));
  expect(titles(added)).toEqual(['Step 1', 'Look']);
  const edited = rowsAfter(added, editStep(added, { stepId: idOf(301), title: 'First', isRequired: false }, anAct()));
  expect(titles(edited)).toEqual(['First', 'Look']);
  expect(titles(rowsAfter(edited, removeStep(edited, { stepId: idOf(301) }, anAct())))).toEqual(['Look']);
});

test('a task holds no more than a short list', () => {
  const full = withSteps(...Array.from({ length: MOST_STEPS }, (_, number) => step(number)));
  expect(refusalOf(addStep(full, { taskId: task.id, title: 'One more', isRequired: false }, anAct()))).toBe('too-many');
});

test('moving a check keeps all of them, wherever it goes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(9), fc.nat(12), (count, at, to) => {
      const before = withSteps(...Array.from({ length: count }, (_, number) => step(number)));
      const moved = stepsOf(before, task)[at % count] as TaskStep;
      const verdict = moveStep(before, { stepId: moved.id, to }, anAct());
      const after = titles(verdict.ok ? rowsAfter(before, verdict) : before);
      expect([...after].sort()).toEqual([...titles(before)].sort());
      expect(after.indexOf(moved.title)).toBe(Math.min(to, count - 1));
    }),
  );
});

test('ticking names who and when, unticking takes both away', () => {
  const ticked = rowsAfter(withSteps(step(1)), tickStep(withSteps(step(1)), { stepId: idOf(301) }, anAct({ now: T_ZERO + 5 })));
  expect(ticked.taskStep.get(idOf(301))).toMatchObject({ tickedBy: 'M. Okoro', tickedAt: T_ZERO + 5 });
  expect(refusalOf(tickStep(ticked, { stepId: idOf(301) }, anAct()))).toBe('ticked');
  const unticked = rowsAfter(ticked, untickStep(ticked, { stepId: idOf(301) }, anAct()));
  expect(unticked.taskStep.get(idOf(301))).toMatchObject({ tickedBy: '', tickedAt: null });
  expect(refusalOf(untickStep(unticked, { stepId: idOf(301) }, anAct()))).toBe('not-ticked');
});

test('a task with a required check open is not finished without a reason; one that is not required does not matter', () => {
  const open = withSteps(step(1, { title: 'Row counts' }), step(2, { isRequired: false }));
  const finish = (rows: Rows, despite?: string) => finishTask(rows, { taskId: task.id, byWorkaround: false, despite }, anAct());
  expect(finish(open)).toMatchObject({ ok: false, refusal: { code: 'steps-open', reason: expect.stringContaining('Row counts') } });
  expect(finish(open, 'Counted by hand').ok).toBe(true);
  expect(finish(withSteps(step(1, { tickedAt: T_ZERO, tickedBy: 'N. Ito' }), step(2, { isRequired: false }))).ok).toBe(true);
});

test('the checks of a closed task stay as they were', () => {
  const closed = rowsWith({ task: [{ ...task, status: 'finished' }], taskStep: [step(1)] });
  expect(refusalOf(tickStep(closed, { stepId: idOf(301) }, anAct()))).toBe('closed');
});

test('what is not there any more is refused in words', () => {
  const rows = withSteps();
  for (const verdict of [
    editStep(rows, { stepId: idOf(1), title: 'x' }, anAct()),
    removeStep(rows, { stepId: idOf(1) }, anAct()),
    moveStep(rows, { stepId: idOf(1), to: 0 }, anAct()),
    tickStep(rows, { stepId: idOf(1) }, anAct()),
    untickStep(rows, { stepId: idOf(1) }, anAct()),
  ])
    expect(refusalOf(verdict)).toBe('unknown-step');
});
