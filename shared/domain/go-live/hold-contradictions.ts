/** What must hold between holds whichever way they came about. */
import type { Contradiction } from '../contradictions.ts';
import type { Rows } from '../tables.ts';

/** Holds that run although an earlier one does, one for each. */
export function holdContradictions(rows: Pick<Rows, 'hold'>): readonly Contradiction[] {
  const running = [...rows.hold.values()].filter(({ endedAt }) => endedAt === null).sort((a, b) => a.startedAt - b.startedAt);
  return running.slice(1).map(({ id, ref }) => ({ table: 'hold', id, fields: [], says: `${ref} runs, and only one hold runs at a time` }));
}
