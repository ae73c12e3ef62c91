/** What must hold between holds whichever way they came about. */
import type { Contradiction } from '../contradictions.ts';
import type { Rows } from '../tables.ts';

/**
 * Holds that run although an earlier one does, one for each; one that runs although the go-live is live or over; and one that runs
 * although its task is no hold any more.
 */
export function holdContradictions(rows: Pick<Rows, 'hold' | 'goLive' | 'task'>): readonly Contradiction[] {
  const running = [...rows.hold.values()].filter(({ endedAt }) => endedAt === null).sort((a, b) => a.startedAt - b.startedAt);
  const [first, ...others] = running;
  const over = first && [...rows.goLive.values()].find(({ stage }) => stage !== 'planning' && stage !== 'cutover');
  const task = rows.task.get(first?.taskId ?? '');
  const isChanged = first && task && task.kind !== 'hold';
  return [
    ...(isChanged
      ? [{ table: 'task', id: task.id, fields: ['kind'], says: `${first.ref} runs, and ${task.ref} is no hold any more` }]
      : []),
    ...others.map(({ id, ref }) => ({ table: 'hold', id, fields: [], says: `${ref} runs, and only one hold runs at a time` })),
    ...(over ? [{ table: 'goLive', id: over.id, fields: ['stage'], says: `${first.ref} runs, and ${over.ref} has left its cutover` }] : []),
  ];
}
