/** Waivers that end: which are over, and the act of Gantry itself that opens their checks again. */
import { update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import { type Check, check as checks } from './schema.ts';
import { undecided } from './settle-rules.ts';

/** The waived checks whose waiver is over at `now` (UTC ms), in the order of the playbook. */
export function dueWaivers(rows: Pick<Rows, 'check'>, now: number): readonly Check[] {
  return [...rows.check.values()]
    .filter(({ status, waivedUntil }) => status === 'waived' && waivedUntil !== null && waivedUntil <= now)
    .sort((a, b) => a.position - b.position);
}

/** Opens every check whose waiver is over; refused when none is. */
export function expireWaivers(rows: Rows, act: Act): Verdict {
  const due = dueWaivers(rows, act.now);
  const [first] = due;
  if (!first) return refuse('nothing-changed', 'No waiver is over. Nothing was changed.');
  const changes = due.flatMap((check) => update(checks, check, { ...undecided, status: 'open' }));
  return decide('check.expire', changes, due.length === 1 ? first.id : null);
}
