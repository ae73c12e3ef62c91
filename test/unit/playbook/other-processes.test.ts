import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createGoLive } from '../../../shared/domain/go-live/create.ts';
import { playbookSchema } from '../../../shared/domain/playbook/schema.ts';
import { tableNamed } from '../../../shared/domain/tables.ts';
import { anAct, changesOf, HOUR, T_ZERO } from '../../support/builders.ts';
import {
  deploymentAndClosure,
  deploymentAndMonitoring,
  deploymentAndOperations,
  readinessAndLaunch,
} from '../../support/other-processes.ts';
import { deployPlaybook } from '../../support/playbooks.ts';

const processes = [deploymentAndClosure, deploymentAndOperations, deploymentAndMonitoring, readinessAndLaunch];
/** Kind of catalogue entry → an entry of that kind. */
const kinds = JSON.parse(readFileSync(new URL('../../fixtures/catalogue-kinds.json', import.meta.url), 'utf8')) as Record<string, string>;

describe.each(processes.map((process) => [process.title, process] as const))('the process "%s"', (_title, process) => {
  test('fits the schema, with nothing lost', () => {
    expect(playbookSchema.parse(process)).toMatchObject(process);
  });

  test('makes a go-live whose rows fit their tables', () => {
    const playbook = playbookSchema.parse(process);
    const person = { department: '', jobRole: '', contact: '' };
    const command = {
      name: 'Try',
      system: 'Try',
      release: '',
      description: '',
      trainingTarget: 90,
      tZeroAt: T_ZERO,
      zone: 'UTC',
      windowStart: T_ZERO - HOUR,
      windowEnd: T_ZERO + HOUR,
      playbookKey: playbook.key,
      variation: '',
      conditions: {},
      people: [{ ...person, name: 'Ada', roles: playbook.roles.map(({ key }) => key) }],
    };
    for (const { table, set } of changesOf(createGoLive({ playbook, taken: [] }, command, anAct()))) {
      expect(tableNamed(table)?.row.safeParse(set).error, table).toBeUndefined();
    }
  });
});

test('the five processes together show a place for every kind of catalogue entry', () => {
  const text = JSON.stringify([...processes, deployPlaybook()]);
  expect(Object.keys(kinds)).toHaveLength(64);
  expect(Object.entries(kinds).filter(([, id]) => !text.includes(`"${id}"`))).toEqual([]);
});
