import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applicabilityOf } from '../../../shared/domain/playbook/applicability.ts';
import type { Step } from '../../../shared/domain/playbook/phase.ts';
import { type Playbook, playbookSchema } from '../../../shared/domain/playbook/schema.ts';
import { followed } from '../../../shared/domain/playbook/vary.ts';
import { catalogue } from '../../support/catalogue.ts';
import { tooEarly } from '../../support/choices.ts';

const DAY = 24 * 60;
const entries = catalogue().filter(({ seed }) => seed === 'S1');
const file = new URL('../../../assets/playbooks/deployment-and-operations.json', import.meta.url);
const playbook = playbookSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const steps: readonly Step[] = playbook.phases.flatMap((phase) => phase.steps);

/** Every catalogue id on any element, however deep. */
function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) => (name === 'ids' ? (held as string[]) : idsIn(held)));
}

function serving(kind: string) {
  return entries.filter((entry) => entry.kind === kind).map(({ id }) => ({ id, step: steps.find(({ ids }) => ids.includes(id)) }));
}

function startOf(key: string): number {
  return steps.find((step) => step.key === key)?.task?.startMinutes ?? Number.NaN;
}

describe('the playbook "Deployment & Operations" against the catalogue', () => {
  test('every one of the 89 ids of S1 is on an element, and no other id is', () => {
    expect(entries).toHaveLength(89);
    expect([...new Set(idsIn(playbook))].sort()).toEqual(entries.map(({ id }) => id).sort());
  });

  test('the eight steps stand in the order of the source, each worked in the runbook', () => {
    const order = serving('step').map(({ id, step }) => {
      expect(step?.task, id).toBeTruthy();
      return step?.code.slice(0, 1);
    });
    expect([...new Set(order)]).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(order).toEqual([...order].sort());
  });

  test('what step 4 validates is proven by somebody on the readiness board', () => {
    const proven = serving('step').filter(({ step }) => step?.home === 'readiness');
    expect(proven.map(({ id }) => id)).toEqual(['S1-017', 'S1-018']);
    for (const { id, step } of proven) expect(step?.check?.criticality, id).toBe('critical');
  });

  test.each([
    ['environment-setup', ['S1-007', 'S1-008']],
    ['monitoring', ['S1-013', 'S1-014', 'S1-015']],
    ['data-persistence', ['S1-021', 'S1-022']],
    ['team-handover', ['S1-024']],
  ])('the steps under %s, and they alone, are there only under it', (condition, wanted) => {
    const under = serving('step').filter(({ step }) => step?.condition === condition);
    expect(under.map(({ id }) => id)).toEqual(wanted);
  });

  test('every success criterion stands at a gate; those of a conditional step only under its condition', () => {
    const criteria = playbook.gates.flatMap((gate) => gate.criteria);
    for (const { id } of serving('success-criterion'))
      expect(
        criteria.some(({ ids }) => ids.includes(id)),
        id,
      ).toBe(true);
    const conditional = criteria.filter(({ condition, ids }) => condition !== '' && ids.some((id) => id >= 'S1-032' && id <= 'S1-042'));
    expect(conditional.map(({ key, condition }) => [key, condition])).toEqual([
      ['monitoring-configured', 'monitoring'],
      ['alerting-functional', 'monitoring'],
      ['operations-trained', 'team-handover'],
    ]);
  });

  test('every point of the deployment checklist is verified by a second person, and decides at a gate', () => {
    const points = playbook.checklists.flatMap((list) => list.points);
    const provers = new Set(playbook.gates.flatMap(({ criteria }) => criteria.flatMap(({ provenBy }) => provenBy)));
    expect(points.filter(({ key, isVerified }) => !isVerified || !provers.has(key))).toEqual([]);
  });
});

describe('the rollback plan', () => {
  const gate = playbook.gates.find(({ guards }) => guards.length === 1 && guards.includes('deploy-with-monitoring'));
  const needed = gate?.criteria.filter(({ neededToPass }) => neededToPass);

  test('is tested before the deployment; nobody may waive it, nor take one word for it', () => {
    expect(needed?.map(({ provenBy }) => provenBy)).toEqual([['test-rollback']]);
    expect(steps.find(({ key }) => key === 'test-rollback')?.check).toMatchObject({ isVerified: true, criticality: 'critical' });
    expect(playbook.tests.some(({ proves }) => proves === 'test-rollback')).toBe(true);
  });

  test('is pulled forward before the gate, and comes again as step 8', () => {
    expect(startOf('test-rollback')).toBeLessThan(gate?.plannedMinutes ?? Number.NaN);
    expect(startOf('review-rollback-plan')).toBeGreaterThan(startOf('transfer-knowledge'));
  });
});

