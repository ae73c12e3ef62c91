import { describe, expect, test } from 'vitest';
import { ganttRows } from '../../../renderer/boards/runbook/gantt/gantt-lines.ts';
import { ganttPages, MOST_ROWS } from '../../../renderer/boards/runbook/gantt/gantt-pages.ts';
import { ganttShapes } from '../../../renderer/boards/runbook/gantt/gantt-shapes.ts';
import { lanesOf } from '../../../renderer/boards/runbook/lanes/lane-rows.ts';
import { groupsOf } from '../../../renderer/boards/runbook/task-groups.ts';
import { paneX } from '../../../renderer/boards/runbook/views/clock-shapes.ts';
import { scaleOf } from '../../../shared/domain/runbook/drawing/scale.ts';
import { cutTo, drawing as drawingSchema } from '../../../shared/domain/runbook/drawing/shapes.ts';
import { svgOf } from '../../../shared/domain/runbook/drawing/svg.ts';
import type { Link } from '../../../shared/domain/runbook/schema.ts';
import { goLiveId, HOUR, idOf, MINUTE, T_ZERO } from '../../support/builders.ts';
import { aLine } from './lines.ts';

const facts = {
  zone: 'UTC',
  secondZone: 'Asia/Tokyo',
  tZeroAt: T_ZERO,
  now: T_ZERO + 30 * MINUTE,
  window: { from: T_ZERO, to: T_ZERO + 6 * HOUR },
  gates: [],
  holds: [],
};
const span = { from: T_ZERO, to: T_ZERO + 10 * HOUR };
const words = { zone: 'UTC', phaseTitle: (key: string) => key, phaseOrder: [] };

function drawingOf(lines: readonly ReturnType<typeof aLine>[], links: readonly Link[] = []) {
  const rows = ganttRows(groupsOf(lines, 'time', words), 'time', lines, lines);
  const linksAt = (id: string) => links.filter(({ fromId, toId }) => fromId === id || toId === id);
  return { ...rows, facts, baseline: null, linksAt, selectedId: null };
}

describe('the Gantt', () => {
  test('draws a running task solid until now and outlined from there, above a thin bar of the plan', () => {
    const line = aLine(1, 0, 60, { task: { actualStart: T_ZERO, status: 'in progress' }, state: 'in progress' });
    const pane = { scale: scaleOf(span, 1_000), left: 0, x: 0, width: 1_000 };
    const rects = ganttShapes(drawingOf([line]), pane, 0, 0, 1).filter((shape) => shape.kind === 'rect');
    expect(rects.find(({ fill }) => fill === 'work')).toMatchObject({ x: 0, w: paneX(pane, facts.now) });
    expect(rects.find(({ line: edge }) => edge === 'ink-3')).toMatchObject({ x: 50, w: 50 });
    expect(rects.find(({ fill }) => fill === 'baseline')).toMatchObject({ h: 3, w: 100 });
  });

  test('draws nothing for rows out of sight, and as much for 15,000 tasks as for 50', () => {
    const many = Array.from({ length: 15_000 }, (_, at) => aLine(at + 1, at % 500, (at % 500) + 10));
    const pane = { scale: scaleOf(span, 1_000), left: 0, x: 0, width: 1_000 };
    const few = ganttShapes(drawingOf(many.slice(0, 50)), pane, 0, 0, 40);
    expect(ganttShapes(drawingOf(many), pane, 0, 0, 40).length).toBeLessThan(few.length * 1.5);
    expect(ganttShapes(drawingOf(many.slice(0, 50)), pane, 0, 50, 90).length).toBeLessThan(20);
  });

  test('draws a link between rows in sight, and one of the selected task wherever it leads', () => {
    const lines = Array.from({ length: 100 }, (_, at) => aLine(at + 1, at, at + 1));
    const link = (from: number, to: number): Link => ({
      id: idOf(5_000 + to),
      goLiveId,
      fromId: idOf(from),
      toId: idOf(to),
      kind: 'FS',
      lagMs: 0,
    });
    const drawn = { ...drawingOf(lines, [link(1, 2), link(1, 90)]), selectedId: null as string | null };
    const pane = { scale: scaleOf(span, 1_000), left: 0, x: 0, width: 1_000 };
    const arrows = (selectedId: string | null) =>
      ganttShapes({ ...drawn, selectedId }, pane, 0, 0, 20).filter(
        (shape) => shape.kind === 'path' && shape.fill && shape.points.length === 6,
      ).length;
    expect(arrows(null)).toBe(1);
    expect(arrows(idOf(1))).toBe(2);
  });

  test('is printed on as many pages as it needs, every one within what the host takes', () => {
    const lines = Array.from({ length: 80 }, (_, at) => aLine(at + 1, at * 5, at * 5 + 20, { state: 'blocked' }));
    const pages = ganttPages(drawingOf(lines), span, { goLive: 'Night <&>', what: 'Gantt', madeAt: T_ZERO, zone: 'UTC' }, false);
    expect(pages.length).toBe(3);
    for (const page of pages) {
      expect(drawingSchema.safeParse(page).error).toBeUndefined();
      expect(svgOf(page)).toContain('Night &#60;&#38;&#62;');
    }
    expect(JSON.stringify(pages[1])).toContain('page 2 of 3');
  });

  test('says what it leaves out of a picture that would be too tall', () => {
    const lines = Array.from({ length: MOST_ROWS + 5 }, (_, at) => aLine(at + 1, at, at + 1));
    const [page] = ganttPages(drawingOf(lines), span, { goLive: 'N', what: 'G', madeAt: T_ZERO, zone: 'UTC' }, true);
    expect(drawingSchema.safeParse(page).error).toBeUndefined();
    expect(JSON.stringify(page)).toContain(`the first ${MOST_ROWS} of ${MOST_ROWS + 5} rows`);
  });
});

test('tasks that overlap in time lie in rows of their own, others share one', () => {
  const [lane] = lanesOf([aLine(1, 0, 30), aLine(2, 10, 20), aLine(3, 30, 40)], 0);
  const [first, second, third] = lane?.blocks.map(({ y }) => y) ?? [];
  expect(second).toBeGreaterThan(first as number);
  expect(third).toBe(first);
});

test('text is cut to its room with an ellipsis, and left out where there is none', () => {
  expect(cutTo('Bank connector', 400)).toBe('Bank connector');
  expect(cutTo('Bank connector to production', 60)).toMatch(/^Bank.*…$/);
  expect(cutTo('Bank connector', 5)).toBe('');
});
