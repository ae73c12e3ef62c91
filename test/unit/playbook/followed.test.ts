import { describe, expect, test } from 'vitest';
import { brought } from '../../../shared/domain/go-live/brought.ts';
import { plannedTasks } from '../../../shared/domain/go-live/tasks-from-playbook.ts';
import { type Playbook, playbookSchema } from '../../../shared/domain/playbook/schema.ts';
import { type Choices, followed } from '../../../shared/domain/playbook/vary.ts';
import { aChoicePlaybook, aStrategy, tooEarly } from '../../support/choices.ts';
import { aPlaybook, deployPlaybook } from '../../support/playbooks.ts';

const library = [aStrategy(), aStrategy({ key: 'direct', title: 'Direct', kind: 'direct' })];
const none: Choices = { variation: '', conditions: {}, complexity: null };
const tried = (playbook: Playbook, choices: Partial<Choices> = {}) => followed(playbook, { ...none, ...choices }, library);

function made(playbook: Playbook, choices: Partial<Choices> = {}): Playbook {
  const result = tried(playbook, choices);
  if (!result.ok) throw new Error(result.refusal.reason);
  return result.value;
}
const refused = (playbook: Playbook, choices: Partial<Choices>) => {
  const result = tried(playbook, choices);
  return result.ok ? null : result.refusal.code;
};
const stepsOf = (playbook: Playbook) => playbook.phases.flatMap(({ steps }) => steps);
const taskOf = (playbook: Playbook, key: string) => stepsOf(playbook).find((step) => step.key === key)?.task;
const plan = (playbook: Playbook) => stepsOf(playbook).map(({ key, task }) => `${key} ${task?.startMinutes}+${task?.minutes}`);

describe('a strategy', () => {
  const staged = made(aChoicePlaybook(), { strategy: 'canary' });

  test('puts its stages and their validation behind the rollout, in its phase, one after the other', () => {
    expect(staged.phases[1]?.steps.map(({ key }) => key)).toEqual([
      'switch-over',
      'stage-half',
      'validate-half',
      'stage-all',
      'watch',
      'log',
      'report',
    ]);
    expect(taskOf(staged, 'stage-half')).toMatchObject({
      kind: 'task',
      startMinutes: 5,
      minutes: 10,
      after: [{ step: 'switch-over', kind: 'FS' }],
    });
    expect(taskOf(staged, 'validate-half')).toMatchObject({
      kind: 'health check',
      startMinutes: 15,
      minutes: 5,
      after: [{ step: 'stage-half' }],
    });
    expect(taskOf(staged, 'stage-all')).toMatchObject({ startMinutes: 20, after: [{ step: 'validate-half' }] });
    expect(stepsOf(staged).find(({ key }) => key === 'validate-half')?.detail).toBe('No new errors');
  });

  test('what waited for the end of the rollout waits for the last stage; what began with it still does', () => {
    expect(taskOf(staged, 'watch')?.after.map(({ step }) => step)).toEqual(['stage-all']);
    expect(taskOf(staged, 'log')?.after).toMatchObject([{ step: 'switch-over', kind: 'SS' }]);
  });

  test('what is planned from the end of the rollout on moves by the length of the stages', () => {
    expect(plan(staged)).toEqual([
      'prepare -30+10',
      'move-data -20+15',
      'switch-over 0+5',
      'stage-half 5+10',
      'validate-half 15+5',
      'stage-all 20+15',
      'watch 35+20',
      'log 0+5',
      'report 55+5',
    ]);
    expect(staged.checklists[0]?.points.map(({ dueMinutes }) => dueMinutes)).toEqual([60, -10]);
    expect(staged.gates.map(({ plannedMinutes }) => plannedMinutes)).toEqual([-5, 60]);
  });

  test('what leads up to a rollout that takes no time stays, with the gate before it', () => {
    const file = aPlaybook({ rollout: 'switch-over' });
    const phases = file.phases.map((phase) => ({
      ...phase,
      steps: phase.steps.map((step) => {
        if (step.key === 'switch-over' && step.task) return { ...step, task: { ...step.task, startMinutes: -5, minutes: 0 } };
        if (step.key === 'move-data' && step.task) return { ...step, task: { ...step.task, startMinutes: -5, minutes: 0 } };
        return step;
      }),
    }));
    const result = made({ ...file, phases }, { strategy: 'canary' });
    expect(taskOf(result, 'move-data')?.startMinutes).toBe(-5);
    expect(result.gates[0]?.plannedMinutes).toBe(-5);
  });

  test('its way back becomes an emergency procedure with the steps of its words', () => {
    expect(staged.procedures).toMatchObject([
      {
        key: 'roll-back-canary',
        title: 'Roll back: Canary',
        steps: [
          { key: 'back-1', title: 'Send all traffic back' },
          { key: 'back-2', title: 'Tell the team' },
        ],
      },
    ]);
  });

  test('is named by the playbook and among its strategies', () => {
    expect(staged.strategy).toBe('canary');
    expect(staged.strategies.map(({ key }) => key)).toEqual(['canary']);
  });

  test('is led by the role of the rollout where it names none, or one the playbook does not have', () => {
    const [canary] = library;
    const foreign = { ...(canary as (typeof library)[number]), role: 'pilot' };
    const result = followed(aChoicePlaybook(), { ...none, strategy: 'canary' }, [foreign]);
    if (!result.ok) throw new Error(result.refusal.reason);
    expect(stepsOf(result.value).find(({ key }) => key === 'stage-all')?.role).toBe('helper');
    expect(result.value.strategies[0]?.role).toBe('');
  });

  test('applies only where its rollout does', () => {
    const file = aChoicePlaybook();
    const phases = file.phases.map((phase) => ({
      ...phase,
      steps: phase.steps.map((step) => (step.key === 'switch-over' ? { ...step, condition: 'code' } : step)),
    }));
    const result = made({ ...file, phases }, { strategy: 'canary', conditions: { code: false } });
    expect(plannedTasks(result).map(({ step }) => step.key)).toEqual(['prepare', 'move-data', 'watch', 'log', 'report']);
  });

  test('the own strategy of a playbook covers one of the library with its key', () => {
    const own = { ...aStrategy({ title: 'Our canary' }), stages: [{ key: 'once', title: 'Once' }] };
    const result = made(aChoicePlaybook({ strategies: [own] }), { strategy: 'canary' });
    expect(stepsOf(result).map(({ key }) => key)).toContain('stage-once');
    expect(result.strategies.map(({ title }) => title)).toEqual(['Our canary']);
  });
});

