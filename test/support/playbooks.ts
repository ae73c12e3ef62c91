/** Playbooks for tests: the built-in one as it is shipped, and a small one to make mistakes in. */
import { readFileSync } from 'node:fs';
import { type Playbook, type PlaybookFile, playbookSchema } from '../../shared/domain/playbook/schema.ts';
import { type Answers, varied } from '../../shared/domain/playbook/vary.ts';

const shipped = new URL('../../assets/playbooks/', import.meta.url);

/** What `assets/playbooks/deploy.json` holds, parsed. */
export function deployPlaybook(): Playbook {
  return playbookSchema.parse(JSON.parse(readFileSync(new URL('deploy.json', shipped), 'utf8')));
}

/** The built-in playbook as a go-live with this variation follows it. */
export function deployVaried(variation: string, answers: Answers = {}): Playbook {
  const result = varied(deployPlaybook(), variation, answers);
  if (!result.ok) throw new Error(result.refusal.reason);
  return result.value;
}

/** The words of `assets/playbooks/README.md`. */
export function playbookGuide(): string {
  return readFileSync(new URL('README.md', shipped), 'utf8');
}

/** Two phases, three tasks in a row, one gate between, one condition; everything in it is sound. */
export function aPlaybookFile(given: Partial<PlaybookFile> = {}): PlaybookFile {
  return {
    key: 'small',
    title: 'Small',
    version: '1',
    tZeroMeans: 'Switch starts',
    roles: [
      { key: 'lead', title: 'Lead', isRequired: true },
      { key: 'helper', title: 'Helper', isRequired: false },
    ],
    conditions: [{ key: 'has-data', title: 'Data moves', question: 'Does data move?', otherwise: 'No data moves.' }],
    areas: ['Platform'],
    streams: ['Work'],
    phases: [
      {
        key: 'before',
        title: 'Before',
        leads: [{ role: 'lead' }],
        steps: [
          {
            key: 'prepare',
            title: 'Prepare',
            home: 'runbook',
            check: { area: 'Platform' },
            task: { stream: 'Work', startMinutes: -30, minutes: 10 },
          },
          {
            key: 'move-data',
            title: 'Move data',
            home: 'runbook',
            condition: 'has-data',
            task: { stream: 'Work', startMinutes: -20, minutes: 15, after: [{ step: 'prepare', lagMinutes: 5 }] },
          },
        ],
      },
      {
        key: 'switch',
        title: 'Switch',
        leads: [{ role: 'lead' }],
        support: [{ role: 'helper' }],
        steps: [
          {
            key: 'switch-over',
            title: 'Switch over',
            home: 'runbook',
            role: 'helper',
            task: { stream: 'Work', startMinutes: 0, minutes: 5, after: [{ step: 'move-data' }] },
          },
        ],
      },
    ],
    gates: [
      {
        key: 'ready',
        title: 'Ready',
        phase: 'before',
        guards: ['switch'],
        decider: 'lead',
        positions: ['lead', 'helper'],
        plannedMinutes: -5,
        criteria: [
          { key: 'prepared', title: 'Prepared', provenBy: ['prepare'], neededToStart: true },
          { key: 'data-moved', title: 'Data moved', condition: 'has-data' },
        ],
      },
    ],
    ...given,
  };
}

export function aPlaybook(given: Partial<PlaybookFile> = {}): Playbook {
  return playbookSchema.parse(aPlaybookFile(given));
}
