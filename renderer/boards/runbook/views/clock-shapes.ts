/** What every drawing over the clock has in common: its head with times in one or two zones, its grid, now, window, T-0, gates and holds. */
import { formatDay, formatOffset, formatTime, zoneName } from '../../../../shared/base/time-words.ts';
import { isMidnight, type Scale, type Span, stepFor, ticksOf, xOf } from '../../../../shared/domain/runbook/drawing/scale.ts';
import type { Shape, Tone } from '../../../../shared/domain/runbook/drawing/shapes.ts';
import { rememberingLast } from '../../../store/remembering.ts';

const DAY = 86_400_000;
const LINE = 16;

export interface ClockMark {
  readonly at: number;
  readonly word: string;
  readonly tone: Tone;
}

/** What stands on the clock whatever the rows are. */
export interface ClockFacts {
  readonly zone: string;
  /** Empty for none. */
  readonly secondZone: string;
  readonly tZeroAt: number;
  readonly now: number;
  readonly window: Span;
  /** Gates, each at its forecast. */
  readonly gates: readonly ClockMark[];
  /** Holds with their word. */
  readonly holds: readonly (Span & { readonly word: string })[];
}

/** Part of a drawing: px of the scale from `left` on are drawn at `x`, over `width`. */
export interface Pane {
  readonly scale: Scale;
  readonly left: number;
  readonly x: number;
  readonly width: number;
}

/** Px of the head: a line of days, one for each zone, one of T offsets, one of gates. */
export function headHeight({ secondZone }: Pick<ClockFacts, 'secondZone'>): number {
  return (secondZone ? 4 : 3) * LINE + 12;
}

export function paneX({ scale, left, x }: Pane, at: number): number {
  return x + xOf(scale, at) - left;
}

export function paneSpan({ scale, left, width }: Pane): Span {
  return { from: scale.from + left / scale.perMs, to: scale.from + (left + width) / scale.perMs };
}

/** The grid, the window and the holds behind rows from `top` to `bottom`. */
export function groundShapes(pane: Pane, facts: ClockFacts, top: number, bottom: number): readonly Shape[] {
  const shapes: Shape[] = [];
  for (const { at, startsDay } of ticksIn(pane, facts.zone))
    shapes.push(upright(paneX(pane, at), top, bottom, startsDay ? 'rule' : 'hair'));
  const [open, close] = [clampX(pane, facts.window.from), clampX(pane, facts.window.to)];
  if (open > pane.x) shapes.push({ kind: 'rect', x: pane.x, y: top, w: open - pane.x, h: bottom - top, hatch: 'hair' });
  const end = pane.x + pane.width;
  if (close < end) shapes.push({ kind: 'rect', x: close, y: top, w: end - close, h: bottom - top, hatch: 'hair' });
  for (const hold of facts.holds) {
    const [from, to] = [clampX(pane, hold.from), clampX(pane, hold.to)];
    if (to > from) shapes.push({ kind: 'rect', x: from, y: top, w: to - from, h: bottom - top, hatch: 'rule' });
  }
  return shapes;
}

/** The lines of T-0, gates and now in front of the rows. */
export function lineShapes(pane: Pane, facts: ClockFacts, top: number, bottom: number): readonly Shape[] {
  const at = (instant: number) => paneX(pane, instant);
  const inside = (instant: number) => at(instant) >= pane.x - 1 && at(instant) <= pane.x + pane.width;
  return [
    ...[facts.tZeroAt].filter(inside).map((instant) => upright(at(instant), top, bottom, 'edge')),
    ...facts.gates
      .filter(({ at: instant }) => inside(instant))
      .map(({ at: instant, tone }) => upright(at(instant), top, bottom, tone, true)),
    ...[facts.now].filter(inside).map((instant) => upright(at(instant), top, bottom, 'accent')),
  ];
}

