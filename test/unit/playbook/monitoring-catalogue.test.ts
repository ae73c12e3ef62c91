import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Step } from '../../../shared/domain/playbook/phase.ts';
import { type Playbook, playbookSchema } from '../../../shared/domain/playbook/schema.ts';
import { followed } from '../../../shared/domain/playbook/vary.ts';
import { catalogue } from '../../support/catalogue.ts';
import { tooEarly } from '../../support/choices.ts';

const entries = catalogue().filter(({ seed }) => seed === 'S2');
const file = new URL('../../../assets/playbooks/deployment-and-monitoring.json', import.meta.url);
const playbook = playbookSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const steps: readonly Step[] = playbook.phases.flatMap((phase) => phase.steps);
const goNoGo = gate('go-no-go');
const matrix = goNoGo.criteria.filter(({ ids }) => ids.length > 0);

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

function step(id: string): Step {
  const found = steps.find(({ ids }) => ids.includes(id));
  if (!found) throw new Error(`there is no step for ${id}`);
  return found;
}

/** All steps whose tasks come before that of `key`, however far back. */
function before(key: string): readonly string[] {
  const own = steps.find((each) => each.key === key)?.task?.after.map((link) => link.step) ?? [];
  return own.flatMap((each) => [each, ...before(each)]);
}

/** When the check of a step is due. */
function due({ check, task }: Step): number {
  return check?.dueMinutes ?? (task?.startMinutes ?? Number.NaN) + (task?.minutes ?? Number.NaN);
}

describe('the playbook "Deployment & Monitoring" against the catalogue', () => {
  test('every one of the 192 ids of S2 is on an element, and no other id is', () => {
    expect(entries).toHaveLength(192);
    expect([...new Set(idsIn(playbook))].sort()).toEqual(entries.map(({ id }) => id).sort());
  });

  test('the source names who leads and supports its first three phases, in its order', () => {
    const named = playbook.phases.flatMap(({ leads, support }) => [...leads, ...support]).filter(({ ids }) => ids.length > 0);
    expect(named.flatMap(({ ids }) => ids)).toEqual(idsOf('assignment'));
    expect(playbook.phases.flatMap(({ ids }) => ids)).toEqual(idsOf('phase'));
  });

  test('every step of the source is worked or proven, or groups steps that are', () => {
    for (const id of idsOf('step')) {
      const { key, check, task } = step(id);
      expect(check || task || steps.some(({ partOf }) => partOf === key), id).toBeTruthy();
    }
  });

  test('the pipeline runs in the order of the source, with its last step at T-0', () => {
    const pipeline = steps.filter(({ partOf }) => partOf === step('S2-055').key);
    const order = [...pipeline].sort((a, b) => a.code.localeCompare(b.code));
    expect(order.flatMap(({ ids }) => ids)).toEqual(['S2-056', 'S2-057', 'S2-058', 'S2-059', 'S2-060']);
    for (const [at, { key }] of order.entries()) if (at > 0) expect(before(key)).toContain(order[at - 1]?.key);
    expect(order.at(-1)).toMatchObject({ key: playbook.rollout, task: { startMinutes: 0 } });
  });

  test('it is initiated in the order of the source: readiness, clearance, deployment, monitoring', () => {
    const starts = ['S2-168', 'S2-169', 'S2-170', 'S2-171'].map((id) => step(id).task?.startMinutes ?? Number.NaN);
    expect([...starts].sort((a, b) => a - b)).toEqual(starts);
    expect(starts[1]).toBeLessThan(goNoGo.plannedMinutes ?? Number.NaN);
    expect(starts[2]).toBeGreaterThan(goNoGo.plannedMinutes ?? Number.NaN);
  });

  test('the same monitoring is proven three times: before the go, before production is touched, and for the release', () => {
    const infrastructure = playbook.checklists.find(({ points }) => points.some(({ ids }) => ids.includes('S2-036')));
    const point = infrastructure?.points.find(({ ids }) => ids.includes('S2-036'));
    for (const [activated, setUp] of [
      ['S2-062', 'S2-077'],
      ['S2-063', 'S2-078'],
      ['S2-064', 'S2-082'],
      ['S2-065', 'S2-079'],
    ] as const) {
      expect([step(activated), step(setUp)].map(({ check }) => check?.area)).toEqual([infrastructure?.area, infrastructure?.area]);
      expect(point?.dueMinutes).toBeLessThan(goNoGo.plannedMinutes ?? Number.NaN);
      expect(due(step(activated))).toBeLessThanOrEqual(step('S2-058').task?.startMinutes ?? Number.NaN);
      expect(due(step(setUp))).toBeGreaterThan(gate('deployment-accepted').plannedMinutes ?? Number.NaN);
    }
  });

  test('the stages of each strategy stand in the order of the source', () => {
    expect(playbook.strategies.map(({ kind }) => kind)).toEqual(['blue-green', 'canary', 'rolling by instance']);
    const stages = playbook.strategies.flatMap((each) => each.stages);
    expect([...new Set(stages.flatMap(({ ids }) => ids))]).toEqual(idsOf('strategy-stage'));
  });

  test('traffic is switched or raised only after something was seen, and each strategy has its way back', () => {
    for (const { key, stages } of playbook.strategies) {
      const [back, ahead] = [stages.filter(({ isRollback }) => isRollback), stages.filter(({ isRollback }) => !isRollback)];
      expect(back, key).toHaveLength(1);
      expect(ahead.at(-1)?.percent, key).toBe(100);
      for (const [at, { percent, key: stage }] of ahead.entries())
        if (at > 0 && percent !== ahead[at - 1]?.percent) expect(ahead[at - 1]?.validation, stage).not.toBe('');
    }
  });
});

