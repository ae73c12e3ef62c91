/** A check does not stay passed once a test that measures it has not: it is opened again with the act that made it so. */
import { type Change, update } from '../../base/change.ts';
import { decide, type Verdict } from '../../base/rule.ts';
import { applyChanges, type Rows } from '../tables.ts';
import { testsMissing } from './linked-tests.ts';
import { check as checks } from './schema.ts';
import { undecided } from './settle-rules.ts';

/** A yes to an act on tests. Opens the check `checkId` again where it is passed, or to be verified, and after `changes` may not be. */
export function decideOnTest(
  rows: Rows,
  checkId: string | null,
  action: string,
  changes: readonly Change[],
  rowId: string,
  note = '',
): Verdict {
  const check = rows.check.get(checkId ?? '');
  const isSaid = check?.status === 'passed' || check?.status === 'to verify';
  if (!check || !isSaid || testsMissing(applyChanges(rows, changes), check).length === 0) return decide(action, changes, rowId, note);
  const words = [note, `${check.ref} was ${check.status} and is open again`].filter(Boolean).join('\n');
  return decide(action, [...changes, ...update(checks, check, { ...undecided, status: 'open' })], rowId, words);
}
