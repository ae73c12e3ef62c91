/** What the forecasts of a night's finish were worth, in figures and in lines. */
import { formatSpan } from '../../shared/base/time-words.ts';
import type { ForecastError } from '../../shared/domain/runbook/forecasts.ts';

const HOUR = 3_600_000;

export interface ForecastFigures {
  readonly count: number;
  /** Mean and largest distance from the real finish, ms. */
  readonly meanMs: number;
  readonly largestMs: number;
  /** Mean distance in the last quarter, when little is left to be wrong about, ms. */
  readonly lastQuarterMs: number;
}

export function forecastFigures(errors: readonly ForecastError[]): ForecastFigures {
  const off = errors.map(({ errorMs }) => Math.abs(errorMs));
  const mean = (list: readonly number[]) => (list.length === 0 ? 0 : list.reduce((sum, ms) => sum + ms, 0) / list.length);
  return {
    count: off.length,
    meanMs: mean(off),
    largestMs: Math.max(0, ...off),
    lastQuarterMs: mean(off.slice(Math.floor(off.length * 0.75))),
  };
}

/** One line for each forecast: hour since the start, forecast, how far it was off; positive is too late. */
export function forecastLines(errors: readonly ForecastError[], startedAt: number): readonly string[] {
  return errors.map(({ forecast: { at, finishAt }, errorMs }) => {
    const hour = String(Math.floor((at - startedAt) / HOUR)).padStart(2);
    return `hour ${hour}  forecast ${new Date(finishAt).toISOString().slice(0, 16)}  ${errorMs > 0 ? '-' : '+'}${formatSpan(Math.abs(errorMs))}`;
  });
}
