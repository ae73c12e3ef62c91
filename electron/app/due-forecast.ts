/** Keeps the forecast of each full hour of a cutover, with its odds and the time rolling back would take. */
import type { Act } from '../../shared/base/rule.ts';
import { fuseAt } from '../../shared/domain/rollback/fuse.ts';
import { isForecastDue, recordForecast } from '../../shared/domain/runbook/forecasts.ts';
import type { Odds } from '../../shared/domain/runbook/odds/finish-odds.ts';
import type { Record } from '../record/record.ts';
import { notBehind } from './go-live-clock.ts';
import { oddsOf } from './odds.ts';

const underWay = new WeakMap<Record, Set<string>>();

/** Odds are simulated first, so the forecast is kept a moment later; without them when the simulation broke. */
export function keepDueForecast(record: Record, act: Act): void {
  const running = underWay.get(record) ?? new Set();
  underWay.set(record, running);
  const goLive = record.rows(act.goLiveId).goLive.get(act.goLiveId);
  if (!goLive || running.has(act.goLiveId) || !isForecastDue(record.rows(act.goLiveId), goLive, act.now)) return;
  running.add(act.goLiveId);
  oddsOf(record)
    .current(act.goLiveId, act.now)
    .then(
      ({ odds }) => keep(record, odds, act),
      () => keep(record, null, act),
    )
    .catch((error: Error) => process.stderr.write(`The forecast could not be kept: ${error.message}. The record is safe.\n`))
    .finally(() => running.delete(act.goLiveId));
}

function keep(record: Record, odds: Odds | null, act: Act): void {
  if (oddsOf(record).isClosed()) return;
  const rows = record.rows(act.goLiveId);
  const goLive = rows.goLive.get(act.goLiveId);
  if (!goLive || !isForecastDue(rows, goLive, act.now)) return;
  const at = notBehind(record, goLive, act.now); // acts made while it was simulated come first
  const backMs = fuseAt(rows, goLive, at)?.backMs ?? null;
  const verdict = recordForecast(rows, odds, backMs, { ...act, now: at, occurredAt: at });
  if (!verdict.ok) return;
  const { action, changes, note } = verdict.value;
  record.commit({ goLiveId: act.goLiveId, at, occurredAt: at, actor: act.actor, action, note, undoes: null, changes });
}
