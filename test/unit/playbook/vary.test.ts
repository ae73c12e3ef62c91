import { describe, expect, test } from 'vitest';
import { playbookSchema } from '../../../shared/domain/playbook/schema.ts';
import { varied } from '../../../shared/domain/playbook/vary.ts';
import { aPlaybook, aPlaybookFile, deployPlaybook, deployVaried } from '../../support/playbooks.ts';

const phaseKeys = (variation: string) => deployVaried(variation).phases.map(({ key }) => key);
const stepIn = (variation: string, key: string) =>
  deployVaried(variation)
    .phases.flatMap(({ steps }) => steps)
    .find((step) => step.key === key);
const gateIn = (variation: string, key: string) => deployVaried(variation).gates.find((gate) => gate.key === key);
const afterOf = (variation: string, key: string) => stepIn(variation, key)?.task?.after.map(({ step }) => step);

describe('a playbook as it is followed', () => {
  test('without a variation it stays as it is', () => {
    expect(deployVaried('')).toEqual(deployPlaybook());
  });

  test('the playbook given is never changed', () => {
    const playbook = deployPlaybook();
    for (const { key } of playbook.variations) varied(playbook, key, { 'database-migration': false });
    expect(playbook).toEqual(deployPlaybook());
  });

  test.each(['', 'hotfix', 'blue-green', 'database-migration', 'microservice'])('what variation "%s" leaves is sound', (variation) => {
    const followed = deployVaried(variation, { 'database-migration': true });
    expect(playbookSchema.parse(JSON.parse(JSON.stringify(followed)))).toEqual(followed);
    expect(followed.variation).toBe(variation);
  });

  test('answers are kept with their conditions; an open one stays open', () => {
    expect(deployVaried('', { 'database-migration': false }).conditions[0]?.holds).toBe(false);
    expect(deployVaried('').conditions[0]?.holds).toBe(null);
  });

  test('a variation or condition the playbook does not have is refused', () => {
    expect(varied(deployPlaybook(), 'canary', {})).toMatchObject({ ok: false, refusal: { code: 'unknown-variation' } });
    expect(varied(deployPlaybook(), '', { weather: true })).toMatchObject({ ok: false, refusal: { code: 'unknown-condition' } });
  });

  test('what already follows a variation takes no second one', () => {
    expect(varied(deployVaried('hotfix'), 'blue-green', {})).toMatchObject({ ok: false, refusal: { code: 'already-varied' } });
  });
});

describe('the hotfix', () => {
  test('leaves staging out, with its gate', () => {
    expect(phaseKeys('hotfix')).toEqual([
      'pre-deployment-validation',
      'deployment-planning',
      'production-deployment',
      'post-deployment-monitoring',
    ]);
    expect(gateIn('hotfix', 'staging-exit')).toBeUndefined();
  });

  test('production is still guarded, by validation and planning', () => {
    expect(gateIn('hotfix', 'validation-exit')?.guards).toEqual(['production-deployment']);
    expect(gateIn('hotfix', 'planning-exit')?.guards).toEqual(['production-deployment']);
  });

  test('production waits for what staging waited for', () => {
    expect(new Set(afterOf('hotfix', 'deploy-to-production'))).toEqual(
      new Set(['plan-user-communication', 'configure-deployment-pipeline', 'prepare-rollback-scripts', 'set-up-health-checks']),
    );
  });

  test('the critical path is validated, and its gate asks for it', () => {
    expect(stepIn('hotfix', 'validate-critical-path')?.check).toBeTruthy();
    expect(gateIn('hotfix', 'validation-exit')?.criteria.at(-1)).toMatchObject({ provenBy: ['validate-critical-path'] });
    const emphasis = deployVaried('hotfix').phases[0]?.emphasis.flatMap(({ ids }) => ids);
    expect(emphasis).toEqual(['S3-102']);
  });

  test('all tests passing stays a criterion, to be waived by name', () => {
    expect(gateIn('hotfix', 'validation-exit')?.criteria.map(({ key }) => key)).toContain('all-tests-passing');
  });

  test('inputs are due when the shorter run begins', () => {
    expect(deployVaried('hotfix').inputs.map(({ check }) => check.dueMinutes)).toEqual([-22, -22, -22]);
  });
});

describe('blue-green', () => {
  test('adds traffic switching and gradual rollout after production', () => {
    expect(phaseKeys('blue-green').slice(3)).toEqual([
      'production-deployment',
      'traffic-switching',
      'gradual-rollout',
      'post-deployment-monitoring',
    ]);
  });

  test('no traffic is switched before green is kept', () => {
    expect(gateIn('blue-green', 'production-exit')?.guards).toEqual(['traffic-switching', 'gradual-rollout']);
  });

  test('the rollout goes share by share, watched in between', () => {
    expect(afterOf('blue-green', 'roll-out-to-half')).toEqual(['watch-a-quarter']);
    expect(afterOf('blue-green', 'roll-out-to-all')).toEqual(['watch-half']);
  });

  test('watching the deployment afterwards waits for green to be live', () => {
    expect(stepIn('blue-green', 'release-is-live')).toBeUndefined();
    expect(afterOf('blue-green', 'monitor-application-performance')).toEqual(['green-is-live']);
  });
});

