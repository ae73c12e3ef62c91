/** What must hold between rollbacks and the go-live whichever way they came about. */
import type { Contradiction } from '../contradictions.ts';
import type { Rows } from '../tables.ts';

/** Rollbacks that run although an earlier one does, one for each, and one that runs although the go-live is over. */
export function rollbackContradictions({ rollback, goLive }: Pick<Rows, 'rollback' | 'goLive'>): readonly Contradiction[] {
  const running = [...rollback.values()].filter(({ endedAt }) => endedAt === null).sort((a, b) => a.decidedAt - b.decidedAt);
  const [first, ...others] = running;
  const over = first && [...goLive.values()].find(({ stage }) => stage === 'closed' || stage === 'scrubbed');
  return [
    ...others.map(({ id, ref }) => ({ table: 'rollback', id, fields: [], says: `${ref} runs, and only one rollback runs at a time` })),
    ...(over ? [{ table: 'goLive', id: over.id, fields: ['stage'], says: `${first.ref} runs, and ${over.ref} is over` }] : []),
  ];
}
