/** Plan against actual, one line for each stream: when work was planned and when it was done. */
import type { ClosureReport } from '../../../shared/domain/closure/report.ts';
import { cutText } from '../../../shared/domain/timeline/told.ts';
import { slipText, type ZonedWords } from '../../../shared/domain/timeline/zoned-words.ts';
import type { Chart } from '../document.ts';
import { palette } from '../palette.ts';
import { drawing, escapeXml, tag } from '../svg.ts';
import { placed, round, timeTicks } from './axis.ts';

type Group = ClosureReport['plan']['streams'][number];
const WIDTH = 720;
const LEFT = 138;
const RIGHT = 640;
const TOP = 50;
const ROW = 30;
const ROWS_SHOWN = 24;

interface Field {
  readonly from: number;
  readonly to: number;
  readonly bottom: number;
}

/** Null when nothing was planned or worked with a time. */
export function streamChart(report: ClosureReport, clock: ZonedWords): Chart | null {
  const streams = report.plan.streams
    .filter(({ plannedSpans, actualSpans }) => plannedSpans.length + actualSpans.length > 0)
    .slice(0, ROWS_SHOWN);
  const range = rangeOf(streams, report.head);
  if (range === null) return null;
  const field = { ...range, bottom: TOP + streams.length * ROW };
  const height = field.bottom + 34;
  const words = `Plan against actual of ${streams.length === 1 ? 'one stream' : `${streams.length} streams`}, ${clock.full(field.from)} to ${clock.full(field.to)} ${clock.zoneName(field.to)}.`;
  const body = [
    ...axis(field, clock),
    ...moments(report.head, field, clock),
    ...streams.flatMap((stream, at) => line(stream, TOP + at * ROW, field)),
    ...key(),
  ];
  return { title: 'Plan against actual by stream', words, svg: drawing(WIDTH, height, words, ...body), width: WIDTH, height };
}

/**
 * All spans and the change window where they fit together; else the window with a quarter more on either side, because weeks
 * of preparation would press the night into a line.
 */
function rangeOf(streams: readonly Group[], head: ClosureReport['head']): { from: number; to: number } | null {
  const spans = streams.flatMap(({ plannedSpans, actualSpans }) => [...plannedSpans, ...actualSpans]);
  if (spans.length === 0) return null;
  const { windowStart, windowEnd } = head;
  const from = spans.reduce((least, [start]) => Math.min(least, start), windowStart);
  const to = spans.reduce((most, [, end]) => Math.max(most, end), windowEnd);
  const length = windowEnd - windowStart;
  const isInside = spans.some(([start, end]) => end > windowStart && start < windowEnd);
  if (to - from <= 4 * length || !isInside) return { from, to: Math.max(to, from + 60_000) };
  return { from: Math.max(from, windowStart - length / 4), to: Math.min(to, windowEnd + length / 4) };
}

function axis(field: Field, clock: ZonedWords): string[] {
  return timeTicks(field.from, field.to, 9, clock).flatMap(({ at, label, day }) => {
    const x = xOf(at, field);
    return [
      tag('path', { d: `M${x} ${TOP - 6}V${field.bottom}`, stroke: palette.hair, 'stroke-width': 1 }),
      tag('text', { x, y: field.bottom + 15, 'text-anchor': 'middle', fill: palette.ink3 }, escapeXml(label)),
      ...(day ? [tag('text', { x, y: field.bottom + 30, 'text-anchor': 'middle', fill: palette.ink3 }, escapeXml(day))] : []),
    ];
  });
}

/** T-0, declared live and the end of the window; a name that would run into the one before it goes one line up. */
function moments(head: ClosureReport['head'], field: Field, clock: ZonedWords): string[] {
  const known: readonly (readonly [string, number | null, string])[] = [
    ['T-0', head.tZeroAt, palette.ink3],
    ['live', head.liveAt, palette.accent],
    ['window ends', head.windowEnd, palette.ink],
  ];
  const free = [LEFT, LEFT, LEFT]; // from where each line is free, the lowest line first
  return known
    .flatMap(([name, at, colour]) => (at === null || at < field.from || at > field.to ? [] : [{ name, at, colour }]))
    .sort((a, b) => a.at - b.at)
    .flatMap(({ name, at, colour }) => {
      const x = xOf(at, field);
      const label = `${name} ${clock.time(at)}`;
      const half = label.length * 3.3;
      const middle = Math.min(Math.max(x, LEFT + half), WIDTH - half);
      const line = Math.max(
        0,
        free.findIndex((from) => from <= middle - half),
      );
      free[line] = middle + half + 6;
      return [
        tag('path', { d: `M${x} ${TOP - 8 - line * 14}V${field.bottom}`, stroke: colour, 'stroke-width': 1.5 }),
        tag('text', { x: round(middle), y: TOP - 12 - line * 14, 'text-anchor': 'middle', fill: colour }, escapeXml(label)),
      ];
    });
}

/** Actual solid, the plan a thin bar below it. */
function line(stream: Group, y: number, field: Field): string[] {
  const isLate = (stream.slipMs ?? 0) >= 60_000;
  const slip = stream.slipMs === null ? (stream.open > 0 ? `${stream.open} open` : '') : slipText(stream.slipMs);
  return [
    tag('path', { d: `M0 ${y + ROW - 1}H${WIDTH}`, stroke: palette.hair, 'stroke-width': 1 }),
    tag('text', { x: 0, y: y + 18, fill: palette.ink }, escapeXml(cutText(stream.name, 21))),
    ...stream.actualSpans.flatMap((span) => bar(span, y + 6, 9, palette.ink, field)),
    ...stream.plannedSpans.flatMap((span) => bar(span, y + 18, 4, palette.baseline, field)),
    tag('text', { x: WIDTH, y: y + 18, 'text-anchor': 'end', fill: isLate ? palette.warn : palette.ink3 }, escapeXml(slip)),
  ];
}

function bar([start, end]: readonly [number, number], y: number, height: number, fill: string, field: Field): string[] {
  if (end < field.from || start > field.to) return [];
  const x = xOf(start, field);
  return [tag('rect', { x, y, width: round(Math.max(1.5, xOf(end, field) - x)), height, fill })];
}

function key(): string[] {
  const y = TOP - 12;
  return [
    tag('rect', { x: 0, y: y - 9, width: 14, height: 9, fill: palette.ink }),
    tag('text', { x: 19, y, fill: palette.ink2 }, 'actual'),
    tag('rect', { x: 62, y: y - 6, width: 14, height: 4, fill: palette.baseline }),
    tag('text', { x: 81, y, fill: palette.ink2 }, 'planned'),
  ];
}

function xOf(at: number, field: Field): number {
  return round(placed(at, field.from, field.to, LEFT, RIGHT));
}