describe('a database migration', () => {
  test('adds migration validation and rollback testing before staging', () => {
    expect(phaseKeys('database-migration').slice(1, 5)).toEqual([
      'deployment-planning',
      'migration-validation',
      'rollback-testing',
      'staging-deployment',
    ]);
  });

  test('the way to production needs both proven', () => {
    const criteria = gateIn('database-migration', 'staging-exit')?.criteria.slice(-2);
    expect(criteria?.map(({ key }) => key)).toEqual(['migration-validated', 'rollback-tested']);
    expect(criteria?.every(({ provenBy }) => provenBy.length > 0)).toBe(true);
  });

  test('always changes the database, whatever was answered', () => {
    expect(deployVaried('database-migration', { 'database-migration': false }).conditions[0]?.holds).toBe(true);
  });

  test('production is backed up and migrated before the release goes on', () => {
    expect(afterOf('database-migration', 'migrate-production-database')).toEqual(['back-up-production-database']);
    expect(afterOf('database-migration', 'deploy-to-production')).toEqual(['migrate-production-database']);
  });
});

describe('microservices', () => {
  test('add service dependency validation before staging', () => {
    expect(phaseKeys('microservice').slice(1, 4)).toEqual(['deployment-planning', 'service-dependency-validation', 'staging-deployment']);
    expect(afterOf('microservice', 'deploy-to-staging')).toContain('validate-service-contracts');
  });

  test('the way to production needs the dependencies validated', () => {
    expect(gateIn('microservice', 'staging-exit')?.criteria.at(-1)?.provenBy).toEqual([
      'map-service-dependencies',
      'validate-service-contracts',
    ]);
  });

  test('go to production service by service', () => {
    expect(stepIn('microservice', 'deploy-to-production')?.title).toBe('Deploy to production, service by service');
  });
});

describe('differences in general', () => {
  const follow = (variation: object) => {
    const result = varied(aPlaybook({ variations: [{ key: 'other', title: 'Other', ...variation }] }), 'other', {});
    if (!result.ok) throw new Error(result.refusal.reason);
    return result.value;
  };

  test('a step that loses its task keeps its check; successors wait for its predecessors, with both lags', () => {
    const followed = follow({
      changesSteps: [{ step: 'move-data', task: null }],
    });
    expect(followed.phases[0]?.steps[1]?.task).toBe(null);
    expect(followed.phases[1]?.steps[0]?.task?.after).toEqual([{ step: 'prepare', kind: 'FS', lagMinutes: 5 }]);
  });

  test('a task that was to start with a lost one waits for what that one waited for to end', () => {
    const file = aPlaybookFile();
    const after = file.phases?.[1]?.steps?.[0]?.task?.after?.[0];
    if (after) after.kind = 'SS';
    const variations = [{ key: 'other', title: 'Other', removesSteps: [{ step: 'move-data' }] }];
    const result = varied(playbookSchema.parse({ ...file, variations }), 'other', {});
    const links = result.ok && result.value.phases[1]?.steps[0]?.task?.after;
    expect(links).toEqual([{ step: 'prepare', kind: 'FS', lagMinutes: 5 }]);
  });

  test('a task that was to follow one that starts with another may start with that other', () => {
    const file = aPlaybookFile();
    const after = file.phases?.[0]?.steps?.[1]?.task?.after?.[0];
    if (after) after.kind = 'SS';
    const variations = [{ key: 'other', title: 'Other', removesSteps: [{ step: 'move-data' }] }];
    const result = varied(playbookSchema.parse({ ...file, variations }), 'other', {});
    const links = result.ok && result.value.phases[1]?.steps[0]?.task?.after;
    expect(links).toEqual([{ step: 'prepare', kind: 'SS', lagMinutes: 5 }]);
  });

  test('a phase that moves takes its tasks, checks and gate along, but not the starts the variation gives', () => {
    const followed = follow({
      changesPhases: [{ phase: 'before', shiftMinutes: -60 }],
      changesSteps: [{ step: 'move-data', task: { startMinutes: -40 } }],
    });
    expect(followed.phases[0]?.steps.map(({ task }) => task?.startMinutes)).toEqual([-90, -40]);
    expect(followed.gates[0]?.plannedMinutes).toBe(-65);
    expect(followed.phases[1]?.steps[0]?.task?.startMinutes).toBe(0);
  });

  test('a check that is taken away proves nothing any more', () => {
    const followed = follow({ changesSteps: [{ step: 'prepare', check: null }] });
    expect(followed.gates[0]?.criteria[0]?.provenBy).toEqual([]);
  });

  test('a criterion can be dropped and a guard given up', () => {
    const followed = follow({ dropsCriteria: [{ criterion: 'data-moved' }], changesGates: [{ gate: 'ready', guards: [] }] });
    expect(followed.gates[0]).toMatchObject({ guards: [], criteria: [{ key: 'prepared' }] });
  });

  test('the inputs of a phase that is left out go to the first one left', () => {
    const input = { key: 'plan', title: 'Plan', isRequired: true, phase: 'before', check: { area: 'Platform' } };
    const variations = [{ key: 'other', title: 'Other', removesPhases: [{ phase: 'before' }] }];
    const result = varied(aPlaybook({ inputs: [input], variations }), 'other', {});
    expect(result).toMatchObject({ ok: true, value: { inputs: [{ phase: 'switch' }], gates: [] } });
  });
});
