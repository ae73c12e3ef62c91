/** Links of the Gantt as bent lines with an arrow: those that touch a row in sight, the selected task's in front. */
import type { Shape, Tone } from '../../../../shared/domain/runbook/drawing/shapes.ts';
import type { TaskLine } from '../../../../shared/domain/runbook/lines.ts';
import type { Link } from '../../../../shared/domain/runbook/schema.ts';
import { type Pane, paneX } from '../views/clock-shapes.ts';
import { ROW } from './gantt-lines.ts';
import type { GanttDrawing } from './gantt-shapes.ts';

/** More would be a grey field, and cost frames. */
export const MOST_LINKS = 500;
const FAR = 2_000;
/** Rows beyond those in sight to which links are still drawn. */
const BEYOND = 3;

export function linkShapes(drawing: GanttDrawing, pane: Pane, y: number, first: number, last: number): readonly Shape[] {
  const { lines, linksAt, selectedId } = drawing;
  const found = new Map<string, Link>();
  if (selectedId !== null) for (const link of linksAt(selectedId)) found.set(link.id, link);
  for (let at = first; at < last && found.size < MOST_LINKS; at += 1) {
    const line = lines[at];
    if (line?.kind === 'row') for (const link of linksAt(line.line.task.id)) found.set(link.id, link);
  }
  const plain: Shape[] = [];
  const strong: Shape[] = [];
  for (const link of found.values()) {
    const isSelected = link.fromId === selectedId || link.toId === selectedId;
    const [from, to] = [drawing.rowOf.get(link.fromId) ?? -1, drawing.rowOf.get(link.toId) ?? -1];
    const isInSight = Math.min(from, to) >= first - BEYOND && Math.max(from, to) < last + BEYOND;
    if (!isSelected && !isInSight) continue; // lines that only pass through say nothing
    const shapes = linkShape(drawing, pane, y, link, isSelected);
    (isSelected ? strong : plain).push(...shapes);
  }
  return [...plain, ...strong];
}

function linkShape({ lines, rowOf }: GanttDrawing, pane: Pane, y: number, link: Link, isSelected: boolean): readonly Shape[] {
  const [fromRow, toRow] = [rowOf.get(link.fromId), rowOf.get(link.toId)];
  if (fromRow === undefined || toRow === undefined) return [];
  const [from, to] = [lineAt(lines, fromRow), lineAt(lines, toRow)];
  if (!from || !to) return [];
  const leavesStart = link.kind === 'SS' || link.kind === 'SF';
  const reachesEnd = link.kind === 'FF' || link.kind === 'SF';
  const x1 = near(paneX(pane, leavesStart ? from.times.start : from.times.end), pane);
  const x2 = near(paneX(pane, reachesEnd ? to.times.end : to.times.start), pane);
  if (Math.max(x1, x2) < pane.x || Math.min(x1, x2) > pane.x + pane.width) return [];
  const y1 = y + Math.max(-FAR, fromRow * ROW) + 12;
  const y2 = y + toRow * ROW + 12;
  const isCritical = from.times.isCritical && to.times.isCritical;
  const tone: Tone = isSelected ? 'accent' : isCritical ? 'ink' : 'edge';
  const out = leavesStart ? -5 : 5;
  const inwards = reachesEnd ? 6 : -6;
  const middle = y2 > y1 ? y2 - ROW / 2 + 2 : y2 + ROW / 2 - 2;
  const points =
    !leavesStart && !reachesEnd && x2 - x1 >= 8
      ? [x1, y1, x2 - 6, y1, x2 - 6, y2, x2, y2]
      : [x1, y1, x1 + out, y1, x1 + out, middle, x2 + inwards, middle, x2 + inwards, y2, x2, y2];
  const tip = reachesEnd ? 4 : -4;
  return [
    { kind: 'path', points, line: tone, width: isSelected || isCritical ? 2 : 1 },
    { kind: 'path', points: [x2, y2, x2 + tip, y2 - 3, x2 + tip, y2 + 3], fill: tone, line: tone },
  ];
}

function lineAt(lines: GanttDrawing['lines'], row: number): TaskLine | null {
  const line = lines[row];
  return line?.kind === 'row' ? line.line : null;
}

function near(x: number, pane: Pane): number {
  return Math.min(Math.max(x, pane.x - 100), pane.x + pane.width + 100);
}
