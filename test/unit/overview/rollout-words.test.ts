import { expect, test } from 'vitest';
import { rolloutWords } from '../../../renderer/boards/overview/rollout-words.ts';
import type { RolloutPicture, RolloutStage, StageState } from '../../../shared/domain/playbook/stages.ts';

function aStage(state: StageState, wave = ''): RolloutStage {
  return { key: 'one', title: 'One', detail: '', percent: 50, wave, state, task: null, validation: null };
}
function aPicture(given: Partial<RolloutPicture>): RolloutPicture {
  const stages = [aStage('finished', 'Finance'), aStage('waiting', 'Sales'), aStage('waiting')];
  return { title: 'A', kind: 'canary', stages, current: 1, percent: 25, live: 'blue', wayBack: null, ...given };
}

test.each([
  [{}, 'Stage 2 of 3. 25 % of the traffic on the new version.'],
  [{ kind: 'rolling by users' }, 'Stage 2 of 3. 25 % of the people on the new version.'],
  [{ kind: 'rolling by instance' }, 'Stage 2 of 3. 25 % of the instances on the new version.'],
  [{ current: null, percent: 100 }, 'All 3 stages are over. 100 % of the traffic on the new version.'],
  [{ kind: 'blue-green' }, 'Stage 2 of 3. Blue is live.'],
  [{ kind: 'blue-green', live: 'green' }, 'Stage 2 of 3. Green is live.'],
  [{ kind: 'phased' }, 'Stage 2 of 3. 1 of 2 waves are over.'],
  [{ kind: 'direct' }, 'The old version is live.'],
  [{ kind: 'direct', live: 'green' }, 'The new version is live.'],
] as const)('%o is told as it stands', (given, words) => {
  expect(rolloutWords(aPicture(given))).toBe(words);
});