describe('whether a deployment is due', () => {
  const ready = { 'validated-implementation': true, 'production-environment': true };
  const none = Object.fromEntries(playbook.conditions.map(({ key }) => [key, false]));

  function isDue(answers: Readonly<Record<string, boolean>>): boolean | null {
    const conditions = playbook.conditions.map((each) => ({ ...each, holds: answers[each.key] ?? each.holds }));
    return applicabilityOf({ ...playbook, conditions }).isDue;
  }

  test.each(['code-changes', 'infrastructure-changes', 'new-feature'])('%s need one', (key) => {
    expect(isDue({ ...none, ...ready, [key]: true })).toBe(true);
  });

  test('a configuration change alone needs one only when it is deployed formally', () => {
    const change = { ...none, ...ready, 'configuration-changes': true };
    expect(isDue(change)).toBe(false);
    expect(isDue({ ...change, 'formal-configuration': true })).toBe(true);
    expect(isDue({ ...change, 'code-changes': true })).toBe(true);
  });

  test.each(['validated-implementation', 'production-environment'])('none without %s', (key) => {
    expect(isDue({ ...none, ...ready, 'code-changes': true, [key]: false })).toBe(false);
  });

  test.each(['development-only', 'documentation-only', 'already-deployed', 'emergency-rollback'])('none for %s', (key) => {
    expect(isDue({ ...none, ...ready, 'code-changes': true, [key]: true })).toBe(false);
  });

  test('it is not decided before anything is answered', () => {
    expect(isDue({})).toBeNull();
  });
});

function plan(choice: { complexity?: 'simple' | 'standard' | 'complex'; holds?: boolean }): Playbook {
  const conditions = Object.fromEntries(playbook.conditions.map(({ key }) => [key, choice.holds ?? true]));
  const made = followed(playbook, { variation: '', conditions, strategy: '', complexity: choice.complexity ?? null }, []);
  if (!made.ok) throw new Error(made.refusal.reason);
  return made.value;
}

test.each([
  ['simple', 60, 2 * 60],
  ['standard', 4 * 60, 8 * 60],
  ['complex', DAY, 2 * DAY],
] as const)('a %s deployment takes as long as the source says', (complexity, least, most) => {
  const made = plan({ complexity });
  const worked = made.phases.flatMap((phase) => phase.steps.flatMap(({ task }) => task ?? []));
  const starts = worked.map(({ startMinutes }) => startMinutes ?? Number.NaN);
  const length = Math.max(...worked.map(({ minutes }, at) => (starts[at] ?? Number.NaN) + minutes)) - Math.min(...starts);
  expect(made.duration).toMatchObject({ minMinutes: least, maxMinutes: most });
  expect(length).toBeGreaterThanOrEqual(least);
  expect(length).toBeLessThanOrEqual(most);
  expect(tooEarly(made)).toEqual([]);
});

test('no task is planned before the gate that guards it, nor a gate before what proves it', () => {
  const ends = new Map(
    steps.map(({ key, task, check }) => [key, check?.dueMinutes ?? (task?.startMinutes ?? Number.NaN) + (task?.minutes ?? 0)]),
  );
  for (const { key, guards, plannedMinutes, criteria } of playbook.gates.filter((gate) => gate.plannedMinutes !== null)) {
    for (const phase of playbook.phases.filter((each) => guards.includes(each.key)))
      for (const step of phase.steps)
        expect(step.task?.startMinutes, `${step.key} before ${key}`).toBeGreaterThanOrEqual(plannedMinutes ?? 0);
    for (const prover of criteria.flatMap(({ provenBy }) => provenBy).filter((each) => ends.has(each)))
      expect(ends.get(prover), `${prover} at ${key}`).toBeLessThanOrEqual(plannedMinutes ?? 0);
  }
});

test('the system is watched closely for 24 to 48 hours, and the run cannot end before', () => {
  expect(playbook.monitoring.watches).toMatchObject([{ minMinutes: DAY, maxMinutes: 2 * DAY }]);
  const end = playbook.gates.find(({ phase }) => phase === 'close-watch')?.criteria.filter(({ neededToPass }) => neededToPass);
  expect(end).toMatchObject([{ provenBy: ['watch-held'], threshold: { operator: '>=', target: 24, unit: 'h' } }]);
});
