/** The Gantt on paper: pages of rows, each under the same clock. Pure. */
import { formatTime } from '../../../../shared/base/time-words.ts';
import { type Scale, type Span, scaleOf } from '../../../../shared/domain/runbook/drawing/scale.ts';
import type { Drawing, Shape } from '../../../../shared/domain/runbook/drawing/shapes.ts';
import { headHeight, headShapes, headWords, lineShapes, type Pane } from '../views/clock-shapes.ts';
import { PAGE, type PageWords, pageShapes } from '../views/page-shapes.ts';
import { type GanttLine, ROW } from './gantt-lines.ts';
import { type GanttDrawing, ganttShapes } from './gantt-shapes.ts';

export const MOST_PAGES = 40;
/** Rows of the one tall picture. */
export const MOST_ROWS = 340;
const SIDE = 452;

/** Pages of A3, or one picture as tall as its rows. Rows beyond the bounds are left out, and every page says so. */
export function ganttPages(drawing: GanttDrawing, span: Span, words: Omit<PageWords, 'remark'>, isOnePicture: boolean): readonly Drawing[] {
  const head = headHeight(drawing.facts);
  const onPage = isOnePicture ? MOST_ROWS : Math.floor((PAGE.height - PAGE.top - head - PAGE.foot) / ROW);
  const most = isOnePicture ? MOST_ROWS : MOST_PAGES * onPage;
  const rows = Math.min(drawing.lines.length, most);
  const count = Math.max(1, Math.ceil(rows / onPage));
  const width = PAGE.width - 2 * PAGE.side - SIDE;
  const scale = scaleOf(span, width);
  const left = drawing.lines.length > most ? `the first ${rows} of ${drawing.lines.length} rows` : '';
  return Array.from({ length: count }, (_, page) => {
    const first = page * onPage;
    const last = Math.min(rows, first + onPage);
    const remark = [count > 1 ? `page ${page + 1} of ${count}` : '', left].filter(Boolean).join(', ');
    const height = isOnePicture ? PAGE.top + head + Math.max(1, last - first) * ROW + PAGE.foot : PAGE.height;
    const shapes = [...pageShapes({ ...words, remark }, PAGE.width), ...pageRows(drawing, scale, head, first, last)];
    return { width: PAGE.width, height, title: `${words.goLive}, ${words.what}`, shapes };
  });
}

function pageRows(drawing: GanttDrawing, scale: Scale, head: number, first: number, last: number): readonly Shape[] {
  const pane: Pane = { scale, left: 0, x: PAGE.side + SIDE, width: scale.width };
  const top = PAGE.top + head;
  const bottom = top + (last - first) * ROW;
  const shapes: Shape[] = headShapes({ ...pane }, drawing.facts).map((shape) => lowered(shape, PAGE.top));
  headWords(drawing.facts).forEach((text, at) => {
    shapes.push({ kind: 'text', x: PAGE.side + SIDE - 8, y: PAGE.top + 8 + at * 16, text, tone: 'ink-3', anchor: 'end' });
  });
  const inPage = { ...drawing, selectedId: null, linksAt: linksInside(drawing, first, last) };
  shapes.push(...ganttShapes(inPage, pane, top - first * ROW, first, last));
  shapes.push(...lineShapes(pane, drawing.facts, top, bottom));
  for (let at = first; at < last; at += 1)
    shapes.push(...rowWords(drawing.lines[at] as GanttLine, top + (at - first) * ROW, drawing.facts.zone));
  return shapes;
}

/** Links whose both ends are on the page: the others would run off it. */
function linksInside({ linksAt, rowOf }: GanttDrawing, first: number, last: number): GanttDrawing['linksAt'] {
  const isOn = (id: string) => {
    const row = rowOf.get(id) ?? -1;
    return row >= first && row < last;
  };
  return (taskId) => linksAt(taskId).filter(({ fromId, toId }) => isOn(fromId) && isOn(toId));
}

function rowWords(line: GanttLine, top: number, zone: string): readonly Shape[] {
  const y = top + ROW / 2;
  const rule: Shape = { kind: 'path', points: [PAGE.side, top + ROW, PAGE.side + SIDE, top + ROW], line: 'hair' };
  if (line.kind === 'group') {
    const { name, closed, lines } = line.group;
    return [
      { kind: 'rect', x: PAGE.side, y: top, w: SIDE, h: ROW, fill: 'side' },
      { kind: 'text', x: PAGE.side + 6, y, text: name, tone: 'ink', size: 13, isBold: true, most: SIDE - 130 },
      { kind: 'text', x: PAGE.side + SIDE - 8, y, text: `${closed} of ${lines.length} closed`, tone: 'ink-3', anchor: 'end' },
    ];
  }
  const { task, state, times, isLate } = line.line;
  const isStopped = state === 'blocked' || state === 'failed';
  return [
    rule,
    { kind: 'text', x: PAGE.side + 6, y, text: task.ref, tone: 'ink', isFact: true, isBold: times.isCritical },
    { kind: 'text', x: PAGE.side + 62 + line.depth * 12, y, text: task.title, tone: 'ink', most: 236 - line.depth * 12 },
    { kind: 'text', x: PAGE.side + 306, y, text: state, tone: isStopped ? 'stop' : 'ink-2', size: 11, most: 92 },
    {
      kind: 'text',
      x: PAGE.side + SIDE - 8,
      y,
      text: formatTime(times.end, zone),
      tone: isLate ? 'warn' : 'ink-2',
      anchor: 'end',
      isFact: true,
    },
  ];
}

function lowered(shape: Shape, by: number): Shape {
  if (shape.kind !== 'path') return { ...shape, y: shape.y + by };
  return { ...shape, points: shape.points.map((value, at) => (at % 2 === 1 ? value + by : value)) };
}
