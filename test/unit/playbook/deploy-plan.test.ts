import { describe, expect, test } from 'vitest';
import type { Phase } from '../../../shared/domain/playbook/phase.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { deployVaried } from '../../support/playbooks.ts';

const variations = ['', 'hotfix', 'blue-green', 'database-migration', 'microservice'];

interface Planned {
  readonly start: number;
  readonly end: number;
}

function tasksOf(phases: readonly Phase[]): ReadonlyMap<string, Planned> {
  return new Map(
    phases.flatMap(({ steps }) =>
      steps.flatMap(({ key, task }) => {
        const start = task?.startMinutes ?? Number.NaN;
        return task ? [[key, { start, end: start + task.minutes }] as const] : [];
      }),
    ),
  );
}

function lengthOf(phases: readonly Phase[]): number {
  const times = [...tasksOf(phases).values()];
  return Math.max(...times.map(({ end }) => end)) - Math.min(...times.map(({ start }) => start));
}

/** Every link, as what may be wrong with it in words. */
function brokenLinks(playbook: Playbook): readonly string[] {
  const times = tasksOf(playbook.phases);
  return playbook.phases
    .flatMap(({ steps }) => steps)
    .flatMap((step) =>
      (step.task?.after ?? []).flatMap((link) => {
        const [before, own] = [times.get(link.step), times.get(step.key)];
        if (!before || !own) return [`${step.key} waits for ${link.step}, which is not there`];
        const from = link.kind === 'SS' ? before.start : before.end;
        return own.start < from + link.lagMinutes ? [`${step.key} would start before ${link.step} lets it`] : [];
      }),
    );
}

describe.each(variations)('the plan of Deploy, variation "%s"', (variation) => {
  const playbook = deployVaried(variation);

  test('every task has a planned start', () => {
    const starts = [...tasksOf(playbook.phases).values()].map(({ start }) => start);
    expect(starts.length).toBeGreaterThan(20);
    expect(starts.every(Number.isInteger)).toBe(true);
  });

  test('each phase fits between the least and the most it may take', () => {
    for (const phase of playbook.phases) {
      expect(lengthOf([phase]), phase.key).toBeGreaterThanOrEqual(phase.duration?.minMinutes ?? Number.NaN);
      expect(lengthOf([phase]), phase.key).toBeLessThanOrEqual(phase.duration?.maxMinutes ?? Number.NaN);
    }
  });

  test('the whole run fits between the least and the most it may take', () => {
    expect(lengthOf(playbook.phases)).toBeGreaterThanOrEqual(playbook.duration?.minMinutes ?? Number.NaN);
    expect(lengthOf(playbook.phases)).toBeLessThanOrEqual(playbook.duration?.maxMinutes ?? Number.NaN);
  });

  test('no task is planned before its predecessors let it start', () => {
    expect(brokenLinks(playbook)).toEqual([]);
  });

  test('production starts at T-0, and nothing before it is planned after', () => {
    const at = playbook.phases.findIndex(({ key }) => key === 'production-deployment');
    const starts = [...tasksOf(playbook.phases.slice(at, at + 1)).values()].map(({ start }) => start);
    expect(Math.min(...starts)).toBe(0);
    for (const { end } of tasksOf(playbook.phases.slice(0, at)).values()) expect(end).toBeLessThanOrEqual(0);
  });

  test('each gate is planned when its phase has ended and before what it guards', () => {
    for (const gate of playbook.gates) {
      const own = tasksOf(playbook.phases.filter(({ key }) => key === gate.phase));
      const guarded = tasksOf(playbook.phases.filter(({ key }) => gate.guards.includes(key)));
      expect(gate.plannedMinutes, gate.key).toBeGreaterThanOrEqual(Math.max(...[...own.values()].map(({ end }) => end)));
      for (const { start } of guarded.values()) expect(gate.plannedMinutes, gate.key).toBeLessThanOrEqual(start);
    }
  });

  test('production is guarded by a gate', () => {
    expect(playbook.gates.filter(({ guards }) => guards.includes('production-deployment')).length).toBeGreaterThanOrEqual(2);
  });
});

test('the five phases stand in the order and with the lengths of the source', () => {
  const lengths = deployVaried('').phases.map(({ key, duration }) => [key, duration?.minMinutes, duration?.maxMinutes]);
  expect(lengths).toEqual([
    ['pre-deployment-validation', 15, 20],
    ['deployment-planning', 20, 30],
    ['staging-deployment', 15, 25],
    ['production-deployment', 20, 30],
    ['post-deployment-monitoring', 10, 15],
  ]);
});
