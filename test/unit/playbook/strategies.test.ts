import { describe, expect, test } from 'vitest';
import { libraryStrategies } from '../../../electron/app/playbooks.ts';
import { wayBack } from '../../../shared/domain/playbook/stage-steps.ts';
import { strategyKinds } from '../../../shared/domain/playbook/strategy.ts';

const library = libraryStrategies();
const forward = (stages: (typeof library)[number]['stages']) => stages.filter(({ isRollback }) => !isRollback);

test('the library has one strategy of each kind', () => {
  expect(library.map(({ kind }) => kind)).toEqual([...strategyKinds]);
  expect(new Set(library.map(({ key }) => key)).size).toBe(strategyKinds.length);
});

describe.each(library.map((strategy) => [strategy.title, strategy] as const))('the strategy "%s" of the library', (_, strategy) => {
  const { stages } = strategy;
  const shares = forward(stages).map(({ percent }) => percent ?? Number.NaN);

  test('goes with any playbook: it names no role and serves no source process', () => {
    expect([strategy.role, ...stages.map(({ role }) => role)].filter(Boolean)).toEqual([]);
    expect([strategy, ...strategy.aims, ...stages].flatMap(({ ids }) => ids)).toEqual([]);
  });

  test('never takes a share back on its way to everybody', () => {
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(100);
  });

  test('raises a share only when what the one before brought was seen to be good', () => {
    const moving = forward(stages).filter(({ percent }, at) => at === 0 || percent !== shares[at - 1]);
    for (const { validation, validationMinutes, title } of moving.filter(({ percent }) => percent !== 0)) {
      expect(validation, title).not.toBe('');
      expect(validationMinutes, title).toBeGreaterThan(0);
    }
  });

  test('has one way back, with more than one thing to do', () => {
    expect(stages.filter(({ isRollback }) => isRollback)).toHaveLength(1);
    expect(wayBack(strategy)[0]?.steps.length).toBeGreaterThan(1);
  });
});

test('blue-green moves nobody before green is tested, and canary asks fewer people than a tenth first', () => {
  const stagesOf = (key: string) => forward(library.find((strategy) => strategy.key === key)?.stages ?? []);
  const blueGreen = stagesOf('blue-green');
  const tested = blueGreen.findIndex(({ key }) => key === 'test-green');
  expect(blueGreen.slice(0, tested + 1).every(({ percent }) => percent === 0)).toBe(true);
  expect(blueGreen[tested + 1]?.percent).toBe(100);
  expect(stagesOf('canary')[0]?.percent).toBeLessThan(10);
});

test('each wave of the phased strategy brings somebody else over', () => {
  const waves = forward(library.find(({ kind }) => kind === 'phased')?.stages ?? []).map(({ wave }) => wave);
  expect(waves.every(Boolean)).toBe(true);
  expect(new Set(waves).size).toBe(waves.length);
});
