/** Taking an act back as a new act, unless something later stands on it. */
import { type Change, inverse, sameValue } from '../base/change.ts';
import type { Entry } from '../base/entry.ts';
import { refuse } from '../base/result.ts';
import { decide, type Verdict } from '../base/rule.ts';
import { contradictions } from './contradictions.ts';
import { type AnyRow, applyChanges, type Rows, type TableName, tableNames, tables } from './tables.ts';
import { sentence } from './timeline/words.ts';

/** Acts that cannot be taken back, with the way out. */
const finals: Readonly<Record<string, string>> = {
  'goLive.create': 'A go-live that was created stays in the record. Scrub it instead.',
  'rehearsal.create': 'A run that was made stays in the record. Scrub it instead.',
  'drill.speed': 'The clock of a drill never goes back. Choose another speed instead.',
  'drill.jump': 'The clock of a drill never goes back.',
  'trouble.strike': 'Trouble that struck has struck. Mend it, or end it on the Rehearsals board.',
  'trouble.miss': 'Trouble that came too late stays so. Put in another.',
  'trouble.end': 'Trouble that is over stays over. Put in another.',
  'poll.open': 'A sealed poll is not taken back by undo. Withdraw it instead.',
  'poll.call': 'A sealed call stays as it was made. Withdraw the poll if it must be made again.',
  'poll.withdraw': 'A withdrawn poll stays withdrawn. Open a new one.',
  'poll.reveal': 'Revealed calls stay revealed. Open a new poll to call again.',
  'check.expire': 'A waiver that is over stays over. Waive the check again.',
  'task.autoStart': 'Gantry would start it again at once. Edit the task so that it does not start by itself, or reopen it.',
  'person.pin': 'A PIN is not taken back by undo. A manager can clear it.',
  'person.clearPin': 'A PIN that was cleared is gone. Its person sets a new one.',
};

/**
 * The act that takes `entry` back. `since` are the later entries of the same go-live, oldest first; they are only read to
 * name what depends on it. Refused when a field was set again later, a later row points at one this entry made, what comes back points
 * at a row that was removed since, or the record would contradict itself afterwards.
 */
export function undoEntry(rows: Rows, entry: Entry, since: readonly Entry[]): Verdict {
  const final = finals[entry.action];
  if (final) return refuse('cannot-undo', final);
  const undone = since.find((later) => later.undoes === entry.seq);
  if (undone) return refuse('already-undone', `Entry ${entry.seq} was already taken back by entry ${undone.seq}.`);
  for (const change of entry.changes) {
    const standing = standsOn(rows, change);
    if (standing) return dependent(rows, entry, since, standing);
  }
  const back = inverse(entry.changes);
  const after = applyChanges(rows, back);
  const made = new Set(entry.changes.filter((change) => change.was === null).map((change) => change.id));
  const gone = pointsInto(after, made) ?? pointsAtGone(after, back);
  if (gone) return dependent(rows, entry, since, gone);
  const before = new Set(contradictions(rows).map(({ says }) => says));
  const broken = contradictions(after).find(({ says }) => !before.has(says));
  if (broken) return dependent(rows, entry, since, broken);
  return decide('entry.undo', back);
}

interface Standing {
  readonly table: string;
  readonly id: string;
  readonly fields: readonly string[];
  readonly says: string;
}

/** What now stands on the result of `change`; null when it can go. */
function standsOn(rows: Rows, change: Change): Standing | null {
  const row = rowIn(rows, change.table, change.id);
  const { table, id } = change;
  if (change.set === null) return row ? { table, id, fields: [], says: 'it exists again' } : null;
  if (!row) return { table, id, fields: [], says: 'it was removed' };
  const changed = Object.keys(change.set).filter((name) => !sameValue(row[name], change.set?.[name]));
  return changed.length > 0 ? { table, id, fields: changed, says: 'what it set was changed again' } : null;
}

/** The first row that is left `after` and points at one in `made`, which is gone then; null without one. */
function pointsInto(after: Rows, made: ReadonlySet<string>): Standing | null {
  for (const table of tableNames) {
    const fields = Object.keys(tables[table].refs).filter((field) => field !== 'goLiveId');
    if (fields.length === 0) continue;
    for (const row of after[table].values() as Iterable<AnyRow>) {
      const field = fields.find((name) => [row[name]].flat().some((id) => made.has(id as string)));
      if (field !== undefined) return { table, id: row.id, fields: [field], says: 'something later points at it' };
    }
  }
  return null;
}

/** The first row that something in `back` would point at and that is not among `after` any more; null when all are there. */
function pointsAtGone(after: Rows, back: readonly Change[]): Standing | null {
  for (const { table: name, set } of back) {
    for (const [field, table] of Object.entries(tables[name as TableName]?.refs ?? {})) {
      for (const id of [set?.[field] ?? []].flat() as string[])
        if (field !== 'goLiveId' && !rowIn(after, table, id)) return { table, id, fields: [], says: 'what it points at was removed' };
    }
  }
  return null;
}

function dependent(rows: Rows, entry: Entry, since: readonly Entry[], standing: Standing): Verdict {
  const later = since.findLast((each) =>
    each.changes.some(
      (change) =>
        change.table === standing.table &&
        change.id === standing.id &&
        (standing.fields.length === 0 || !change.set || standing.fields.some((field) => field in (change.set ?? {}))),
    ),
  );
  const by = later ? `entry ${later.seq} (${sentence(later, rows)}, ${later.actor})` : 'a later act';
  return refuse(
    'depends',
    `Entry ${entry.seq} cannot be taken back: ${standing.says}, by ${by}. Take that back first.`,
    later ? [String(later.seq)] : [],
  );
}

function rowIn(rows: Rows, table: string, id: string): AnyRow | undefined {
  return (rows as unknown as { [name: string]: ReadonlyMap<string, AnyRow> })[table]?.get(id);
}
