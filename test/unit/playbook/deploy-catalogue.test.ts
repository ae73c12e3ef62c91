import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Step } from '../../../shared/domain/playbook/phase.ts';
import { deployPlaybook } from '../../support/playbooks.ts';

interface CatalogueEntry {
  readonly id: string;
  readonly kind: string;
  readonly home: string;
  readonly text: string;
}

const catalogue = JSON.parse(
  readFileSync(new URL('../../fixtures/catalogue-s3.json', import.meta.url), 'utf8'),
) as readonly CatalogueEntry[];
const playbook = deployPlaybook();
const steps: readonly Step[] = playbook.phases.flatMap((phase) => phase.steps);

/** Every catalogue id on any element, however deep. */
function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) => (name === 'ids' ? (held as string[]) : idsIn(held)));
}

function missingFrom(of: unknown): readonly string[] {
  const there = new Set(idsIn(of));
  return catalogue.map(({ id }) => id).filter((id) => !there.has(id));
}

function stepsServing(kind: string, home: string): readonly (readonly [string, Step | undefined])[] {
  return catalogue
    .filter((entry) => entry.kind === kind && entry.home === home)
    .map(({ id }) => [id, steps.find(({ ids }) => ids.includes(id))]);
}

describe('the playbook "Deploy" against the catalogue', () => {
  test('the catalogue of S3 has 173 entries', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(173);
  });

  test('every id of the catalogue is on an element', () => {
    expect(missingFrom(playbook)).toEqual([]);
  });

  test('an element that is left out is missed', () => {
    expect(missingFrom({ ...playbook, procedures: playbook.procedures.slice(1) })).toContain('S3-128');
  });

  test('no element names an id that the catalogue does not have', () => {
    const known = new Set(catalogue.map(({ id }) => id));
    expect(idsIn(playbook).filter((id) => !known.has(id))).toEqual([]);
  });

  test('a step of the readiness board puts a check there', () => {
    const serving = stepsServing('step', 'readiness-board');
    expect(serving).toHaveLength(10);
    for (const [id, step] of serving) expect(step?.check, id).toBeTruthy();
  });

  test('a step of the runbook puts a task there', () => {
    const serving = stepsServing('step', 'runbook');
    expect(serving).toHaveLength(7);
    for (const [id, step] of serving) expect(step?.task, id).toBeTruthy();
  });

  test('a step of monitoring is a health check in the runbook', () => {
    const serving = stepsServing('step', 'monitoring');
    expect(serving).toHaveLength(10);
    for (const [id, step] of serving) expect(step?.task?.kind, id).toBe('health check');
  });

  test('a communication is a communication in the runbook and says for whom', () => {
    const messages = catalogue.filter(({ kind }) => kind === 'communication').map(({ id }) => steps.find(({ ids }) => ids.includes(id)));
    expect(messages.map((step) => step?.task?.kind)).toEqual(['communication', 'communication']);
    expect(messages.every((step) => step?.audience)).toBe(true);
  });

  test('every success criterion stands at the gate of its phase', () => {
    const criteria = catalogue.filter(({ kind }) => kind === 'success-criterion');
    expect(criteria).toHaveLength(20);
    for (const { id, text } of criteria) {
      const gate = playbook.gates.find((each) => each.criteria.some(({ ids }) => ids.includes(id)));
      const at = playbook.phases.findIndex(({ key }) => key === gate?.phase);
      expect(text, id).toMatch(new RegExp(`^Phase ${at + 1} `));
    }
  });

  test('the operator, the tester and the developer are required, the analyst is not', () => {
    expect(playbook.roles.map(({ key, isRequired }) => [key, isRequired])).toEqual([
      ['deployment-operator', true],
      ['tester', true],
      ['developer', true],
      ['analyst', false],
    ]);
  });

  test('only the tested codebase is a required input, and the cutover needs it to start', () => {
    expect(playbook.inputs.filter(({ isRequired }) => isRequired).map(({ key }) => key)).toEqual(['tested-codebase']);
    const needed = playbook.gates.flatMap(({ criteria }) => criteria.filter(({ neededToStart }) => neededToStart));
    expect(needed.map(({ provenBy }) => provenBy)).toEqual([['tested-codebase']]);
  });
});
