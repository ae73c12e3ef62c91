/** The views of the runbook people keep for everybody: a name and how the board is looked at. */
import { z } from 'zod';
import { insert, remove, update } from '../../base/change.ts';
import { id, line } from '../../base/fields.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import { savedView } from './work-schema.ts';

export const MOST_VIEWS = 100;

/** `query` as the runbook writes it in its address; empty is its usual look. */
export const SaveView = z.strictObject({ name: line, query: savedView.row.shape.query });
export const RemoveView = z.strictObject({ viewId: id });

/** A name that is there already is given the new look. */
export function saveView(rows: Rows, { name, query }: z.infer<typeof SaveView>, act: Act): Verdict {
  const known = [...rows.savedView.values()].find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (known) return decide('view.save', update(savedView, known, { name, query, savedBy: act.actor }), known.id);
  if (rows.savedView.size >= MOST_VIEWS) {
    return refuse('too-many', `There are ${MOST_VIEWS} views already. Nothing was saved. Remove one that nobody needs.`);
  }
  const added = insert(savedView, { id: act.newId(), goLiveId: act.goLiveId, name, savedBy: act.actor, query });
  return decide('view.save', [added], added.id);
}

export function removeView(rows: Rows, { viewId }: z.infer<typeof RemoveView>): Verdict {
  const known = rows.savedView.get(viewId);
  if (!known) return refuse('unknown-view', 'There is no such view any more. Nothing was removed.');
  return decide('view.remove', [remove(savedView, known)], known.id);
}
