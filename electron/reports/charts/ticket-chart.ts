/** Tickets opened and closed step by step, with how many were open. */
import { largest } from '../../../shared/base/extremes.ts';
import type { ClosureReport } from '../../../shared/domain/closure/report.ts';
import type { ZonedWords } from '../../../shared/domain/timeline/zoned-words.ts';
import type { Chart } from '../document.ts';
import { palette } from '../palette.ts';
import { drawing, escapeXml, tag } from '../svg.ts';
import { countTicks, round, timeTicks } from './axis.ts';

type Point = ClosureReport['tickets']['series']['points'][number];
const WIDTH = 720;
const LEFT = 40;
const RIGHT = 650;
const TOP = 34;
const BOTTOM = 204;
const HEIGHT = 240;

/** Null without tickets. */
export function ticketChart(report: ClosureReport, clock: ZonedWords): Chart | null {
  const { points, step } = report.tickets.series;
  const last = points.at(-1);
  if (!last) return null;
  const ticks = countTicks(largest(points.flatMap(({ opened, closed, open }) => [opened, closed, open])));
  const top = ticks.at(-1) ?? 1;
  const yOf = (count: number) => round(BOTTOM - (count / top) * (BOTTOM - TOP));
  const peak = points.reduce((most, point) => (point.open > most.open ? point : most));
  const words = `Tickets opened and closed per ${step}: at most ${peak.open} open on ${clock.full(peak.from)}, ${last.open} at the end.`;
  const body = [
    ...grid(ticks, yOf),
    ...points.flatMap((point, at) => bars(point, at, points.length, yOf)),
    ...openLine(points, yOf),
    ...names(points, clock),
    ...key(step),
  ];
  return { title: `Tickets per ${step}`, words, svg: drawing(WIDTH, HEIGHT, words, ...body), width: WIDTH, height: HEIGHT };
}

function grid(ticks: readonly number[], yOf: (count: number) => number): string[] {
  return ticks.flatMap((count) => [
    tag('path', { d: `M${LEFT} ${yOf(count)}H${RIGHT}`, stroke: count === 0 ? palette.rule : palette.hair, 'stroke-width': 1 }),
    tag('text', { x: LEFT - 8, y: yOf(count) + 4, 'text-anchor': 'end', fill: palette.ink3 }, escapeXml(count.toLocaleString('en-US'))),
  ]);
}

function bars({ opened, closed }: Point, at: number, count: number, yOf: (count: number) => number): string[] {
  const step = (RIGHT - LEFT) / count;
  const width = Math.min(14, Math.max(1, step * 0.36));
  const middle = LEFT + step * (at + 0.5);
  const bar = (value: number, x: number, fill: string) =>
    value === 0 ? [] : [tag('rect', { x: round(x), y: yOf(value), width: round(width), height: round(BOTTOM - yOf(value)), fill })];
  return [...bar(opened, middle - width - 0.5, palette.ink2), ...bar(closed, middle + 0.5, palette.rule)];
}

/** How many were open at the end of each step, named at its end. */
function openLine(points: readonly Point[], yOf: (count: number) => number): string[] {
  const step = (RIGHT - LEFT) / points.length;
  const path = points.map(({ open }, at) => `${at === 0 ? `M${LEFT} ${yOf(open)}` : `V${yOf(open)}`}H${round(LEFT + step * (at + 1))}`);
  const last = points.at(-1)?.open ?? 0;
  return [
    tag('path', { d: path.join(''), fill: 'none', stroke: palette.accent, 'stroke-width': 1.75 }),
    tag('text', { x: RIGHT + 6, y: yOf(last) + 4, fill: palette.accent }, escapeXml(`${last.toLocaleString('en-US')} open`)),
  ];
}

function names(points: readonly Point[], clock: ZonedWords): string[] {
  const [first, second] = points;
  if (!first) return [];
  const length = second ? second.from - first.from : 3_600_000;
  const end = (points.at(-1)?.from ?? first.from) + length;
  return timeTicks(first.from, end, 8, clock).flatMap(({ at, label, day }) => {
    const x = round(LEFT + ((at - first.from) / (end - first.from)) * (RIGHT - LEFT));
    return [
      tag('path', { d: `M${x} ${BOTTOM}V${BOTTOM + 4}`, stroke: palette.rule, 'stroke-width': 1 }),
      tag('text', { x, y: BOTTOM + 17, 'text-anchor': 'middle', fill: palette.ink3 }, escapeXml(label)),
      ...(day ? [tag('text', { x, y: BOTTOM + 32, 'text-anchor': 'middle', fill: palette.ink3 }, escapeXml(day))] : []),
    ];
  });
}

function key(step: string): string[] {
  return [
    tag('rect', { x: LEFT, y: 5, width: 9, height: 9, fill: palette.ink2 }),
    tag('text', { x: LEFT + 14, y: 14, fill: palette.ink2 }, escapeXml(`opened per ${step}`)),
    tag('rect', { x: LEFT + 132, y: 5, width: 9, height: 9, fill: palette.rule }),
    tag('text', { x: LEFT + 146, y: 14, fill: palette.ink2 }, 'closed'),
    tag('path', { d: `M${LEFT + 200} 9.5h14`, stroke: palette.accent, 'stroke-width': 1.75 }),
    tag('text', { x: LEFT + 219, y: 14, fill: palette.ink2 }, 'still open at its end'),
  ];
}
