/** The go-live an act is about, while it is open. */
import { ok, type Result, refuse } from '../../base/result.ts';
import type { Act } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import type { GoLive } from './schema.ts';

/** The go-live, unless it is over. */
export function openGoLive(rows: Pick<Rows, 'goLive'>, act: Pick<Act, 'goLiveId'>): Result<GoLive> {
  const goLive = rows.goLive.get(act.goLiveId);
  if (!goLive) return refuse('unknown-go-live', 'There is no such go-live in this record. Choose it again.');
  if (goLive.stage === 'closed' || goLive.stage === 'scrubbed')
    return refuse('over', `${goLive.ref} is ${goLive.stage}, and its record stands. Take that back first if it was a mistake.`, [
      goLive.ref,
    ]);
  return ok(goLive);
}
