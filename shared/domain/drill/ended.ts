/** What the end of a drill ends: the trouble that still lasts, so that no line stays down in a go-live that is over. */
import { type Change, update } from '../../base/change.ts';
import type { Act } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import { injection } from './schema.ts';

/** Each ends when the go-live does, at the earliest when it struck. Nothing in a go-live that is no drill. */
export function endedTrouble({ injection: all }: Pick<Rows, 'injection'>, { occurredAt }: Pick<Act, 'occurredAt'>): readonly Change[] {
  return [...all.values()].flatMap((each) =>
    each.struckAt === null || each.endedAt !== null ? [] : update(injection, each, { endedAt: Math.max(occurredAt, each.struckAt) }),
  );
}
