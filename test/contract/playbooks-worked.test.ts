/** Every playbook, variation and strategy, made into a go-live and worked to its end, with all conditions and with none. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient } from '@trpc/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Host, startHost } from '../../electron/app/host.ts';
import { libraryStrategies, playbooks } from '../../electron/app/playbooks.ts';
import type { AppRouter } from '../../electron/app/router.ts';
import { openRecord } from '../../electron/record/open.ts';
import { directLink } from '../../electron/transport/direct-link.ts';
import type { Client } from '../support/hosts.ts';
import { workThrough } from '../support/work-through.ts';

const HOUR = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'gantry-worked-'));
let host: Host;
let client: Client;
/** Time the test let pass, ms. */
let passed = 0;

beforeAll(() => {
  const opened = openRecord(join(folder, 'record.gantry'), Date.now());
  if (!opened.ok) throw new Error(opened.refusal.reason);
  host = startHost(opened.value, () => Date.now() + passed);
  client = createTRPCClient<AppRouter>({ links: [directLink(host.contextFor({ id: 'desk', role: 'manager', name: 'Go-live desk' }))] });
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Choice {
  readonly variation?: string;
  readonly strategy?: string;
  readonly conditions?: Readonly<Record<string, boolean>>;
  readonly complexity?: 'simple' | 'standard' | 'complex';
}

async function worked(playbookKey: string, choice: Choice): Promise<ReturnType<typeof goLiveIn>> {
  const playbook = playbooks().find(({ key }) => key === playbookKey);
  const roles = playbook?.roles.map(({ key }) => key) ?? [];
  const tZeroAt = Date.now() + passed + 24 * HOUR;
  const made = await client.goLive.create.mutate({
    name: `${playbookKey} ${Object.values(choice).join(' ')}`.slice(0, 120),
    system: 'ERP',
    zone: 'Europe/Prague',
    tZeroAt,
    windowStart: tZeroAt,
    windowEnd: tZeroAt + 6 * HOUR,
    playbookKey,
    people: [
      { name: 'M. Okoro', roles: roles.filter((_, at) => at % 2 === 0) },
      { name: 'L. Costa', roles: roles.filter((_, at) => at % 2 === 1) },
    ],
    despite: 'The test works every playbook to its end',
    ...choice,
  });
  if (!made.ok) throw new Error(made.refusal.reason);
  const { goLiveId } = made;
  const pass = (ms: number) => {
    passed += ms;
  };
  await workThrough({ client, goLiveId, rows: () => host.record.rows(goLiveId), pass });
  return goLiveIn(goLiveId);
}

function goLiveIn(goLiveId: string) {
  const rows = host.record.rows(goLiveId);
  return {
    outcome: rows.goLive.get(goLiveId)?.outcome,
    decisions: new Set([...rows.gate.values()].map(({ decision }) => decision)),
    stages: [...rows.task.values()].filter(({ source }) => source.startsWith('stage-')).length,
    copy: [...rows.playbookCopy.values()][0]?.content,
  };
}

test('there are the playbooks of the five source processes, and six strategies that go with any', () => {
  expect(playbooks()).toHaveLength(5);
  expect(libraryStrategies()).toHaveLength(6);
});

describe.each(playbooks().map((playbook) => [playbook.title, playbook] as const))('%s', (_, playbook) => {
  const every = (holds: boolean) => Object.fromEntries(playbook.conditions.map(({ key }) => [key, holds]));

  test.each([
    ['with every condition', every(true)],
    ['with no condition', every(false)],
  ])('is worked to its end %s', async (_name, conditions) => {
    expect(await worked(playbook.key, { conditions })).toMatchObject({ outcome: 'successful', decisions: new Set(['go']) });
  });

  test.each(playbook.variations.map(({ key }) => [key]))('is worked to its end in the variation %s', async (variation) => {
    const end = await worked(playbook.key, { variation });
    expect(end).toMatchObject({ outcome: 'successful', copy: { variation } });
  });

  const strategies = [
    ...playbook.strategies,
    ...libraryStrategies().filter(({ key }) => !playbook.strategies.some((own) => own.key === key)),
  ];
  test.each(strategies.map((strategy) => [strategy.key, strategy] as const))(
    'is worked to its end by the strategy %s',
    async (key, strategy) => {
      const end = await worked(playbook.key, { strategy: key });
      expect(end).toMatchObject({ outcome: 'successful', copy: { strategy: key } });
      expect(end.stages).toBe(strategy.stages.filter(({ isRollback }) => !isRollback).length);
    },
  );

  if (playbook.durations.length > 0)
    test.each(playbook.durations.map(({ complexity, minMinutes, maxMinutes }) => [complexity, { minMinutes, maxMinutes }] as const))(
      'takes as long as a %s one is expected to',
      async (complexity, range) => {
        expect((await worked(playbook.key, { complexity })).copy?.duration).toMatchObject(range);
      },
    );
});

test('the record of all of them proves itself', () => {
  expect(host.record.verify().faults).toEqual([]);
});
