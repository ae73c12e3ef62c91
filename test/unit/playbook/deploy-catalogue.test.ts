import { describe, expect, test } from 'vitest';
import type { Step } from '../../../shared/domain/playbook/phase.ts';
import { catalogue } from '../../support/catalogue.ts';
import { deployPlaybook } from '../../support/playbooks.ts';

const entries = catalogue().filter(({ seed }) => seed === 'S3');
const playbook = deployPlaybook();
const steps: readonly Step[] = playbook.phases.flatMap((phase) => phase.steps);

function stepsServing(kind: string, home: string): readonly (readonly [string, Step | undefined])[] {
  return entries
    .filter((entry) => entry.kind === kind && entry.home === home)
    .map(({ id }) => [id, steps.find(({ ids }) => ids.includes(id))]);
}

describe('the playbook "Deploy" against the catalogue', () => {
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
    const messages = entries.filter(({ kind }) => kind === 'communication').map(({ id }) => steps.find(({ ids }) => ids.includes(id)));
    expect(messages.map((step) => step?.task?.kind)).toEqual(['communication', 'communication']);
    expect(messages.every((step) => step?.audience)).toBe(true);
  });

  test('every success criterion stands at the gate of its phase, four for each', () => {
    const criteria = entries.filter(({ kind }) => kind === 'success-criterion');
    expect(criteria).toHaveLength(20);
    for (const [at, { id }] of criteria.entries()) {
      const gate = playbook.gates.find((each) => each.criteria.some(({ ids }) => ids.includes(id)));
      expect(gate?.phase, id).toBe(playbook.phases[Math.floor(at / 4)]?.key);
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
