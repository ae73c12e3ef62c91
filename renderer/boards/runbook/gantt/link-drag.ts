/** Dragging a link from bar to bar: which end is grabbed, which is dropped on, and how it is drawn meanwhile. Pure. */
import type { Shape } from '../../../../shared/domain/runbook/drawing/shapes.ts';
import type { TaskLine } from '../../../../shared/domain/runbook/lines.ts';
import type { Link } from '../../../../shared/domain/runbook/schema.ts';
import { type Pane, paneX } from '../views/clock-shapes.ts';
import { type GanttRows, ROW } from './gantt-lines.ts';

export type End = 'start' | 'end';

export interface BarEnd {
  readonly line: TaskLine;
  readonly end: End;
}

/** The hand in the drawing: px of the pane, and px from the first row. */
export interface Hand {
  readonly x: number;
  readonly y: number;
}

/** Middle of a bar, px below the top of its row. */
const MIDDLE = 12;
/** From the end of a bar to the middle of its handle, and how far around it a hand grabs it. */
const OUT = 9;
const REACH = 8;
/** How far beside a bar something dropped still falls on it. */
const NEAR = 24;
const DIAMOND = 6;

const kinds: Readonly<Record<`${End} ${End}`, Link['kind']>> = {
  'end start': 'FS',
  'start start': 'SS',
  'end end': 'FF',
  'start end': 'SF',
};

export function kindBetween(from: End, to: End): Link['kind'] {
  return kinds[`${from} ${to}`];
}

/** The task in whose row the hand is; null between them and on heads of groups. */
export function lineAt({ lines }: GanttRows, { y }: Hand): TaskLine | null {
  const line = y < 0 ? undefined : lines[Math.floor(y / ROW)];
  return line?.kind === 'row' ? line.line : null;
}

/** The handle under the hand. */
export function handleAt(rows: GanttRows, pane: Pane, hand: Hand): BarEnd | null {
  const line = lineAt(rows, hand);
  if (!line) return null;
  const [from, to] = barX(pane, line);
  if (Math.abs(hand.x - (to + OUT)) <= REACH) return { line, end: 'end' };
  return Math.abs(hand.x - (from - OUT)) <= REACH ? { line, end: 'start' } : null;
}

/** The end of a bar something dropped here falls on: the nearer one. Null beside bars, and on the one it came from. */
export function targetAt(rows: GanttRows, pane: Pane, from: BarEnd, hand: Hand): BarEnd | null {
  const line = lineAt(rows, hand);
  if (!line || line.task.id === from.line.task.id) return null;
  const [start, end] = barX(pane, line);
  if (hand.x < start - NEAR || hand.x > end + NEAR) return null;
  return { line, end: hand.x < (start + end) / 2 ? 'start' : 'end' };
}

/** The two handles of a bar; `held` is the one under the hand. */
export function handleShapes(rows: GanttRows, pane: Pane, y: number, line: TaskLine, held: End | null): readonly Shape[] {
  const row = rows.rowOf.get(line.task.id);
  if (row === undefined) return [];
  const [from, to] = barX(pane, line);
  const middle = y + row * ROW + MIDDLE;
  const knob = (x: number, isHeld: boolean): Shape => ({
    kind: 'rect',
    x: x - 4,
    y: middle - 4,
    w: 8,
    h: 8,
    fill: isHeld ? 'accent' : 'base',
    line: 'accent',
  });
  const shapes = [knob(from - OUT, held === 'start'), knob(to + OUT, held === 'end')];
  const word =
    held === 'end'
      ? `drag from the finish of ${line.task.ref} onto another task`
      : `drag from the start of ${line.task.ref} onto another task`;
  return held === null ? shapes : [...shapes, ...chip(pane, held === 'end' ? to + 2 * OUT : from, middle + ROW, word)];
}

/** The line that follows the hand, and what would be dropped on. */
export function dragShapes(rows: GanttRows, pane: Pane, y: number, from: BarEnd, hand: Hand, target: BarEnd | null): readonly Shape[] {
  const start = pointOf(rows, pane, y, from);
  if (!start) return [];
  const at = target ? (pointOf(rows, pane, y, target) ?? { x: hand.x, y: y + hand.y }) : { x: hand.x, y: y + hand.y };
  const points = [start.x, start.y, at.x, at.y];
  const shapes: Shape[] = [{ kind: 'path', points, line: 'accent', width: 2, dash: target === null }];
  if (target) {
    const [left, right] = barX(pane, target.line);
    shapes.push({ kind: 'rect', x: left - 4, y: at.y - 10, w: right - left + 8, h: 20, line: 'accent', width: 2 });
  }
  shapes.push({ kind: 'rect', x: at.x - 4, y: at.y - 4, w: 8, h: 8, fill: 'accent' });
  const word = target
    ? `${from.line.task.ref} → ${target.line.task.ref}, ${endWords[from.end]} to ${endWords[target.end]}`
    : `${endWords[from.end]} of ${from.line.task.ref}: drop on the start or end of another task`;
  return [...shapes, ...chip(pane, at.x + 14, at.y + 20, word)];
}

export const endWords: Readonly<Record<End, string>> = { start: 'start', end: 'finish' };

/** A word on a ground of its own, kept inside the pane. */
function chip(pane: Pane, x: number, y: number, text: string): readonly Shape[] {
  const wide = text.length * 5.9 + 14;
  const left = Math.max(pane.x + 4, Math.min(x, pane.x + pane.width - wide - 4));
  return [
    { kind: 'rect', x: left, y: y - 10, w: wide, h: 20, fill: 'lift', line: 'edge' },
    { kind: 'text', x: left + 7, y, text, tone: 'ink' },
  ];
}

function pointOf(rows: GanttRows, pane: Pane, y: number, { line, end }: BarEnd): { readonly x: number; readonly y: number } | null {
  const row = rows.rowOf.get(line.task.id);
  if (row === undefined) return null;
  const [from, to] = barX(pane, line);
  return { x: end === 'start' ? from : to, y: y + row * ROW + MIDDLE };
}

/** From where to where the bar of a task is drawn; a milestone is as wide as its diamond. */
function barX(pane: Pane, { task, times }: TaskLine): readonly [number, number] {
  if (task.kind !== 'group' && (task.kind === 'milestone' || times.end - times.start < 60_000)) {
    const x = paneX(pane, times.end);
    return [x - DIAMOND, x + DIAMOND];
  }
  const from = paneX(pane, times.start);
  return [from, Math.max(from + 2, paneX(pane, times.end))];
}
