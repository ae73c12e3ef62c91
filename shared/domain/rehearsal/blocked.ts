/** How long tasks stood blocked, told by the journal: a task forgets it when it is unblocked. */
import type { Entry } from '../../base/entry.ts';

/** By task: the spans in which it was blocked, UTC ms; the end of one that lasts is infinity. */
export type BlockedTimes = ReadonlyMap<string, ReadonlyMap<number, number>>;

type Told = Pick<Entry, 'seq' | 'undoes' | 'occurredAt' | 'changes'>;

/** `entries` are those of the go-live, oldest first. A block that was undone never was; an unblocking that was undone goes on. */
export function blockedTimes(entries: Iterable<Told>): BlockedTimes {
  const all = new Map<string, Map<number, number>>();
  const begunBy = new Map<string, number>();
  for (const { seq, undoes, occurredAt, changes } of entries)
    for (const { table, id, set, was } of changes) {
      if (table !== 'task' || set === null || !('blockedAt' in set)) continue;
      const spans = all.get(id) ?? new Map<number, number>();
      all.set(id, spans);
      if (typeof set.blockedAt === 'number') {
        spans.set(set.blockedAt, Number.POSITIVE_INFINITY);
        if (undoes === null) begunBy.set(id, seq);
      } else if (typeof was?.blockedAt === 'number') {
        if (undoes !== null && undoes === begunBy.get(id)) spans.delete(was.blockedAt);
        else spans.set(was.blockedAt, Math.max(was.blockedAt, occurredAt));
      }
    }
  return all;
}

/** How much of the time between two instants a task stood blocked, ms. */
export function blockedBetween(times: BlockedTimes, taskId: string, start: number, end: number): number {
  let sum = 0;
  for (const [from, to] of times.get(taskId) ?? []) sum += Math.max(0, Math.min(to, end) - Math.max(from, start));
  return sum;
}
