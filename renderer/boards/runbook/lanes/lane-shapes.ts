/** The drawing of the lanes: a block for each task at its forecast, with its state as a form and its name where it fits. */
import { cutTo, diamond, type Shape } from '../../../../shared/domain/runbook/drawing/shapes.ts';
import { isClosed } from '../../../../shared/domain/runbook/task-state.ts';
import { type ClockFacts, groundShapes, type Pane, paneX } from '../views/clock-shapes.ts';
import { type Block, LANE_ROW, type Lane } from './lane-rows.ts';

const HIGH = LANE_ROW - 4;

/** Lanes that touch the stretch from `top` to `bottom`; `y` is where the first lane lies. */
export function laneShapes(
  lanes: readonly Lane[],
  facts: ClockFacts,
  pane: Pane,
  y: number,
  top: number,
  bottom: number,
  selectedId: string | null,
): readonly Shape[] {
  const seen = lanes.filter((lane) => lane.y < bottom && lane.y + lane.height > top);
  const shapes: Shape[] = [];
  for (const lane of seen) {
    shapes.push(...groundShapes(pane, facts, y + lane.y, y + lane.y + lane.height));
    const edge = y + lane.y + lane.height - 0.5;
    shapes.push({ kind: 'path', points: [pane.x, edge, pane.x + pane.width, edge], line: 'rule' });
    for (const block of lane.blocks) {
      if (block.y > bottom || block.y + LANE_ROW < top) continue;
      const [from, to] = [paneX(pane, block.line.times.start), paneX(pane, block.line.times.end)];
      if (to < pane.x - 4 || from > pane.x + pane.width) continue;
      shapes.push(...blockShapes(block, pane, y, facts.now, block.line.task.id === selectedId));
    }
  }
  return shapes;
}

function blockShapes({ line, y: blockY }: Block, pane: Pane, y: number, now: number, isSelected: boolean): readonly Shape[] {
  const { task, state, times } = line;
  const from = Math.max(paneX(pane, times.start), pane.x - 10);
  const to = Math.min(paneX(pane, times.end), pane.x + pane.width + 10);
  const top = y + blockY + 2;
  if (task.kind === 'milestone' || times.end - times.start < 60_000) {
    return [
      diamond(from, top + HIGH / 2, 7, isSelected ? 'accent' : isClosed(task) ? 'ink-3' : 'base', times.isCritical ? 'ink' : 'ink-3'),
    ];
  }
  const box = { kind: 'rect' as const, x: from, y: top, w: Math.max(3, to - from), h: HIGH };
  const shapes: Shape[] = [{ ...box, fill: isSelected ? 'pick' : isClosed(task) ? 'lift' : 'base' }];
  if (state === 'blocked' || state === 'failed') shapes.push({ ...box, w: Math.min(box.w, 14), hatch: 'stop' });
  if (state === 'in progress') {
    const until = Math.min(to, Math.max(from + 4, paneX(pane, now)));
    shapes.push({ ...box, y: top + HIGH - 4, h: 4, w: until - from, fill: 'work' });
  }
  const edge = state === 'blocked' || state === 'failed' ? 'stop' : times.isCritical ? 'ink' : 'ink-3';
  shapes.push({
    ...box,
    line: isSelected ? 'accent' : edge,
    width: isSelected || times.isCritical ? 2 : 1,
    dash: state === 'skipped' || state === 'rolled back',
  });
  const indent = state === 'blocked' || state === 'failed' ? 16 : 5;
  const room = box.w - 10;
  if (cutTo(task.ref, room - indent + 5) === task.ref) {
    const said = room > 120 ? `${task.ref} ${task.title}` : task.ref;
    shapes.push({
      kind: 'text',
      x: from + indent,
      y: top + HIGH / 2,
      text: said,
      tone: isClosed(task) ? 'ink-3' : 'ink',
      most: room - indent + 5,
    });
  }
  return shapes;
}
