/** The plan as it was at an earlier entry: today's rows with later acts taken back, without asking whether that is allowed. */
import { type Change, inverse } from '../../../base/change.ts';
import type { Entry } from '../../../base/entry.ts';
import { applyChanges, type Rows } from '../../tables.ts';

const ofPlan: ReadonlySet<string> = new Set(['task', 'link', 'person', 'playbookCopy']);

/** `since`: the entries of the go-live after that entry, oldest first. Only the tables a plan is made of go back. */
export function rowsAt(rows: Rows, since: readonly Entry[]): Rows {
  const back: Change[] = [];
  for (const { changes } of since.toReversed()) {
    for (const change of inverse(changes)) if (ofPlan.has(change.table)) back.push(change);
  }
  return back.length === 0 ? rows : applyChanges(rows, back);
}
