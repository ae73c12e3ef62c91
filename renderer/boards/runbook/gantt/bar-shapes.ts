/** One row of the Gantt: what was worked is solid, what is forecast outlined, the plan a thin bar below; each state has a form of its own. */
import { diamond, type Shape } from '../../../../shared/domain/runbook/drawing/shapes.ts';
import type { TaskLine } from '../../../../shared/domain/runbook/lines.ts';
import { isClosed } from '../../../../shared/domain/runbook/task-state.ts';
import type { TaskGroup } from '../task-groups.ts';
import { type Pane, paneX } from '../views/clock-shapes.ts';

const TOP = 6;
const HIGH = 11;
const BELOW = 20;

export function barShapes(
  pane: Pane,
  { task, state, times }: TaskLine,
  now: number,
  planned: readonly [number, number] | null,
  top: number,
): readonly Shape[] {
  const shapes: Shape[] = [];
  const box = (from: number, to: number) => {
    const [x, end] = [clamp(pane, paneX(pane, from)), clamp(pane, paneX(pane, to))];
    return { kind: 'rect' as const, x, y: top + TOP, w: Math.max(2, end - x), h: HIGH };
  };
  if (planned) shapes.push({ ...box(...planned), y: top + BELOW, h: 3, fill: 'baseline' });
  const isShort = task.kind === 'milestone' || times.end - times.start < 60_000;
  const critical = times.isCritical ? 2 : 1;
  const outline = times.isCritical ? ('ink' as const) : ('ink-3' as const);
  if (task.kind === 'group') return [...shapes, ...bracket(pane, times.start, times.end, top)];
  if (isShort) {
    const x = paneX(pane, times.end);
    return [
      ...shapes,
      diamond(x, top + 12, 6, isClosed(task) ? 'ink-3' : times.isCritical ? 'ink' : undefined, state === 'failed' ? 'stop' : outline),
    ];
  }
  if (state === 'failed') {
    const bar = box(times.start, task.actualEnd ?? times.end);
    return [...shapes, { ...bar, line: 'stop', width: 2 }, cross(bar.x, bar.x + bar.w, bar.y)];
  }
  if (state === 'skipped' || state === 'rolled back') return [...shapes, { ...box(times.start, times.end), line: 'ink-3', dash: true }];
  if (isClosed(task)) {
    const bar = box(times.start, times.end);
    shapes.push({ ...bar, fill: 'ink-3' });
    if (state === 'finished by workaround') shapes.push({ ...bar, y: bar.y + 4, h: 3, fill: 'base' });
    return shapes;
  }
  if (task.actualStart !== null) {
    const worked = Math.max(task.actualStart, Math.min(task.blockedAt ?? now, times.end));
    shapes.push({
      ...box(worked, times.end),
      ...(state === 'blocked' ? { hatch: 'stop', line: 'stop' } : { line: outline }),
      width: critical,
    });
    shapes.push({ ...box(task.actualStart, worked), fill: 'work' });
    return shapes;
  }
  if (state === 'blocked') return [...shapes, { ...box(times.start, times.end), hatch: 'stop', line: 'stop', width: critical }];
  return [...shapes, { ...box(times.start, times.end), fill: 'base', line: outline, width: critical }];
}

export function groupShapes(pane: Pane, { from, to }: TaskGroup, top: number): readonly Shape[] {
  return bracket(pane, from, to, top);
}

function bracket(pane: Pane, from: number, to: number, top: number): readonly Shape[] {
  const [x, end, y] = [clamp(pane, paneX(pane, from)), clamp(pane, paneX(pane, to)), top + 13.5];
  return [{ kind: 'path', points: [x, y - 5, x, y + 5, x, y, end, y, end, y - 5, end, y + 5], line: 'ink-3' }];
}

function cross(from: number, to: number, y: number): Shape {
  const middle = (from + to) / 2;
  const points = [middle - 4, y + 1, middle, y + 5, middle + 4, y + 1, middle, y + 5, middle + 4, y + 9, middle, y + 5, middle - 4, y + 9];
  return { kind: 'path', points, line: 'stop', width: 2 };
}

/** A bar may begin and end far outside what is in sight. */
function clamp(pane: Pane, x: number): number {
  return Math.min(Math.max(x, pane.x - 20), pane.x + pane.width + 20);
}