describe('the go/no-go', () => {
  const points = playbook.checklists.flatMap((list) => list.points);

  test('has twelve points in three owned groups of four, all of them proof of a criterion', () => {
    const groups = playbook.checklists.filter(({ partOf }) => partOf !== '');
    expect(groups.map(({ role, points: four }) => [role, four.length])).toEqual([
      ['release-validator', 4],
      ['security-specialist', 4],
      ['infrastructure-architect', 4],
    ]);
    expect(points.flatMap(({ ids }) => ids)).toEqual(idsOf('checklist-item'));
    const proving = goNoGo.criteria.flatMap(({ provenBy }) => provenBy);
    for (const { key } of points) expect(proving, key).toContain(key);
  });

  test('has the six rows of the matrix, each with what speaks for a go, what for a no-go, and proof', () => {
    expect(matrix.flatMap(({ ids }) => ids)).toEqual(idsOf('gate-criterion'));
    for (const { key, goWhen, noGoWhen, provenBy } of matrix)
      expect(
        [goWhen, noGoWhen, provenBy.join()].filter((each) => each === ''),
        key,
      ).toEqual([]);
  });

  test('cannot be passed, and by nobody, while a scan shows a critical vulnerability', () => {
    const [needed, ...more] = playbook.gates.flatMap(({ criteria }) => criteria).filter(({ neededToPass }) => neededToPass);
    expect(more).toEqual([]);
    expect(needed).toMatchObject({ ids: ['S2-040'], threshold: { ids: ['S2-041'], operator: '=', target: 0 } });
    const scans = playbook.tests.filter(({ ids }) => ids.includes('S2-030'));
    expect(scans.length).toBeGreaterThan(0);
    for (const { key, kind, operator, target } of scans) {
      expect(needed?.provenBy).toContain(key);
      expect({ kind, operator, target }).toEqual({ kind: 'security', operator: '=', target: 0 });
    }
  });

  test('is decided by the release validator, after QA, security and the business have signed off in this order', () => {
    expect(goNoGo.decider).toBe('release-validator');
    expect(goNoGo.approvals.map(({ role }) => role)).toEqual(['qa-engineer', 'security-specialist', 'product-manager']);
    expect(goNoGo.approvals.filter(({ ids }) => ids.includes('S2-169'))).toHaveLength(1);
  });

  test('guards all of the deployment, the one to staging too', () => {
    const guarded = playbook.phases.filter(({ key }) => goNoGo.guards.includes(key)).flatMap((phase) => phase.steps);
    expect(guarded.map(({ key }) => key)).toEqual(expect.arrayContaining([step('S2-056').key, playbook.rollout]));
  });

  test('takes no single word for it that the rollback is tested and a backup can be restored', () => {
    for (const id of ['S2-027', 'S2-037']) expect(points.find(({ ids }) => ids.includes(id))?.isVerified, id).toBe(true);
  });
});

describe('the deployment', () => {
  test('is accepted on its five validation points, each a check that a test measures', () => {
    const accepted = gate('deployment-accepted').criteria.filter(({ ids }) => ids.some((id) => idsOf('validation-point').includes(id)));
    expect(accepted).toHaveLength(5);
    expect(accepted.flatMap(({ ids }) => ids)).toEqual(idsOf('validation-point'));
    for (const { ids, provenBy } of accepted)
      for (const { key, check } of ids.map(step)) {
        expect(check, key).not.toBe(null);
        const measuring = playbook.tests.filter(({ proves }) => proves === key).map((each) => each.key);
        expect(measuring.length, key).toBeGreaterThan(0);
        expect(provenBy).toEqual(expect.arrayContaining([key, ...measuring]));
      }
  });

  test('touches production only after staging was validated and the business has accepted', () => {
    const touching = ['S2-058', 'S2-059', 'S2-060'].map((id) => step(id).key);
    for (const key of touching) expect(before(key)).toEqual(expect.arrayContaining([step('S2-066').key, step('S2-071').key]));
  });
});

