/** Starts what starts by itself. Looks through the tasks only when a row has changed or the next planned start has come. */
import type { Act } from '../../shared/base/rule.ts';
import { selfStarts, startDueTasks } from '../../shared/domain/runbook/work/starts-itself.ts';
import type { Rows } from '../../shared/domain/tables.ts';
import type { Record } from '../record/record.ts';

interface Look {
  /** The rows as they were looked through. */
  readonly rows: Rows;
  /** When to look again, UTC ms. */
  readonly nextAt: number;
}

const looks = new WeakMap<Record, Map<string, Look>>();

/** As an act of `act.actor`, at `act.now`. */
export function startByThemselves(record: Record, act: Act): void {
  const rows = record.rows(act.goLiveId);
  const own = looks.get(record) ?? new Map<string, Look>();
  looks.set(record, own);
  const last = own.get(act.goLiveId);
  if (last?.rows === rows && act.now < last.nextAt) return;
  const { due, nextAt } = selfStarts(rows, act.goLiveId, act.now);
  own.set(act.goLiveId, { rows, nextAt });
  const verdict = due.length > 0 ? startDueTasks(rows, act) : null;
  if (!verdict?.ok) return;
  const { action, changes, note } = verdict.value;
  const { goLiveId, now: at, occurredAt, actor } = act;
  record.commit({ goLiveId, at, occurredAt, actor, action, note, undoes: null, changes });
}