describe('the strategy that is followed', () => {
  const withVariation = aChoicePlaybook({
    strategies: [aStrategy()],
    variations: [{ key: 'careful', title: 'Careful', strategy: 'canary' }],
  });

  test('is the one the variation implies while none is chosen', () => {
    expect(made(withVariation, { variation: 'careful' }).strategy).toBe('canary');
    expect(made(withVariation).strategy).toBe('');
  });

  test('is the chosen one before the implied one, and none when none is chosen', () => {
    expect(made(withVariation, { variation: 'careful', strategy: 'direct' }).strategy).toBe('direct');
    expect(made(withVariation, { variation: 'careful', strategy: '' }).strategy).toBe('');
  });
});

describe('a complexity', () => {
  test('scales every planned time by the middle of its range against that of the one planned for', () => {
    const complex = made(aChoicePlaybook(), { complexity: 'complex' });
    expect(plan(complex)).toEqual(['prepare -60+20', 'move-data -40+30', 'switch-over 0+10', 'watch 10+40', 'log 0+10', 'report 50+10']);
    expect(taskOf(complex, 'move-data')?.after[0]?.lagMinutes).toBe(10);
    expect(complex.gates.map(({ plannedMinutes }) => plannedMinutes)).toEqual([-10, 60]);
    expect(complex.checklists[0]?.points.map(({ dueMinutes }) => dueMinutes)).toEqual([60, -20]);
    expect(complex).toMatchObject({ scaledFor: 'complex', duration: { minMinutes: 120, maxMinutes: 200 } });
  });

  test('keeps tasks from starting before what they wait for has ended, however the minutes are rounded', () => {
    const durations = [
      ...aChoicePlaybook().durations.slice(1),
      { title: 'S', complexity: 'simple' as const, minMinutes: 37, maxMinutes: 38 },
    ];
    const written = made(aChoicePlaybook({ durations }), { strategy: 'canary' });
    const simple = made(aChoicePlaybook({ durations }), { complexity: 'simple', strategy: 'canary' });
    expect(tooEarly(simple)).toEqual(tooEarly(written));
    expect(plan(simple)).not.toEqual(plan(written));
  });

  test('also scales the stages of a strategy', () => {
    const result = made(aChoicePlaybook(), { complexity: 'simple', strategy: 'canary' });
    expect(taskOf(result, 'stage-half')).toMatchObject({ startMinutes: 3, minutes: 5 });
  });

  test('only sets the expected duration where the playbook is not planned for one', () => {
    const result = made(aChoicePlaybook({ plannedFor: null }), { complexity: 'complex' });
    expect(plan(result)).toEqual(plan(aChoicePlaybook()));
    expect(result).toMatchObject({ scaledFor: 'complex', duration: { minMinutes: 120, maxMinutes: 200 } });
  });

  test('leaves all as it is written when none is chosen', () => {
    expect(made(aChoicePlaybook())).toEqual(aChoicePlaybook());
  });
});

