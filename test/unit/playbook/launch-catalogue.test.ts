import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogueSchema } from '../../../shared/domain/playbook/coverage-schema.ts';
import type { Phase, Step } from '../../../shared/domain/playbook/phase.ts';
import { type Playbook, playbookSchema } from '../../../shared/domain/playbook/schema.ts';
import { varied } from '../../../shared/domain/playbook/vary.ts';

const DAY = 24 * 60;
const shipped = new URL('../../../assets/playbooks/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, shipped), 'utf8'));
const catalogue = catalogueSchema.parse(read('catalogue.json')).filter(({ seed }) => seed === 'S4');
const playbook = playbookSchema.parse(read('production-readiness-and-launch.json'));
const steps: readonly Step[] = playbook.phases.flatMap((phase) => phase.steps);

/** Every catalogue id on any element, however deep. */
function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) => (name === 'ids' ? (held as string[]) : idsIn(held)));
}

function entries(kind: string, ...homes: readonly string[]) {
  return catalogue.filter((entry) => entry.kind === kind && (homes.length === 0 || homes.includes(entry.home)));
}

function gate(key: string) {
  const found = playbook.gates.find((each) => each.key === key);
  if (!found) throw new Error(`there is no gate ${key}`);
  return found;
}

describe('the playbook "Production Readiness and Launch" against the catalogue', () => {
  test('every one of the 201 ids of S4 is on an element, and no other id is', () => {
    expect(catalogue).toHaveLength(201);
    expect([...new Set(idsIn(playbook))].sort()).toEqual(catalogue.map(({ id }) => id).sort());
  });

  test('the phases stand in the order of the source, led by whom it says', () => {
    expect(
      playbook.phases.map(({ key, leads }) => [key, ...leads.map(({ role, part }) => [role, part].filter(Boolean).join(': '))]),
    ).toEqual([
      ['initiation', 'launch-manager'],
      ['pipeline-and-staging', 'deployment-director'],
      ['hardening', 'qa-lead'],
      ['production-launch', 'launch-manager: approval', 'deployment-director: execution'],
      ['post-launch', 'deployment-director: monitoring', 'development-lead: bug fixing', 'launch-manager: coordination'],
      ['completion', 'launch-manager'],
    ]);
  });

  test('each phase has its exit gate', () => {
    expect(playbook.gates.flatMap(({ phase }) => phase || [])).toEqual(playbook.phases.map(({ key }) => key));
  });

  test('a step is proven by a check or worked as a task, and one of the readiness board is proven', () => {
    for (const { id, home } of entries('step')) {
      const serving = steps.filter(({ ids }) => ids.includes(id));
      expect(
        serving.some(({ check, task }) => check || task),
        id,
      ).toBe(true);
      if (home === 'readiness-board')
        expect(
          serving.some(({ check }) => check),
          id,
        ).toBe(true);
      if (home === 'runbook')
        expect(
          serving.some(({ task }) => task),
          id,
        ).toBe(true);
    }
  });

  test('an exit criterion of the source stands at the exit of its phase, as a criterion or as an approval', () => {
    const exits = entries('gate-criterion').map(({ id }) => {
      const at = playbook.gates.find(({ criteria, approvals }) => [...criteria, ...approvals].some(({ ids }) => ids.includes(id)));
      return playbook.phases.findIndex(({ key }) => key === at?.phase);
    });
    expect(exits).toEqual([1, 1, 1, 2, 2, 3, 3, 4, 4]);
  });

  test('the approvals of the source are given before a go, in their order', () => {
    const order = playbook.gates.flatMap(({ approvals }) => approvals.map(({ role, ids }) => `${role} ${ids[0]}`));
    expect(order).toEqual([
      'deployment-director S4-066',
      'deployment-director S4-067',
      'qa-lead S4-121',
      'qa-lead S4-134',
      'business-owner S4-136',
      'deployment-director S4-151',
    ]);
  });

  test('every report and every section of the source is a report or a section', () => {
    const made = new Set(idsIn(playbook.reports));
    for (const { id } of [...entries('report'), ...entries('report-section'), ...entries('plan-section')]) expect(made, id).toContain(id);
  });

  test('every kind of hardening test the source names is planned in staging, smoke tests in production', () => {
    const kinds = (phase: string) => new Set(playbook.tests.filter((each) => each.phase === phase).map(({ kind }) => kind));
    for (const kind of ['end-to-end', 'load', 'stress', 'soak', 'accessibility', 'security'] as const)
      expect(kinds('hardening')).toContain(kind);
    const inProduction = playbook.tests.filter(({ environment }) => environment === 'Production');
    expect(inProduction.map(({ kind }) => kind)).toEqual(['smoke', 'smoke', 'smoke']);
  });
});

