/** A playbook with everything that is chosen when a go-live is made: conditions, needs, strategies of the library, complexities. */

import { type Playbook, type PlaybookFile, playbookSchema } from '../../shared/domain/playbook/schema.ts';
import { type Strategy, strategy } from '../../shared/domain/playbook/strategy.ts';
import { aPlaybookFile } from './playbooks.ts';

/** Half, then all, each looked at, and a way back. */
export function aStrategy(given: Partial<Strategy> = {}): Strategy {
  return strategy.parse({
    key: 'canary',
    title: 'Canary',
    kind: 'canary',
    advisedWhen: 'Load can be shared',
    stages: [
      { key: 'half', title: 'Half of the traffic', percent: 50, minutes: 10, validation: 'No new errors', validationMinutes: 5 },
      { key: 'all', title: 'All traffic', percent: 100, minutes: 15 },
      { key: 'back', title: 'Back to the old version', detail: 'Send all traffic back.\nTell the team.', isRollback: true },
    ],
    ...given,
  });
}

/** `aPlaybookFile` with a rollout, two more conditional steps after it, a check and a gate due later, needs and complexities. */
export function aChoiceFile(given: Partial<PlaybookFile> = {}): PlaybookFile {
  const file = aPlaybookFile();
  const [before, over] = file.phases ?? [];
  if (!before || !over) throw new Error('the small playbook has two phases');
  return {
    ...file,
    key: 'choices',
    title: 'Choices',
    rollout: 'switch-over',
    conditions: [
      ...(file.conditions ?? []),
      { key: 'watched', title: 'Monitoring', question: 'Is it watched afterwards?', otherwise: 'Nobody watches it.' },
      { key: 'code', title: 'Code changes', question: 'Does code change?', otherwise: 'No code changes.' },
    ],
    applicability: {
      needs: [{ title: 'Something changes', anyOf: ['code', 'has-data'] }],
      skips: [{ title: 'Only data', allOf: ['has-data'], noneOf: ['code', 'watched'] }],
    },
    durations: [
      { title: 'Simple', complexity: 'simple', minMinutes: 30, maxMinutes: 50 },
      { title: 'Standard', complexity: 'standard', minMinutes: 60, maxMinutes: 100 },
      { title: 'Complex', complexity: 'complex', minMinutes: 120, maxMinutes: 200 },
    ],
    plannedFor: 'standard',
    phases: [
      before,
      {
        ...over,
        steps: [
          ...(over.steps ?? []),
          {
            key: 'watch',
            title: 'Watch',
            home: 'runbook',
            condition: 'watched',
            check: { area: 'Platform' },
            task: { stream: 'Work', startMinutes: 5, minutes: 20, after: [{ step: 'switch-over' }] },
          },
          {
            key: 'log',
            title: 'Log',
            home: 'runbook',
            condition: 'watched',
            task: { stream: 'Work', startMinutes: 0, minutes: 5, after: [{ step: 'switch-over', kind: 'SS' }] },
          },
          {
            key: 'report',
            title: 'Report',
            home: 'runbook',
            task: { stream: 'Work', startMinutes: 25, minutes: 5, after: [{ step: 'watch' }, { step: 'log' }] },
          },
        ],
      },
    ],
    checklists: [
      {
        key: 'after',
        title: 'After',
        phase: 'switch',
        area: 'Platform',
        points: [
          { key: 'reported', title: 'Reported', dueMinutes: 30 },
          { key: 'manned', title: 'Manned', condition: 'watched', dueMinutes: -10 },
        ],
      },
    ],
    tests: [{ key: 'load', title: 'Load', kind: 'load', phase: 'before', condition: 'has-data' }],
    gates: [
      ...(file.gates ?? []),
      { key: 'exit', title: 'Exit', phase: 'switch', decider: 'lead', positions: ['lead'], plannedMinutes: 30 },
    ],
    ...given,
  };
}

