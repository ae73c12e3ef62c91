/** What is done to many checks in one act: to all of them, or to none when some cannot. */
import type { z } from 'zod';
import type { Change } from '../../base/change.ts';
import { type Refusal, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import { listed } from '../timeline/told.ts';
import type { EditChecks, SettleChecks, VerifyChecks } from './commands.ts';
import { editCheck } from './rules.ts';
import { settleCheck, verifyCheck } from './settle-rules.ts';

export function settleChecks(rows: Rows, { checkIds, ...settlement }: z.infer<typeof SettleChecks>, act: Act): Verdict {
  return together(rows, checkIds, (checkId) => settleCheck(rows, { checkId, ...settlement }, act));
}

export function verifyChecks(rows: Rows, { checkIds, despite }: z.infer<typeof VerifyChecks>, act: Act): Verdict {
  return together(rows, checkIds, (checkId) => verifyCheck(rows, { checkId, despite }, act));
}

export function editChecks(rows: Rows, { checkIds, ...fields }: z.infer<typeof EditChecks>, act: Act): Verdict {
  return together(rows, checkIds, (checkId) => editCheck(rows, { checkId, ...fields }, act));
}

/** Checks that are already so are passed over; one that cannot stops all. */
function together(rows: Rows, ids: readonly string[], decideOn: (checkId: string) => Verdict): Verdict {
  const unique = [...new Set(ids)];
  const changes: Change[] = [];
  const notes = new Set<string>();
  const actions = new Set<string>();
  const refused: { readonly ref: string; readonly refusal: Refusal }[] = [];
  let already: Refusal | null = null;
  for (const checkId of unique) {
    const verdict = decideOn(checkId);
    if (verdict.ok) {
      changes.push(...verdict.value.changes);
      actions.add(verdict.value.action);
      if (verdict.value.note) notes.add(verdict.value.note);
    } else if (verdict.refusal.code === 'nothing-changed') already = verdict.refusal;
    else refused.push({ ref: rows.check.get(checkId)?.ref ?? '', refusal: verdict.refusal });
  }
  const [first] = refused;
  if (first) return unique.length === 1 ? { ok: false, refusal: first.refusal } : refusalOfAll(unique.length, refused);
  if (changes.length === 0) {
    if (unique.length === 1 && already) return { ok: false, refusal: already };
    return refuse('nothing-changed', 'All of them are so already. Nothing was changed.');
  }
  const action = actions.has('check.pass') ? 'check.pass' : ([...actions][0] as string);
  return decide(action, changes, unique.length === 1 ? (unique[0] as string) : null, [...notes].join('\n').slice(0, 8_000));
}

const MOST_NAMED = 8;

function refusalOfAll(asked: number, refused: readonly { readonly ref: string; readonly refusal: Refusal }[]): Verdict {
  const [first] = refused as readonly [(typeof refused)[number], ...typeof refused];
  const refs = refused.map(({ ref }) => ref).filter(Boolean);
  const left = refs.length - MOST_NAMED;
  const named = listed([...refs.slice(0, MOST_NAMED), ...(left > 0 ? [`${left} more`] : [])]);
  const head = refused.length === 1 ? `1 of ${asked} checks stands in the way` : `${refused.length} of ${asked} checks stand in the way`;
  const why = refused.length === 1 ? first.refusal.reason : `${named}. The first: ${first.refusal.reason}`;
  return refuse(first.refusal.code, `${head}, so none was changed. ${why}`, refs);
}
