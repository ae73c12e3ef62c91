import { describe, expect, test } from 'vitest';
import { libraryStrategies, playbooks } from '../../../electron/app/playbooks.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { followed, varied } from '../../../shared/domain/playbook/vary.ts';
import { strategiesFor } from '../../../shared/domain/playbook/with-strategy.ts';
import { sixStrategies, tooEarly } from '../../support/choices.ts';

describe('every built-in playbook that names its rollout', () => {
  const built = playbooks().filter(({ rollout }) => rollout !== '');
  const all = built.flatMap((playbook) =>
    strategiesFor(playbook, [...libraryStrategies(), ...sixStrategies()]).map(({ key }) => [playbook.key, key] as const),
  );

  test.each(all)('%s goes with the strategy %s in every variation and complexity', (name, strategy) => {
    const playbook = built.find(({ key }) => key === name) as Playbook;
    const offered = strategiesFor(playbook, [...libraryStrategies(), ...sixStrategies()]);
    const complexities = [null, ...playbook.durations.map((range) => range.complexity)];
    for (const variation of ['', ...playbook.variations.map(({ key }) => key)]) {
      const plain = varied(playbook, variation, {});
      if (!plain.ok || plain.value.rollout === '') continue;
      const early = new Set(tooEarly(plain.value));
      for (const complexity of complexities) {
        const result = followed(playbook, { conditions: {}, variation, strategy, complexity }, offered);
        expect(result, `${variation} ${complexity}`).toMatchObject({ ok: true });
        if (result.ok) expect(tooEarly(result.value).filter((pair) => !early.has(pair))).toEqual([]);
      }
    }
  });
});
