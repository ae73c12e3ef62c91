import { describe, expect, test } from 'vitest';
import { countTicks, timeTicks } from '../../../electron/reports/charts/axis.ts';
import { streamChart } from '../../../electron/reports/charts/stream-chart.ts';
import { ticketChart } from '../../../electron/reports/charts/ticket-chart.ts';
import { escapeXml, markSvg } from '../../../electron/reports/svg.ts';
import { closureReport } from '../../../shared/domain/closure/report.ts';
import { zonedWords } from '../../../shared/domain/timeline/zoned-words.ts';
import { aTask, HOUR, idOf, rowsWith, T_ZERO } from '../../support/builders.ts';
import { closureNight } from '../../support/closure-night.ts';

const clock = zonedWords('Europe/Prague');
const { rows, entries, closedAt } = closureNight();
const making = { now: closedAt, madeBy: 'L. Costa', chainHash: '0'.repeat(64) };
const report = closureReport(rows, entries, making);

function bars(svg: string): { x: number; width: number }[] {
  return [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(([, x, width]) => ({
    x: Number(x),
    width: Number(width),
  }));
}

describe('axes', () => {
  test('name round hours of the zone, and the day where it changes', () => {
    const ticks = timeTicks(T_ZERO - 100 * 60_000, T_ZERO + 6 * HOUR, 9, clock);
    expect(ticks.map(({ label, day }) => `${label} ${day}`.trim())).toEqual([
      '21:00 21 Nov',
      '22:00',
      '23:00',
      '00:00 22 Nov',
      '01:00',
      '02:00',
      '03:00',
      '04:00',
    ]);
  });

  test('name days over weeks and never more ticks than asked for', () => {
    expect(timeTicks(T_ZERO, T_ZERO + 14 * 24 * HOUR, 8, clock).map(({ label }) => label)[0]).toBe('23 Nov');
    for (const days of [0.1, 1, 3, 20, 200, 2_000, 60_000]) {
      const { length } = timeTicks(T_ZERO, T_ZERO + days * 24 * HOUR, 8, clock);
      expect(length).toBeGreaterThan(0);
      expect(length).toBeLessThanOrEqual(9);
    }
  });

  test('count in whole round numbers up to the highest', () => {
    expect(countTicks(0)).toEqual([0, 1]);
    expect(countTicks(11)).toEqual([0, 5, 10, 15]);
    expect(countTicks(400)).toEqual([0, 100, 200, 300, 400]);
    for (let highest = 1; highest < 3_000; highest += 7) {
      const ticks = countTicks(highest);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
      expect(ticks.length).toBeLessThanOrEqual(5);
    }
  });
});

describe('the chart of streams', () => {
  test('draws every stream inside its field and says what it shows', () => {
    const chart = streamChart(report, clock);
    expect(chart?.words).toBe('Plan against actual of 6 streams, 21 Nov 2026 20:00 to 22 Nov 2026 04:00 CET.');
    for (const { x, width } of bars(chart?.svg ?? '').slice(0, -2)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(641.5);
    }
    expect(chart?.svg).toContain('window ends 04:00');
  });

  test('shows the change window when preparation began weeks before', () => {
    const early = aTask({ id: idOf(1), stream: 'Data', startOffset: -30 * 24 * HOUR, durationMs: HOUR });
    const late = aTask({ id: idOf(2), stream: 'Data', startOffset: 0, durationMs: HOUR });
    const of = closureReport(rowsWith({ goLive: [...rows.goLive.values()], task: [early, late] }), [], making);
    expect(streamChart(of, clock)?.words).toContain('21 Nov 2026 18:00 to 22 Nov 2026 04:00');
  });

  test('is left out when nothing has a time', () => {
    const of = closureReport(rowsWith({ goLive: [...rows.goLive.values()], task: [aTask()] }), [], making);
    expect([streamChart(of, clock), ticketChart(of, clock)]).toEqual([null, null]);
  });
});

test('the chart of tickets names how many are open at the end', () => {
  const chart = ticketChart(report, clock);
  expect(chart?.svg).toContain('>5 open<');
  expect(chart?.words).toBe('Tickets opened and closed per day: at most 8 open on 3 Dec 2026 00:00, 5 at the end.');
});

test('text in drawings is text', () => {
  expect(escapeXml(`<a b="c">&'\u0000\ud800`)).toBe('&lt;a b=&quot;c&quot;&gt;&amp;&#39;\ufffd');
  expect(markSvg('stop', 8)).toMatch(/^<svg .*width="8" height="8".*<\/svg>$/);
});
