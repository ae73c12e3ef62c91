import { describe, expect, test } from 'vitest';
import { applicabilityOf } from '../../../shared/domain/playbook/applicability.ts';
import { varied } from '../../../shared/domain/playbook/vary.ts';
import { aChoicePlaybook } from '../../support/choices.ts';
import { deployPlaybook } from '../../support/playbooks.ts';

const playbook = aChoicePlaybook();

function told(answers: Record<string, boolean>, of = playbook) {
  const result = varied(of, '', answers);
  if (!result.ok) throw new Error(result.refusal.reason);
  return applicabilityOf(result.value);
}

describe('a deployment', () => {
  test('is due under a playbook that states no need and no reason to skip', () => {
    expect(applicabilityOf(deployPlaybook())).toMatchObject({ isDue: true, why: [] });
  });

  test('is undecided while no condition of a need holds and one is not answered', () => {
    expect(told({})).toMatchObject({ isDue: null, says: expect.stringContaining('Not answered yet: Data moves, Code changes') });
    expect(told({ code: false })).toMatchObject({
      isDue: null,
      why: [{ holds: null, words: 'Not answered yet: Data moves' }, { kind: 'skip' }],
    });
  });

  test('is due as soon as one condition of each need holds', () => {
    const { isDue, why } = told({ code: true });
    expect(isDue).toBe(true);
    expect(why[0]).toEqual({ kind: 'need', title: 'Something changes', holds: true, words: 'Code changes: yes' });
  });

  test('is not due where a need does not hold, and says which answers make it so', () => {
    const { isDue, says } = told({ code: false, 'has-data': false });
    expect(isDue).toBe(false);
    expect(says).toBe('No deployment is due. Something changes (Data moves, Code changes: no).');
  });

  test('is not due where a reason to skip holds, although every need does', () => {
    const { isDue, why } = told({ code: false, 'has-data': true, watched: false });
    expect(isDue).toBe(false);
    expect(why[1]).toEqual({ kind: 'skip', title: 'Only data', holds: true, words: 'Data moves: yes; Monitoring, Code changes: no' });
  });
});

describe('a reason to skip', () => {
  test('does not hold while one of its conditions is not answered', () => {
    expect(told({ code: false }).why[1]).toMatchObject({ holds: null, words: expect.stringContaining('Not answered yet') });
    expect(told({ code: true, 'has-data': true }).isDue).toBe(true);
  });

  test('counts what must not be so as not so while nobody has answered it', () => {
    expect(told({ 'has-data': true }).why[1]).toMatchObject({ holds: true, words: 'Data moves: yes' });
  });

  test('that only asks what must not be so needs an answer before it holds', () => {
    const applicability = { skips: [{ title: 'Nothing formal', noneOf: ['code'] }] };
    const of = aChoicePlaybook({ applicability });
    expect(told({}, of).isDue).toBe(true);
    expect(told({ code: false }, of).isDue).toBe(false);
    expect(told({ code: true }, of).why[0]).toMatchObject({ holds: false, words: 'Code changes: yes' });
  });
});
