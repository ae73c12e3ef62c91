/** Entries of the journal for tests of what is told about them. */
import type { Change } from '../../shared/base/change.ts';
import { type Entry, FIRST_PREV } from '../../shared/base/entry.ts';
import { goLiveId, HOUR, idOf, T_ZERO } from './builders.ts';

/** An entry recorded an hour after T-0, at the moment it happened, unless said otherwise. */
export function anEntry(action: string, changes: readonly Change[] = [], given: Partial<Entry> = {}): Entry {
  const at = given.at ?? T_ZERO + HOUR;
  return {
    seq: 1,
    id: idOf(800_000 + (given.seq ?? 1)),
    goLiveId,
    at,
    occurredAt: at,
    actor: 'M. Okoro',
    action,
    note: '',
    undoes: null,
    changes,
    prev: FIRST_PREV,
    hash: FIRST_PREV,
    ...given,
  };
}
