/** Where the rollout stands, in one sentence. */
import type { RolloutPicture } from '../../../shared/domain/playbook/stages.ts';
import type { StrategyKind } from '../../../shared/domain/playbook/strategy.ts';

const units: Readonly<Record<StrategyKind, string>> = {
  'blue-green': 'of the traffic',
  canary: 'of the traffic',
  'rolling by users': 'of the people',
  'rolling by instance': 'of the instances',
  phased: 'of the departments',
  direct: 'of the traffic',
};

/** What the shares of such a strategy are shares of. */
export function unitOf(kind: StrategyKind): string {
  return units[kind];
}

export function rolloutWords({ kind, percent, live, stages, current }: RolloutPicture): string {
  const place = current === null ? `All ${stages.length} stages are over` : `Stage ${current + 1} of ${stages.length}`;
  if (kind === 'direct') return live === 'green' ? 'The new version is live.' : 'The old version is live.';
  if (kind === 'phased') return `${place}. ${wavesOver(stages)} of ${stages.filter(({ wave }) => wave !== '').length} waves are over.`;
  const share = `${percent} % ${units[kind]} on the new version`;
  return kind === 'blue-green' ? `${place}. ${live === 'green' ? 'Green' : 'Blue'} is live.` : `${place}. ${share}.`;
}

function wavesOver(stages: RolloutPicture['stages']): number {
  return stages.filter(({ wave, state }) => wave !== '' && state === 'finished').length;
}
