import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type PlaybookFile, playbookSchema } from '../../../shared/domain/playbook/schema.ts';
import { aPlaybookFile, playbookGuide } from '../../support/playbooks.ts';

/** The mistakes in the small playbook with `value` put at `place`, each as `place: message`. */
function mistakes(place: string, value: unknown): readonly string[] {
  const file: unknown = structuredClone(aPlaybookFile());
  const names = place.split('.');
  const last = names.pop() as string;
  let holder = file as Record<string, unknown>;
  for (const name of names) holder = holder[name] as Record<string, unknown>;
  holder[last] = value;
  const result = playbookSchema.safeParse(file);
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const aVariation = (differences: object) => [{ key: 'v', title: 'V', ...differences }];

describe('the shape of a playbook', () => {
  test('lists that are left out are empty, and what was parsed parses to itself', () => {
    const playbook = playbookSchema.parse({ key: 'bare', title: 'Bare', version: '1', tZeroMeans: 'Start' } satisfies PlaybookFile);
    expect(playbook.phases).toEqual([]);
    expect(playbook.training.courses).toEqual([]);
    expect(playbook.closing.cleanup).toBe(null);
    expect(playbookSchema.parse(playbook)).toEqual(playbook);
  });

  test('the small playbook is sound', () => {
    expect(mistakes('title', 'Still small')).toEqual([]);
  });

  const phase = aPlaybookFile().phases?.[0];
  test.each([
    ['a field nobody knows', 'phases.0.colour', 'red', 'phases.0: Unrecognized key: "colour"'],
    ['a title too long for a row', 'phases.0.title', 'x'.repeat(91), 'phases.0.title: is longer than 90 characters'],
    ['more phases than anyone works', 'phases', Array.from({ length: 41 }, () => phase), 'phases: holds more than 40'],
    ['a part of a minute', 'phases.0.steps.0.task.minutes', 2.5, 'phases.0.steps.0.task.minutes: is not a whole number of minutes'],
  ])('%s is told with its place', (_mistake, place, value, says) => {
    expect(mistakes(place, value).join('\n')).toContain(says);
  });
});

describe('what a playbook points at must be there', () => {
  test.each([
    ['phases.0.leads.0.role', 'boss', 'there is no role “boss”'],
    ['phases.1.support.0.role', 'boss', 'there is no role “boss”'],
    ['phases.1.steps.0.role', 'boss', 'there is no role “boss”'],
    ['phases.0.steps.0.condition', 'rain', 'there is no condition “rain”'],
    ['phases.0.steps.0.partOf', 'nothing', 'there is no step “nothing”'],
    ['phases.0.steps.0.check.area', 'Moon', 'there is no area “Moon”'],
    ['phases.0.steps.0.task.stream', 'Moon', 'there is no stream “Moon”'],
    ['phases.1.steps.0.task.after.0.step', 'nothing', 'there is no step with a task “nothing”'],
    ['gates.0.phase', 'later', 'there is no phase “later”'],
    ['gates.0.guards.0', 'later', 'there is no phase “later”'],
    ['gates.0.decider', 'boss', 'there is no role “boss”'],
    ['gates.0.positions.1', 'boss', 'there is no role “boss”'],
    ['gates.0.criteria.0.provenBy.0', 'move-data', 'there is no test, or check of a step, input or checklist point “move-data”'],
    ['gates.0.criteria.1.condition', 'rain', 'there is no condition “rain”'],
  ])('%s', (place, value, says) => {
    expect(mistakes(place, value)).toEqual([`${place}: ${says}`]);
  });

  const input = { key: 'plan', title: 'Plan', isRequired: true, phase: 'never', check: { area: 'Platform' } };
  test.each([
    ['inputs', [input], 'inputs.0.phase: there is no phase “never”'],
    ['checklists', [{ key: 'list', title: 'List', phase: 'never', area: 'Platform' }], 'checklists.0.phase: there is no phase “never”'],
    [
      'procedures',
      [{ key: 'fire', title: 'Fire', branches: [{ when: 'It burns', goTo: 'run' }] }],
      'procedures.0.branches.0.goTo: there is no step of this procedure “run”',
    ],
    ['procedures', [{ key: 'fire', title: 'Fire', report: 'ashes' }], 'procedures.0.report: there is no report “ashes”'],
    [
      'escalation',
      [{ level: 1, title: 'One', actions: [{ title: 'Call', role: 'boss' }] }],
      'escalation.0.actions.0.role: there is no role',
    ],
    ['applicability', { skips: [{ title: 'Rain', allOf: ['rain'] }] }, 'applicability.skips.0.allOf.0: there is no condition “rain”'],
    ['variations', aVariation({ strategy: 'canary' }), 'variations.0.strategy: there is no strategy “canary”'],
    ['variations', aVariation({ removesPhases: [{ phase: 'never' }] }), 'variations.0.removesPhases.0.phase: there is no phase “never”'],
    ['variations', aVariation({ changesSteps: [{ step: 'nothing' }] }), 'variations.0.changesSteps.0.step: there is no step “nothing”'],
    [
      'variations',
      aVariation({ dropsCriteria: [{ criterion: 'x' }] }),
      'variations.0.dropsCriteria.0.criterion: there is no criterion “x”',
    ],
    [
      'variations',
      aVariation({
        removesPhases: [{ phase: 'before' }],
        changesSteps: [{ step: 'switch-over', task: { after: [{ step: 'prepare' }] } }],
      }),
      'variations.0: leaves a playbook that is wrong at phases.0.steps.0.task.after.0.step: there is no step with a task “prepare”',
    ],
  ])('from %s: %#', (place, value, says) => {
    expect(mistakes(place, value)).toEqual([expect.stringContaining(says)]);
  });
});

describe('keys, lengths and order', () => {
  const circle = [{ step: 'switch-over' }];
  test.each([
    ['two roles with one key', 'roles.1.key', 'lead', 'roles.1.key: the role “lead” is there twice'],
    ['two criteria with one key', 'gates.0.criteria.1.key', 'prepared', 'gates.0.criteria.1.key: the criterion “prepared” is there twice'],
    [
      'two steps with one key in different phases',
      'phases.1.steps.0.key',
      'prepare',
      'phases.1.steps.0.key: the step, input, test or checklist point “prepare” is there twice',
    ],
    [
      'a length whose most is less than its least',
      'phases.0.duration',
      { minMinutes: 20, maxMinutes: 10 },
      'phases.0.duration: takes at least 20 minutes but at most 10',
    ],
    [
      'tasks that wait for each other',
      'phases.0.steps.0.task.after',
      circle,
      'phases: tasks go round in a circle: prepare → switch-over → move-data → prepare',
    ],
    [
      'a step that is part of itself',
      'phases.0.steps.0.partOf',
      'prepare',
      'phases: steps that are part of each other go round in a circle',
    ],
    [
      'tasks that wait for each other in a variation',
      'variations',
      aVariation({ changesSteps: [{ step: 'prepare', task: { after: circle } }] }),
      'variations.0: leaves a playbook that is wrong at phases: tasks go round in a circle',
    ],
  ])('%s is told with its place', (_mistake, place, value, says) => {
    expect(mistakes(place, value).join('\n')).toContain(says);
  });

  const tasksAfter = (count: number, before: (at: number) => readonly number[]) => {
    const steps = Array.from({ length: count }, (_, at) => ({
      key: `s-${at}`,
      title: `Step ${at}`,
      home: 'runbook' as const,
      task: { stream: 'Work', minutes: 1, after: before(at).map((other) => ({ step: `s-${other}` })) },
    }));
    return aPlaybookFile({ phases: [{ key: 'only', title: 'Only', steps }], gates: [] });
  };

  test('a long chain of tasks is no circle', () => {
    expect(playbookSchema.safeParse(tasksAfter(200, (at) => (at === 0 ? [] : [at - 1]))).success).toBe(true);
  });

  test('two ways from one task to another are no circle, and many of them are judged at once', () => {
    const pairs = tasksAfter(200, (at) => [at - (at % 2) + 2, at - (at % 2) + 3].filter((other) => other < 200));
    expect(playbookSchema.safeParse(pairs).success).toBe(true);
  });
});

test('the guide beside the playbooks names every field', () => {
  const names = new Set<string>();
  collect(z.toJSONSchema(playbookSchema, { io: 'input' }));
  expect(names.size).toBeGreaterThan(140);
  const guide = playbookGuide();
  expect([...names].filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);

  function collect(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    if ('properties' in value) for (const name of Object.keys(value.properties as object)) names.add(name);
    for (const held of Object.values(value)) collect(held);
  }
});