/** The head: days, clock in each zone, T offset, and the words of gates, holds and the window. */
export function headShapes(pane: Pane, facts: ClockFacts): readonly Shape[] {
  const { zone, secondZone, tZeroAt, now } = facts;
  const step = stepFor(pane.scale.perMs, 70);
  const height = headHeight(facts);
  const shapes: Shape[] = [
    { kind: 'rect', x: pane.x, y: 0, w: pane.width, h: height, fill: 'base' },
    { kind: 'path', points: [pane.x, height - 0.5, pane.x + pane.width, height - 0.5], line: 'rule' },
  ];
  const word = (at: number, line: number, text: string, tone: Tone, isBold = false) => {
    const x = Math.min(Math.max(paneX(pane, at), pane.x + 30), pane.x + pane.width - 32);
    if (at !== now && x !== paneX(pane, at)) return;
    shapes.push({ kind: 'text', x, y: 8 + line * LINE, text, tone, anchor: 'middle', isFact: true, isBold });
  };
  const nowX = paneX(pane, now);
  const near = (at: number, room: number) => Math.abs(paneX(pane, at) - nowX) < room && nowX >= pane.x && nowX <= pane.x + pane.width;
  for (const { at: tick, startsDay } of ticksIn(pane, zone)) {
    const own = formatDay(tick, zone);
    if (!near(tick, 60)) {
      if (step < DAY) {
        word(tick, 0, startsDay ? own.slice(0, 6) : formatTime(tick, zone), 'ink-3');
        if (secondZone) word(tick, 1, formatTime(tick, secondZone), 'ink-3');
      } else word(tick, 0, own.slice(4), 'ink-3');
      word(tick, secondZone ? 2 : 1, formatOffset(tick - tZeroAt), 'ink-3');
    }
  }
  if (nowX >= pane.x && nowX <= pane.x + pane.width) {
    word(now, 0, `now ${formatTime(now, zone)}`, 'accent', true);
    if (secondZone) word(now, 1, formatTime(now, secondZone), 'accent');
    word(now, secondZone ? 2 : 1, formatOffset(now - tZeroAt), 'accent');
  }
  return [...shapes, ...markShapes(pane, facts, (secondZone ? 3 : 2) * LINE + 10)];
}

/** What the lines of the head are, for the corner beside them. */
export function headWords({ zone, secondZone, now, window }: ClockFacts): readonly string[] {
  const at = now < window.from - DAY || now > window.to + DAY ? window.from : now;
  return [`${formatDay(at, zone)}, ${zoneName(at, zone)}`, ...(secondZone ? [zoneName(at, secondZone)] : []), 'from T-0', 'gates, window'];
}

/** The ticks in sight: what scrolls up and down asks for the same ones again and again, and zones are slow to ask. */
function ticksIn(pane: Pane, zone: string) {
  const { from, to } = paneSpan(pane);
  return ticksFor(from, to, stepFor(pane.scale.perMs, 70), zone);
}

const ticksFor = rememberingLast((from: number, to: number, step: number, zone: string) =>
  ticksOf({ from, to }, step, zone).map((at) => ({ at, startsDay: isMidnight(at, zone) })),
);

function markShapes(pane: Pane, facts: ClockFacts, y: number): readonly Shape[] {
  const marks: ClockMark[] = [
    { at: facts.window.from, word: 'window opens', tone: 'ink-3' },
    { at: facts.window.to, word: 'window ends', tone: facts.now > facts.window.to ? 'stop' : 'ink-2' },
    { at: facts.tZeroAt, word: 'T-0', tone: 'ink-2' },
    ...facts.gates,
    ...facts.holds.map(({ from, word }) => ({ at: from, word, tone: 'ink-2' as const })),
  ];
  let free = Number.NEGATIVE_INFINITY;
  return marks
    .map((mark) => ({ ...mark, x: paneX(pane, mark.at) }))
    .filter(({ x }) => x >= pane.x - 1 && x <= pane.x + pane.width)
    .sort((a, b) => a.x - b.x)
    .flatMap(({ x, word, tone }, at, all): readonly Shape[] => {
      const wide = word.length * 7.3 + 14;
      const isRoom = x + 5 <= pane.x + pane.width - wide;
      const start = isRoom ? x + 5 : x - wide - 2; // at the right edge the word stands before its mark
      const shapes: Shape[] = [{ kind: 'path', points: [x, y - 4, x + 4, y, x, y + 4, x - 4, y, x, y - 4], fill: tone, line: tone }];
      const next = all[at + 1];
      if (start < free || (next && next.x < start + wide - 8)) return shapes; // it would lie on its neighbour
      free = start + wide;
      return [...shapes, { kind: 'text', x: start + 3, y, text: word, tone, isFact: true }];
    });
}

function clampX(pane: Pane, at: number): number {
  return Math.min(Math.max(paneX(pane, at), pane.x), pane.x + pane.width);
}

function upright(x: number, top: number, bottom: number, tone: Tone, dash = false): Shape {
  const crisp = Math.round(x) + 0.5;
  return { kind: 'path', points: [crisp, top, crisp, bottom], line: tone, width: tone === 'accent' ? 2 : 1, dash };
}
