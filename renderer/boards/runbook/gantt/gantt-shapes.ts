/** The drawing of the Gantt: bars of the rows in sight and the links that touch them. Pure, so that screen and paper show the same. */
import { formatSlip } from '../../../../shared/base/time-words.ts';
import type { Shape } from '../../../../shared/domain/runbook/drawing/shapes.ts';
import { missedTimeInShort } from '../../../../shared/domain/runbook/missed-time.ts';
import type { Link } from '../../../../shared/domain/runbook/schema.ts';
import { type ClockFacts, groundShapes, type Pane, paneX } from '../views/clock-shapes.ts';
import { barShapes, groupShapes } from './bar-shapes.ts';
import { type GanttRows, ROW } from './gantt-lines.ts';
import { linkShapes } from './link-shapes.ts';

/** Task id to its start and end in the chosen baseline. */
export type BaselineSpans = ReadonlyMap<string, readonly [number, number]>;

export interface GanttDrawing extends GanttRows {
  readonly facts: ClockFacts;
  /** Null compares with the plan. */
  readonly baseline: BaselineSpans | null;
  readonly linksAt: (taskId: string) => readonly Link[];
  readonly selectedId: string | null;
}

/** Rows from `first` up to `last` (not included); `y` is where row 0 lies in the drawing. */
export function ganttShapes(drawing: GanttDrawing, pane: Pane, y: number, first: number, last: number): readonly Shape[] {
  const { lines, facts, selectedId } = drawing;
  const from = Math.max(0, first);
  const to = Math.min(lines.length, last);
  const shapes: Shape[] = [];
  for (let at = from; at < to; at += 1) {
    const line = lines[at];
    const top = y + at * ROW;
    if (line?.kind === 'group') shapes.push({ kind: 'rect', x: pane.x, y: top, w: pane.width, h: ROW, fill: 'side' });
    if (line?.kind === 'row' && line.line.task.id === selectedId) {
      shapes.push({ kind: 'rect', x: pane.x, y: top, w: pane.width, h: ROW, fill: 'pick' });
    }
    shapes.push({ kind: 'path', points: [pane.x, top + ROW - 0.5, pane.x + pane.width, top + ROW - 0.5], line: 'hair' });
  }
  shapes.push(...groundShapes(pane, facts, y + from * ROW, y + to * ROW));
  shapes.push(...linkShapes(drawing, pane, y, from, to));
  for (let at = from; at < to; at += 1) {
    const line = lines[at];
    const top = y + at * ROW;
    if (line?.kind === 'group') shapes.push(...groupShapes(pane, line.group, top));
    if (line?.kind !== 'row') continue;
    const { task, times, isLate } = line.line;
    shapes.push(...barShapes(pane, line.line, facts.now, drawing.baseline?.get(task.id) ?? plannedSpan(times, drawing.baseline), top));
    const end = paneX(pane, times.end);
    const missed = missedTimeInShort(line.line, facts.zone);
    if ((isLate || missed !== '') && end > pane.x - 60 && end < pane.x + pane.width) {
      const text = missed || formatSlip(times.slip);
      const ground = task.id === selectedId ? 'pick' : 'base'; // links pass behind the word
      shapes.push({ kind: 'rect', x: end + 7, y: top + 5, w: text.length * 7.3 + 4, h: 14, fill: ground });
      shapes.push({ kind: 'text', x: end + 9, y: top + 12, text, tone: 'warn', isFact: true });
    }
  }
  return shapes;
}

/** A task that a baseline does not know has no bar below it. */
function plannedSpan(
  { plannedStart, plannedEnd }: { readonly plannedStart: number | null; readonly plannedEnd: number | null },
  baseline: BaselineSpans | null,
): readonly [number, number] | null {
  return baseline === null && plannedStart !== null && plannedEnd !== null ? [plannedStart, plannedEnd] : null;
}
