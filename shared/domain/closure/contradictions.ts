/** What must hold in closure whichever way it came about. */
import type { Contradiction } from '../contradictions.ts';
import type { Rows } from '../tables.ts';

/** Cleanup actions that are settled though cleanup is not decided that way, one for each. */
export function closureContradictions(rows: Pick<Rows, 'goLive' | 'cleanupAction'>): readonly Contradiction[] {
  return [...rows.cleanupAction.values()]
    .filter(({ status, option, goLiveId }) => status !== 'open' && rows.goLive.get(goLiveId)?.cleanup !== option)
    .map(({ id, title, status, option }) => ({
      table: 'cleanupAction',
      id,
      fields: ['status'],
      says: `"${title}" is ${status} and needs cleanup to be decided as ${option}`,
    }));
}
