/** The forecasts Gantry keeps each hour of a cutover, and how far each was from the finish that came. */
import { insert } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { cutoverFinish } from '../go-live/milestones.ts';
import type { GoLive } from '../go-live/schema.ts';
import type { Rows } from '../tables.ts';
import type { Odds } from './odds/finish-odds.ts';
import { scheduleOf } from './schedule.ts';
import { type Forecast, forecast as forecasts } from './schedule-schema.ts';
import { countedTasks } from './tally.ts';
import { hasEndedWell } from './task-state.ts';

const HOUR_MS = 3_600_000;
/** How long after the full hour its forecast is still taken. */
const STILL_FULL_MS = 300_000;

/** Whether a full hour of the cutover has just passed and its forecast is not kept yet. Of hours in which Gantry did not run none is kept. */
export function isForecastDue(rows: Pick<Rows, 'forecast'>, goLive: Pick<GoLive, 'stage' | 'startedAt'>, now: number): boolean {
  if (goLive.stage !== 'cutover' || goLive.startedAt === null || now < goLive.startedAt + HOUR_MS) return false;
  const lastFullHour = goLive.startedAt + Math.floor((now - goLive.startedAt) / HOUR_MS) * HOUR_MS;
  if (now - lastFullHour > STILL_FULL_MS) return false;
  return [...rows.forecast.values()].every(({ at }) => at < lastFullHour);
}

/** `odds` as they stand now, null when they are not known; `backMs` how long rolling back would take, null when nothing can be. */
export function recordForecast(rows: Rows, odds: Odds | null, backMs: number | null, act: Act): Verdict {
  const goLive = rows.goLive.get(act.goLiveId);
  const finish = goLive && cutoverFinish(rows, goLive, scheduleOf(rows, goLive, act.now));
  if (!finish) return refuse('nothing-to-forecast', 'There is no task to forecast. Nothing was kept.');
  const work = countedTasks(rows);
  const kept: Forecast = {
    id: act.newId(),
    goLiveId: act.goLiveId,
    at: act.now,
    finishAt: Math.round(finish.at),
    p50At: odds?.p50At ?? null,
    p80At: odds?.p80At ?? null,
    p95At: odds?.p95At ?? null,
    inWindow: odds?.inWindow ?? null,
    backMs,
    closed: work.filter(hasEndedWell).length,
    all: work.length,
  };
  return decide('forecast.record', [insert(forecasts, kept)], kept.id);
}

export interface ForecastError {
  readonly forecast: Forecast;
  /** How much later the finish came than it was forecast, ms; negative is earlier. */
  readonly errorMs: number;
  /** How long before the finish it was made, ms. */
  readonly aheadMs: number;
  /** Whether the finish came by the instants that half, 80 % and 95 % of the simulated runs kept; null without odds. */
  readonly kept: { readonly p50: boolean; readonly p80: boolean; readonly p95: boolean } | null;
}

/** In the order they were made; empty while work of the cutover is left, because its finish is not known then. */
export function forecastErrors(rows: Rows): readonly ForecastError[] {
  const [goLive] = rows.goLive.values();
  if (!goLive || rows.forecast.size === 0) return [];
  const finish = cutoverFinish(rows, goLive, scheduleOf(rows, goLive, goLive.liveAt ?? goLive.windowEnd));
  if (!finish?.isReached) return [];
  return [...rows.forecast.values()]
    .sort((a, b) => a.at - b.at)
    .map((forecast) => ({
      forecast,
      errorMs: finish.at - forecast.finishAt,
      aheadMs: finish.at - forecast.at,
      kept: keptBy(forecast, finish.at),
    }));
}

function keptBy({ p50At, p80At, p95At }: Forecast, finish: number): ForecastError['kept'] {
  if (p50At === null || p80At === null || p95At === null) return null;
  return { p50: finish <= p50At, p80: finish <= p80At, p95: finish <= p95At };
}
