/** The forecasts kept each hour of the cutover, and how far each was from the finish that came. */
import { z } from 'zod';
import { forecastErrors } from '../../runbook/forecasts.ts';
import type { Rows } from '../../tables.ts';

const at = z.number().int();

export const forecasts = z.strictObject({
  /** In the order they were made. */
  kept: z.array(
    z.strictObject({
      at,
      finishAt: at,
      /** Finish that 80 % of the simulated runs kept; null when odds were not known. */
      p80At: at.nullable(),
      inWindow: z.number().nullable(),
      closed: z.number(),
      all: z.number(),
      /** How much later the finish came, ms; negative is earlier, null while work of the cutover is left. */
      errorMs: z.number().nullable(),
    }),
  ),
  /** Mean distance from the finish that came, whichever way, ms; null without one. */
  meanErrorMs: z.number().nullable(),
});
export type ForecastsPart = z.infer<typeof forecasts>;

export function forecastsPart(rows: Rows): ForecastsPart {
  const errors = new Map(forecastErrors(rows).map(({ forecast, errorMs }) => [forecast.id, errorMs]));
  const kept = [...rows.forecast.values()]
    .sort((a, b) => a.at - b.at)
    .map(({ id, at: madeAt, finishAt, p80At, inWindow, closed, all }) => ({
      at: madeAt,
      finishAt,
      p80At,
      inWindow,
      closed,
      all,
      errorMs: errors.get(id) ?? null,
    }));
  const total = [...errors.values()].reduce((sum, errorMs) => sum + Math.abs(errorMs), 0);
  return { kept, meanErrorMs: errors.size === 0 ? null : Math.round(total / errors.size) };
}
