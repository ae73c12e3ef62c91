/** What forecasts of the finish were worth: how far each was from what came. */
import { formatSpan } from '../../shared/base/time-words.ts';

export interface HourlyForecast {
  /** Whole hours since the cutover began. */
  readonly hour: number;
  readonly at: number;
  readonly finishAt: number;
}

export interface ForecastErrors {
  readonly count: number;
  /** Mean and largest distance from the real finish, ms. */
  readonly meanMs: number;
  readonly largestMs: number;
  /** Mean distance in the last quarter, when little is left to be wrong about, ms. */
  readonly lastQuarterMs: number;
}

export function forecastErrors(forecasts: readonly HourlyForecast[], finishedAt: number): ForecastErrors {
  const off = forecasts.map(({ finishAt }) => Math.abs(finishAt - finishedAt));
  const mean = (list: readonly number[]) => (list.length === 0 ? 0 : list.reduce((sum, ms) => sum + ms, 0) / list.length);
  return {
    count: off.length,
    meanMs: mean(off),
    largestMs: Math.max(0, ...off),
    lastQuarterMs: mean(off.slice(Math.floor(off.length * 0.75))),
  };
}

/** One line for each forecast: hour, forecast, how far it was off; positive is too late. */
export function forecastLines(forecasts: readonly HourlyForecast[], finishedAt: number): readonly string[] {
  return forecasts.map(({ hour, finishAt }) => {
    const off = finishAt - finishedAt;
    return `hour ${String(hour).padStart(2)}  forecast ${new Date(finishAt).toISOString().slice(0, 16)}  ${off < 0 ? '-' : '+'}${formatSpan(Math.abs(off))}`;
  });
}
