import { expect, test } from 'vitest';
import { playbookDifferences } from '../../../shared/domain/playbook/compare.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { deployPlaybook } from '../../support/playbooks.ts';

const playbook = deployPlaybook();
const [first, second, ...others] = playbook.phases;
if (!first || !second) throw new Error('Deploy has phases');
const told = (after: Playbook) => playbookDifferences(playbook, after).map(({ kind, place, was, now }) => [kind, place, was, now]);

test('a playbook does not differ from itself, and neither key nor version count', () => {
  expect(told(playbook)).toEqual([]);
  expect(told({ ...playbook, key: 'other', version: '9' })).toEqual([]);
});

test('a changed field is told with its place in words', () => {
  expect(told({ ...playbook, phases: [{ ...first, title: 'Prüfung' }, second, ...others] })).toEqual([
    ['changed', 'phases › Prüfung › title', first.title, 'Prüfung'],
  ]);
});

test('an added and a removed element are told by their titles', () => {
  const steps = first.steps.slice(1);
  const removed = told({ ...playbook, phases: [{ ...first, steps }, second, ...others] });
  expect(removed).toHaveLength(1);
  expect(removed[0]?.slice(0, 2)).toEqual(['removed', `phases › ${first.title} › steps › ${first.steps[0]?.title}`]);
  const added = playbookDifferences({ ...playbook, phases: [{ ...first, steps }, second, ...others] }, playbook);
  expect(added.map(({ kind }) => kind)).toEqual(['added']);
});

test('elements in another order are told as that and as nothing else', () => {
  expect(told({ ...playbook, phases: [second, first, ...others] }).map(([kind, place]) => [kind, place])).toEqual([
    ['changed', 'phases › order'],
  ]);
});

test('a part that was taken away and plain words are told', () => {
  const [step, ...rest] = first.steps;
  if (!step) throw new Error('a step');
  const after = {
    ...playbook,
    areas: [...playbook.areas, 'Legal'],
    phases: [{ ...first, steps: [{ ...step, check: null }, ...rest] }, second, ...others],
  };
  expect(told(after).map(([kind, place]) => [kind, place])).toEqual([
    ['changed', 'areas'],
    ['removed', `phases › ${first.title} › steps › ${step.title} › check`],
  ]);
});