export function aChoicePlaybook(given: Partial<PlaybookFile> = {}) {
  return playbookSchema.parse(aChoiceFile(given));
}

/** One strategy of each kind, as a library would have them. */
export function sixStrategies(): Strategy[] {
  const back = (detail: string) => ({ key: 'back', title: 'Go back to the old version', detail, isRollback: true });
  const shares = (of: string, ...percents: readonly number[]) =>
    percents.map((percent) => ({
      key: `share-${percent}`,
      title: `${percent} % of the ${of}`,
      percent,
      minutes: 10,
      validation: 'Errors and response times stay as before',
      validationMinutes: 15,
    }));
  const wave = (name: string, percent: number) => ({
    key: name.toLowerCase().replace(' ', '-'),
    title: `Bring ${name} over`,
    wave: name,
    percent,
    minutes: 30,
    validation: `${name} works on the new version`,
    validationMinutes: 20,
  });
  const files = [
    {
      key: 'blue-green',
      title: 'Blue-green',
      kind: 'blue-green',
      advisedWhen: 'Two production environments can run side by side',
      stages: [
        { key: 'green', title: 'Bring the release to green', percent: 0, minutes: 20, validation: 'Green answers like blue' },
        { key: 'half', title: 'Half of the traffic to green', percent: 50, minutes: 5, validation: 'No new errors on green' },
        { key: 'all', title: 'All traffic to green', percent: 100, minutes: 5, validation: 'No new errors on green' },
        back('Send all traffic to blue.\nCheck that blue answers.'),
      ],
    },
    {
      key: 'canary',
      title: 'Canary',
      kind: 'canary',
      advisedWhen: 'Traffic can be shared and errors are seen at once',
      stages: [...shares('traffic', 5, 25, 50, 100), back('Send all traffic to the old version.')],
    },
    {
      key: 'by-users',
      title: 'Rolling by users',
      kind: 'rolling by users',
      advisedWhen: 'People can be moved in groups',
      stages: [...shares('people', 10, 30, 60, 100), back('Move the groups back, the last first.')],
    },
    {
      key: 'by-instance',
      title: 'Rolling by instance',
      kind: 'rolling by instance',
      advisedWhen: 'Several instances stand behind one balancer',
      stages: [...shares('instances', 17, 33, 50, 67, 83, 100), back('Take the new instances out one by one.')],
    },
    {
      key: 'phased',
      title: 'Phased',
      kind: 'phased',
      advisedWhen: 'Departments work on their own',
      stages: [
        wave('Finance', 25),
        wave('Warehouse', 50),
        wave('Sales', 75),
        wave('Shop floor', 100),
        back('The last wave goes back first.'),
      ],
    },
    {
      key: 'direct',
      title: 'Direct',
      kind: 'direct',
      advisedWhen: 'A short stop is allowed and the release is small',
      stages: [
        { key: 'once', title: 'Switch everything over', percent: 100, minutes: 15, validation: 'The main flows work' },
        back('Restore the version before.'),
      ],
    },
  ];
  return files.map((file) => strategy.parse(file));
}

/** Pairs of steps of which the second is planned to begin before what it waits for of the first; both with a planned time. */
export function tooEarly({ phases }: Playbook): readonly string[] {
  const tasks = new Map(phases.flatMap(({ steps }) => steps).map(({ key, task }) => [key, task]));
  return [...tasks].flatMap(([key, task]) =>
    (task?.after ?? []).flatMap(({ step, kind, lagMinutes }) => {
      const before = tasks.get(step);
      const start = before?.startMinutes ?? null;
      if (start === null || typeof task?.startMinutes !== 'number' || !before) return [];
      const from = start + (kind.startsWith('F') ? before.minutes : 0) + lagMinutes;
      const to = task.startMinutes + (kind.endsWith('F') ? task.minutes : 0);
      return to < from ? [`${step} ${key}`] : [];
    }),
  );
}