describe('what the launch may not pass without', () => {
  test('a written and a tested rollback plan, at the gate that guards the launch; nobody may waive it', () => {
    const { guards, decider, criteria } = gate('launch-decision');
    expect(guards).toContain(playbook.phases.find(({ steps: own }) => own.some(({ key }) => key === playbook.rollout))?.key);
    expect(decider).toBe('business-owner');
    expect(criteria.filter(({ neededToPass }) => neededToPass).flatMap(({ ids }) => ids)).toEqual(['S4-198', 'S4-199']);
    expect(steps.find(({ key }) => key === 'test-rollback-plan')?.check?.isVerified).toBe(true);
  });

  test('no critical hardening issue is open at the end of hardening', () => {
    const [needed] = gate('hardening-exit').criteria.filter(({ neededToPass }) => neededToPass);
    expect(needed?.threshold).toMatchObject({ ids: ['S4-124'], operator: '=', target: 0 });
  });

  test('the stability period is over before its phase ends', () => {
    const [needed] = gate('post-launch-exit').criteria.filter(({ neededToPass }) => neededToPass);
    expect(needed).toMatchObject({ provenBy: ['hold-stability-period'], threshold: { operator: '>=', target: 7 } });
  });
});

interface Planned {
  readonly start: number;
  readonly end: number;
}

function tasksOf(phases: readonly Phase[]): ReadonlyMap<string, Planned> {
  const own = phases.flatMap((phase) => phase.steps);
  return new Map(
    own.flatMap(({ key, task }) => {
      const start = task?.startMinutes ?? Number.NaN;
      return task ? [[key, { start, end: start + task.minutes }] as const] : [];
    }),
  );
}

function span(phases: readonly Phase[]): Planned {
  const times = [...tasksOf(phases).values()];
  return { start: Math.min(...times.map(({ start }) => start)), end: Math.max(...times.map(({ end }) => end)) };
}

function followed(variation: string): Playbook {
  const result = varied(playbook, variation, {});
  if (!result.ok) throw new Error(result.refusal.reason);
  return result.value;
}

describe.each([
  ['', 14],
  ['one-week-stability', 7],
] as const)('the plan, variation "%s"', (variation, stableDays) => {
  const plan = followed(variation);
  const times = tasksOf(plan.phases);

  test('no task is planned before its predecessors let it start', () => {
    const early = plan.phases.flatMap((phase) =>
      phase.steps.flatMap(({ key, task }) =>
        (task?.after ?? []).flatMap(({ step, kind, lagMinutes }) => {
          const before = times.get(step);
          const from = kind === 'SS' ? before?.start : before?.end;
          return (times.get(key)?.start ?? Number.NaN) >= (from ?? Number.NaN) + lagMinutes ? [] : [`${key} before ${step}`];
        }),
      ),
    );
    expect(early).toEqual([]);
  });

  test('phases follow each other, each and all as long as they may take', () => {
    const spans = plan.phases.map((phase) => ({ ...span([phase]), duration: phase.duration }));
    for (const { start, end, duration } of [...spans, { ...span(plan.phases), duration: plan.duration }]) {
      expect(end - start).toBeGreaterThanOrEqual(duration?.minMinutes ?? Number.NaN);
      expect(end - start).toBeLessThanOrEqual(duration?.maxMinutes ?? Number.NaN);
    }
    for (const [at, { start }] of spans.entries()) expect(start).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? start);
  });

  test('each gate is planned after its phase and before what it guards', () => {
    for (const { key, phase, guards, plannedMinutes } of plan.gates) {
      const own = plan.phases.filter((each) => each.key === phase);
      if (own.length > 0) expect(plannedMinutes, key).toBeGreaterThanOrEqual(span(own).end);
      const guarded = plan.phases.filter((each) => guards.includes(each.key));
      if (guarded.length > 0) expect(plannedMinutes, key).toBeLessThanOrEqual(span(guarded).start);
    }
  });

  test('what proves a gate is due when the gate is planned', () => {
    const due = new Map([
      ...plan.phases.flatMap(({ steps: own }) => own.map(({ key, check }) => [key, check?.dueMinutes ?? times.get(key)?.end] as const)),
      ...plan.inputs.map(({ key, check }) => [key, check.dueMinutes] as const),
    ]);
    for (const { key, criteria, plannedMinutes } of plan.gates)
      for (const prover of criteria.flatMap(({ provenBy }) => provenBy).filter((each) => due.has(each)))
        expect(due.get(prover), `${prover} at ${key}`).toBeLessThanOrEqual(plannedMinutes ?? Number.NaN);
  });

  test('production starts at T-0, and stability is watched from live for the whole period', () => {
    expect(times.get(plan.rollout)?.start).toBe(0);
    const { start, end } = times.get('hold-stability-period') ?? { start: 0, end: 0 };
    expect(end - start).toBe(stableDays * DAY);
    expect(plan.gates.find(({ key }) => key === 'post-launch-exit')?.plannedMinutes).toBeGreaterThanOrEqual(end);
  });
});
