import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Step } from '../../../shared/domain/playbook/phase.ts';
import { type Playbook, playbookSchema } from '../../../shared/domain/playbook/schema.ts';
import { followed } from '../../../shared/domain/playbook/vary.ts';
import { catalogue } from '../../support/catalogue.ts';

const DAY = 24 * 60;
const entries = catalogue().filter(({ seed }) => seed === 'S0');
const file = new URL('../../../assets/playbooks/erpnext-deployment-and-closure.json', import.meta.url);
const playbook = playbookSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const steps: readonly Step[] = playbook.phases.flatMap((phase) => phase.steps);

function idsOf(kind: string): readonly string[] {
  return entries.filter((entry) => entry.kind === kind).map(({ id }) => id);
}

/** Every catalogue id on any element, however deep. */
function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) => (name === 'ids' ? (held as string[]) : idsIn(held)));
}

function gate(key: string) {
  const found = playbook.gates.find((each) => each.key === key);
  if (!found) throw new Error(`there is no gate ${key}`);
  return found;
}

describe('the playbook "ERPNext Deployment and Closure" against the catalogue', () => {
  test('every one of the 295 ids of S0 is on an element, and no other id is', () => {
    expect([...new Set(idsIn(playbook))].sort()).toEqual(entries.map(({ id }) => id).sort());
    expect(entries).toHaveLength(295);
  });

  test('the twelve phases stand in the order of the process, led by whom it says', () => {
    expect(playbook.phases.map(({ key, leads }) => [key, ...leads.filter(({ ids }) => ids.length > 0).map(({ role }) => role)])).toEqual([
      ['deployment-planning', 'go-live-coordinator', 'diagnostics-specialist'],
      ['environment-setup', 'deployment-operator'],
      ['user-training', 'documentation-lead'],
      ['pre-deployment-validation'],
      ['production-deployment', 'deployment-operator'],
      ['post-deployment-validation', 'test-specialist'],
      ['go-live-support', 'go-live-coordinator', 'diagnostics-specialist'],
      ['monitoring-and-maintenance', 'deployment-operator', 'go-live-coordinator'],
      ['support-transition', 'go-live-coordinator', 'documentation-lead'],
      ['project-closure-activities', 'documentation-lead', 'go-live-coordinator'],
      ['project-closure', 'go-live-coordinator'],
      ['post-implementation', 'go-live-coordinator'],
    ]);
  });

  test('each phase has its exit gate', () => {
    expect(new Set(playbook.gates.map(({ phase }) => phase))).toEqual(new Set(playbook.phases.map(({ key }) => key)));
    expect(playbook.gates).toHaveLength(12);
  });

  test('every step of the source is worked as a task', () => {
    for (const id of idsOf('step'))
      expect(
        steps.some(({ ids, task }) => task && ids.includes(id)),
        id,
      ).toBe(true);
  });

  test('what is validated after the deployment is a check, measured by a test, and a criterion of the exit', () => {
    const proven = gate('validation-exit').criteria.flatMap(({ provenBy }) => provenBy);
    const areas = idsOf('validation-point').map((id) => steps.find(({ ids }) => ids.includes(id)));
    expect(areas.map((step) => step?.key)).toEqual(proven);
    for (const key of proven)
      expect(
        playbook.tests.some(({ proves }) => proves === key),
        key,
      ).toBe(true);
  });

  test('the six deployment steps follow each other', () => {
    const six = steps.filter(({ code }) => code !== '');
    expect(six.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5', '6']);
    for (const [at, { task }] of six.entries()) if (at > 0) expect(task?.after.map(({ step }) => step)).toContain(six[at - 1]?.key);
    expect(six.at(-1)?.task?.kind).toBe('communication');
  });

  test('load balancing is the only thing that is there under a condition', () => {
    expect(playbook.conditions.map(({ ids }) => ids)).toEqual([['S0-036']]);
    expect(steps.filter(({ condition }) => condition).map(({ ids }) => ids)).toEqual([['S0-035']]);
  });

  test('the stages of each strategy stand in the order of the source', () => {
    expect(playbook.strategies.map(({ kind }) => kind)).toEqual(['blue-green', 'rolling by users', 'phased']);
    expect(playbook.strategies.flatMap(({ stages }) => stages.flatMap(({ ids }) => ids))).toEqual(idsOf('strategy-stage'));
  });

  test('no critical issue is the measure of the deployment, and seven days of watching follow it', () => {
    expect(playbook.metrics.find(({ ids }) => ids.includes('S0-218'))).toMatchObject({ operator: '=', target: 0 });
    expect(playbook.monitoring.watches.map(({ minMinutes }) => minMinutes)).toEqual([7 * DAY]);
    expect(steps.find(({ task, ids }) => task && ids.includes('S0-105'))?.task?.minutes).toBe(7 * DAY);
  });
});

describe('the two checklists', () => {
  const points = new Map(playbook.checklists.flatMap((list) => list.points.map((point) => [point.key, point] as const)));

  function pointsProving(key: string): readonly string[] {
    return gate(key).criteria.flatMap(({ provenBy }) => provenBy.flatMap((point) => points.get(point)?.ids ?? []));
  }

  test('the six points of the Validation Checklist, and they alone, decide on the deployment', () => {
    expect(pointsProving('deployment')).toEqual(idsOf('checklist-item').slice(0, 6));
    expect(gate('deployment')).toMatchObject({ phase: 'pre-deployment-validation', guards: ['production-deployment'] });
  });

  test('the twenty points of the Stage 6 Checklist, in four groups of five, decide on the go-live', () => {
    expect(pointsProving('go-live')).toEqual(idsOf('checklist-item').slice(6));
    const groups = playbook.checklists.filter(({ partOf }) => partOf === 'stage-6-checklist');
    expect(groups.map((group) => group.points.length)).toEqual([5, 5, 5, 5]);
  });

  test('each criterion is proven by the point with its id', () => {
    for (const { key, ids, provenBy } of [...gate('deployment').criteria, ...gate('go-live').criteria]) {
      expect(
        provenBy.map((point) => points.get(point)?.ids),
        key,
      ).toEqual([ids]);
    }
  });

  test('production is not opened before the gate has decided, and the announcement waits for its opening', () => {
    const guarded = playbook.phases.filter(({ key }) => gate('go-live').guards.includes(key)).flatMap((phase) => phase.steps);
    expect(guarded.map(({ key }) => key)).toContain(playbook.rollout);
    const announcement = steps.find(({ ids }) => ids.includes('S0-062'));
    expect(announcement?.task?.after.map(({ step }) => step)).toContain(playbook.rollout);
  });

  test('nobody may waive a tested backup or a rollback plan, nor take one word for it', () => {
    const needed = playbook.gates.flatMap(({ criteria }) =>
      criteria.filter(({ neededToPass, neededToStart }) => neededToPass || neededToStart),
    );
    expect(needed.flatMap(({ ids }) => ids)).toEqual(['S0-052', 'S0-053', 'S0-142']);
    for (const key of needed.flatMap(({ provenBy }) => provenBy).filter((each) => points.has(each)))
      expect(points.get(key)?.isVerified, key).toBe(true);
  });
});

function plan(strategy: string): Playbook {
  const made = followed(playbook, { variation: '', conditions: {}, strategy, complexity: null }, []);
  if (!made.ok) throw new Error(made.refusal.reason);
  return made.value;
}

describe.each(['', 'blue-green', 'rolling', 'phased'])('the plan, strategy "%s"', (strategy) => {
  const { phases, gates, checklists, duration } = plan(strategy);
  const worked = phases.flatMap((phase) =>
    phase.steps.flatMap(({ key, check, task }) => {
      const start = task?.startMinutes ?? Number.NaN;
      return task ? [{ key, phase: phase.key, kind: task.kind ?? 'task', check, start, end: start + task.minutes, after: task.after }] : [];
    }),
  );
  const times = new Map(worked.map((each) => [each.key, each]));

  test('takes two to four weeks', () => {
    const length = Math.max(...worked.map(({ end }) => end)) - Math.min(...worked.map(({ start }) => start));
    expect(length).toBeGreaterThanOrEqual(duration?.minMinutes ?? Number.NaN);
    expect(length).toBeLessThanOrEqual(duration?.maxMinutes ?? Number.NaN);
    expect(duration).toMatchObject({ minMinutes: 14 * DAY, maxMinutes: 28 * DAY });
  });

  test('plans no task before its predecessors have ended', () => {
    const early = worked.flatMap(({ key, start, after }) =>
      after.filter(({ step }) => !(start >= (times.get(step)?.end ?? Number.NaN))).map(({ step }) => `${key} before ${step}`),
    );
    expect(early).toEqual([]);
  });

  test('plans no task before the gates that guard it', () => {
    for (const { key, guards, plannedMinutes } of gates)
      for (const each of worked.filter(({ phase }) => guards.includes(phase)))
        expect(each.start, `${each.key} before ${key}`).toBeGreaterThanOrEqual(plannedMinutes ?? Number.NaN);
  });

  test('has what proves a gate due when the gate is planned', () => {
    const due = new Map([
      ...worked.map(({ key, check, end }) => [key, check?.dueMinutes ?? end] as const),
      ...checklists.flatMap(({ points }) => points.map(({ key, dueMinutes }) => [key, dueMinutes] as const)),
    ]);
    for (const { key, criteria, plannedMinutes } of gates)
      for (const prover of criteria.flatMap(({ provenBy }) => provenBy))
        expect(due.get(prover), `${prover} at ${key}`).toBeLessThanOrEqual(plannedMinutes ?? Number.NaN);
  });

  test('starts the deployment at T-0, after a hold that ends there', () => {
    const [holds, others] = [true, false].map((isHold) =>
      worked.filter(({ phase, kind }) => phase === 'production-deployment' && (kind === 'hold') === isHold),
    );
    expect(Math.min(...(others ?? []).map(({ start }) => start))).toBe(0);
    expect(holds?.map(({ start, end }) => [start, end])).toEqual([[-30, 0]]);
  });
});
