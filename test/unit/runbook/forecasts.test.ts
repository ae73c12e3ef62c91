import { describe, expect, test } from 'vitest';
import { closureReport } from '../../../shared/domain/closure/report.ts';
import { forecastErrors, isForecastDue, recordForecast } from '../../../shared/domain/runbook/forecasts.ts';
import { aGoLive, anAct, aTask, HOUR, idOf, MINUTE, rowsAfter, rowsWith, T_ZERO } from '../../support/builders.ts';

const begun = T_ZERO - HOUR;
const night = aGoLive({ stage: 'cutover', startedAt: begun });
const first = aTask({ id: idOf(201), ref: 'T-001', startOffset: 0, durationMs: HOUR });
const second = aTask({ id: idOf(202), ref: 'T-002', startOffset: HOUR, durationMs: HOUR });
const link = { id: idOf(210), goLiveId: night.id, fromId: first.id, toId: second.id, kind: 'FS' as const, lagMs: 0 };
const rows = rowsWith({ goLive: [night], task: [first, second], link: [link] });

describe('a forecast is kept', () => {
  test('once in each full hour since the cutover began, and not long after it', () => {
    const kept = rowsAfter(rows, recordForecast(rows, null, null, anAct({ now: begun + HOUR })));
    expect(isForecastDue(rows, night, begun + HOUR - 1)).toBe(false);
    expect(isForecastDue(rows, night, begun + HOUR)).toBe(true);
    expect(isForecastDue(kept, night, begun + HOUR + MINUTE)).toBe(false);
    expect(isForecastDue(kept, night, begun + 2 * HOUR)).toBe(true);
    expect(isForecastDue(rows, night, begun + HOUR + 20 * MINUTE)).toBe(false);
  });

  test('only while the cutover runs', () => {
    expect(isForecastDue(rows, { ...night, stage: 'hypercare' }, begun + HOUR)).toBe(false);
    expect(isForecastDue(rows, { ...night, startedAt: null }, begun + HOUR)).toBe(false);
  });

  test('with the finish as it is forecast, and the odds when they are known', () => {
    const odds = { runs: 10, p50At: T_ZERO + 1.4, p80At: T_ZERO + 2, p95At: T_ZERO + 3, inWindow: 0.9, fan: [], drivers: [] };
    const kept = rowsAfter(rows, recordForecast(rows, { ...odds, p50At: T_ZERO + 1 }, 5 * MINUTE, anAct({ now: begun + HOUR })));
    expect([...kept.forecast.values()]).toMatchObject([
      { at: begun + HOUR, finishAt: T_ZERO + 2 * HOUR, p80At: T_ZERO + 2, inWindow: 0.9, backMs: 5 * MINUTE, closed: 0, all: 2 },
    ]);
  });

  test('not where there is nothing to forecast', () => {
    expect(recordForecast(rowsWith({ goLive: [night] }), null, null, anAct())).toMatchObject({ ok: false });
  });
});

describe('how far a forecast was off', () => {
  const kept = rowsAfter(rows, recordForecast(rows, null, null, anAct({ now: T_ZERO })));
  const finished = (ref: typeof first, from: number, to: number) =>
    ({ ...ref, status: 'finished', actualStart: from, actualEnd: to }) as const;
  const over = rowsWith({
    goLive: [night],
    link: [link],
    task: [finished(first, T_ZERO, T_ZERO + HOUR), finished(second, T_ZERO + HOUR, T_ZERO + 2.5 * HOUR)],
    forecast: [...kept.forecast.values()],
  });

  test('is not known while work is left', () => {
    expect(forecastErrors(kept)).toEqual([]);
  });

  test('is how much later the finish came, and how long before it was made', () => {
    expect(forecastErrors(over)).toMatchObject([{ errorMs: HOUR / 2, aheadMs: 2.5 * HOUR, kept: null }]);
  });

  test('stands in the closure report, with the mean of all', () => {
    const { forecasts } = closureReport(over, [], { now: T_ZERO + 3 * HOUR, madeBy: 'M. Okoro', chainHash: '' });
    expect(forecasts).toMatchObject({ kept: [{ errorMs: HOUR / 2 }], meanErrorMs: HOUR / 2 });
  });
});