describe('every choice that is taken', () => {
  const complexities = [null, 'simple', 'complex'] as const;
  const choices = complexities.flatMap((complexity) => ['', 'canary', 'direct'].map((strategy) => ({ complexity, strategy })));

  test.each(choices)('leaves a sound playbook: $complexity, strategy "$strategy"', (choice) => {
    const result = made(aChoicePlaybook(), choice);
    expect(playbookSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });

  test.each(['', 'hotfix', 'blue-green', 'database-migration', 'microservice'])('goes with variation "%s" of Deploy', (variation) => {
    const deploy = { ...deployPlaybook(), rollout: 'deploy-to-production' };
    const result = made(deploy, { variation, strategy: 'canary', conditions: { 'database-migration': false } });
    expect(playbookSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(stepsOf(result).filter(({ key }) => key.startsWith('stage-'))).toHaveLength(2);
  });

  test('does not change the playbook it is made of', () => {
    const playbook = aChoicePlaybook();
    made(playbook, { complexity: 'complex', strategy: 'canary', conditions: { code: false } });
    expect(playbook).toEqual(aChoicePlaybook());
  });
});

describe('a choice is refused', () => {
  test('when there is no such strategy or no duration for the complexity', () => {
    expect(refused(aChoicePlaybook(), { strategy: 'big-bang' })).toBe('unknown-strategy');
    expect(refused(aChoicePlaybook({ durations: [], plannedFor: null }), { complexity: 'simple' })).toBe('unknown-complexity');
  });

  test('when the playbook does not say which step is the rollout', () => {
    expect(refused(aPlaybook(), { strategy: 'canary' })).toBe('no-rollout');
  });

  test('when a stage would take a key that is there', () => {
    const points = [{ key: 'stage-all', title: 'There' }];
    const playbook = aChoicePlaybook({ checklists: [{ key: 'c', title: 'C', phase: 'switch', area: 'Platform', points }] });
    expect(refused(playbook, { strategy: 'canary' })).toBe('key-clash');
    const procedures = [{ key: 'roll-back-canary', title: 'There' }];
    expect(refused(aChoicePlaybook({ procedures }), { strategy: 'canary' })).toBe('key-clash');
  });

  test('when the copy already follows a strategy', () => {
    expect(refused(made(aChoicePlaybook(), { strategy: 'canary' }), { strategy: 'direct' })).toBe('already-strategy');
  });

  test('when what it leads to is longer than a playbook may be', () => {
    const steps = Array.from({ length: 199 }, (_, at) => ({
      key: `s${at}`,
      title: 'S',
      home: 'runbook' as const,
      task: { stream: 'Work', minutes: 1 },
    }));
    const phases = [{ key: 'one', title: 'One', leads: [{ role: 'lead' }], steps }];
    const playbook = playbookSchema.parse({
      key: 'long',
      title: 'Long',
      version: '1',
      tZeroMeans: 'Start',
      roles: [{ key: 'lead', title: 'Lead', isRequired: false }],
      streams: ['Work'],
      phases,
      rollout: 's1',
    });
    expect(refused(playbook, { strategy: 'canary' })).toBe('unsound');
  });
});

describe('what a choice brings', () => {
  test('is counted with and without what the answers leave out', () => {
    expect(brought(made(aChoicePlaybook(), { conditions: { watched: false } }))).toMatchObject({
      phases: 2,
      checks: 2,
      checksOff: 2,
      tests: 1,
      tasks: 4,
      tasksOff: 2,
      gates: 2,
      strategy: '',
      complexity: null,
      duration: null,
      planned: { fromMinutes: -30, toMinutes: 30 },
    });
  });

  test('includes the stages of the strategy and the range of the complexity', () => {
    expect(brought(made(aChoicePlaybook(), { strategy: 'canary', complexity: 'complex' }))).toMatchObject({
      tasks: 9,
      strategy: 'canary',
      complexity: 'complex',
      duration: { minMinutes: 120, maxMinutes: 200 },
      planned: { fromMinutes: -60, toMinutes: 120 },
    });
  });
});