describe('what comes after', () => {
  test('four levels of escalation, three actions at each, and a time after which all but the last hand on', () => {
    expect(playbook.escalation.map(({ level, actions }) => [level, actions.length])).toEqual([1, 2, 3, 4].map((level) => [level, 3]));
    expect(playbook.escalation.map(({ afterMinutes }) => afterMinutes !== null)).toEqual([true, true, true, false]);
    expect(idsIn(playbook.escalation.map(({ actions }) => actions))).toEqual(idsOf('escalation-action'));
  });

  test('four incident stages and four ways back, in the order of the source', () => {
    expect(playbook.incidentStages.flatMap(({ ids }) => ids)).toEqual(idsOf('incident-stage'));
    expect(playbook.rollbacks.map(({ kind }) => kind)).toEqual(['automated', 'manual', 'database', 'communication']);
  });

  test('four areas with 25 metrics, each with a unit', () => {
    expect(playbook.monitoring.areas.map(({ metrics }) => metrics.length)).toEqual([9, 5, 4, 7]);
    expect(playbook.monitoring.areas.flatMap(({ metrics }) => metrics.filter(({ unit }) => unit === ''))).toEqual([]);
  });

  test('four health checks come round, each with the role that looks', () => {
    const { routines } = playbook.monitoring;
    expect(routines.map(({ role }) => role)).toEqual([
      'post-deployment-reviewer',
      'security-specialist',
      'qa-engineer',
      'infrastructure-architect',
    ]);
    for (const { title, everyMinutes } of routines) expect(everyMinutes, title).toBeGreaterThan(0);
  });

  test('each of the four delivery metrics once; the failure rate is told as failures, lower being better', () => {
    expect(playbook.deliveryMetrics.map(({ measure }) => measure)).toEqual([
      'deployment frequency',
      'lead time',
      'time to restore',
      'change failure rate',
    ]);
    expect(playbook.deliveryMetrics.find(({ ids }) => ids.includes('S2-166'))?.detail).toMatch(/^Failed deployments of all deployments/);
  });
});

function plan(strategy: string): Playbook {
  const made = followed(playbook, { variation: '', conditions: {}, strategy, complexity: null }, []);
  if (!made.ok) throw new Error(made.refusal.reason);
  return made.value;
}

describe.each(['', 'blue-green', 'canary', 'rolling-by-instance'])('the plan, strategy "%s"', (strategy) => {
  const made = plan(strategy);
  const worked = made.phases.flatMap((phase) =>
    phase.steps.flatMap((each) => {
      const start = each.task?.startMinutes ?? Number.NaN;
      return each.task ? [{ ...each, phase: phase.key, start, end: start + each.task.minutes }] : [];
    }),
  );
  const length = (of: typeof worked) => Math.max(...of.map(({ end }) => end)) - Math.min(...of.map(({ start }) => start));

  test('plans no task before its predecessors let it start', () => {
    expect(tooEarly(made)).toEqual([]);
  });

  test('is as long as it says, as a whole and phase by phase', () => {
    const spans = made.phases.map(({ key, duration }) => ({ duration, is: length(worked.filter(({ phase }) => phase === key)) }));
    for (const { duration, is } of [...spans, { duration: made.duration, is: length(worked) }]) {
      expect(is).toBeGreaterThanOrEqual(duration?.minMinutes ?? Number.NaN);
      expect(is).toBeLessThanOrEqual(duration?.maxMinutes ?? Number.NaN);
    }
  });

  test('decides each gate after its phase, and before what it guards', () => {
    for (const { key, phase, guards, plannedMinutes } of made.gates) {
      for (const { end } of worked.filter((each) => each.phase === phase)) expect(plannedMinutes, key).toBeGreaterThanOrEqual(end);
      for (const { start } of worked.filter((each) => guards.includes(each.phase))) expect(plannedMinutes, key).toBeLessThanOrEqual(start);
    }
  });

  test('has what proves a gate due when the gate is planned', () => {
    const dues = new Map([
      ...worked.map((each) => [each.key, due(each)] as const),
      ...made.checklists.flatMap(({ points }) => points.map(({ key, dueMinutes }) => [key, dueMinutes] as const)),
    ]);
    for (const { key, criteria, plannedMinutes } of made.gates)
      for (const prover of criteria.flatMap(({ provenBy }) => provenBy).filter((each) => dues.has(each)))
        expect(dues.get(prover), `${prover} at ${key}`).toBeLessThanOrEqual(plannedMinutes ?? Number.NaN);
  });
});
