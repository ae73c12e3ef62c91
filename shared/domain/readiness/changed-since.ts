/** What happened to each check in a stretch of the journal, in the words of the timeline. */
import type { Change } from '../../base/change.ts';
import type { Entry } from '../../base/entry.ts';
import type { Rows } from '../tables.ts';
import { sentence } from '../timeline/words.ts';
import type { Check } from './schema.ts';

export interface Happening {
  readonly seq: number;
  readonly occurredAt: number;
  readonly actor: string;
  /** Such as "C-012 passed: Backups restored". */
  readonly text: string;
}

export interface ChangedCheck {
  readonly check: Check;
  /** Newest first; never empty. */
  readonly happenings: readonly Happening[];
}

/** The checks that changed by `entries` of their go-live, the latest changed first. Checks that are gone are left out, as is the making of the go-live. */
export function changedChecks(entries: Iterable<Entry>, rows: Rows): readonly ChangedCheck[] {
  const found = new Map<string, Happening[]>();
  for (const entry of entries) {
    if (entry.action === 'goLive.create') continue;
    for (const [checkId, changes] of Map.groupBy(entry.changes, (change) => checkOf(change, rows) ?? '')) {
      if (checkId === '') continue;
      const { seq, occurredAt, actor } = entry;
      const happening = { seq, occurredAt, actor, text: sentence(isOwn(entry) ? { ...entry, changes } : entry, rows) };
      const known = found.get(checkId);
      if (known) known.push(happening);
      else found.set(checkId, [happening]);
    }
  }
  return [...found]
    .flatMap(([checkId, happenings]) => {
      const check = rows.check.get(checkId);
      return check ? [{ check, happenings: happenings.sort((a, b) => b.seq - a.seq) }] : [];
    })
    .sort((a, b) => (b.happenings[0]?.seq ?? 0) - (a.happenings[0]?.seq ?? 0));
}

/** Acts on checks are told for each check by itself; what else touched checks is told as the whole it is. */
function isOwn({ action }: Entry): boolean {
  return /^(check|evidence|blocker|testRun|entry)\./.test(action);
}

/** The check a change is about: its own row, its evidence, what blocks it, or a run of a test that measures it. */
function checkOf({ table, id, set, was }: Change, rows: Rows): string | null {
  if (table === 'check') return id;
  const holder = table === 'evidence' || table === 'blocker' || table === 'testRun' ? table : null;
  if (holder === null) return null;
  const row = { ...rows[holder].get(id), ...was, ...set } as { readonly checkId?: unknown; readonly testId?: unknown };
  if (typeof row.checkId === 'string') return row.checkId;
  return typeof row.testId === 'string' ? (rows.test.get(row.testId)?.checkId ?? null) : null;
}
