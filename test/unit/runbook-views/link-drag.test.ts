import { describe, expect, test } from 'vitest';
import { ROW } from '../../../renderer/boards/runbook/gantt/gantt-lines.ts';
import { dragShapes, handleAt, handleShapes, kindBetween, targetAt } from '../../../renderer/boards/runbook/gantt/link-drag.ts';
import { paneX } from '../../../renderer/boards/runbook/views/clock-shapes.ts';
import { scaleOf } from '../../../shared/domain/runbook/drawing/scale.ts';
import { MINUTE, T_ZERO } from '../../support/builders.ts';
import { aLine } from './lines.ts';

const [one, two, three] = [aLine(1, 0, 10), aLine(2, 20, 40), aLine(3, 50, 50, { task: { kind: 'milestone' } })] as const;
const rows = {
  lines: [one, two, three].map((line) => ({ kind: 'row' as const, line, depth: 0 })),
  rowOf: new Map([one, two, three].map(({ task }, at) => [task.id, at])),
};
const scale = scaleOf({ from: T_ZERO, to: T_ZERO + 60 * MINUTE }, 600);
const pane = { scale, left: 0, x: 0, width: 600 };
const at = (line: typeof one, end: 'start' | 'end', beside: number, row: number) => ({
  x: paneX(pane, line.times[end]) + beside,
  y: row * ROW + 12,
});

describe('a link that is dragged in the Gantt', () => {
  test('is grabbed by the handle beside either end of a bar, and nowhere else', () => {
    expect(handleAt(rows, pane, at(one, 'end', 9, 0))).toEqual({ line: one, end: 'end' });
    expect(handleAt(rows, pane, at(two, 'start', -9, 1))).toEqual({ line: two, end: 'start' });
    expect(handleAt(rows, pane, at(two, 'start', 60, 1))).toBeNull();
    expect(handleAt(rows, pane, at(one, 'end', 9, 1))).toBeNull();
    expect(handleAt(rows, pane, { x: 100, y: -5 })).toBeNull();
  });

  test.each([
    ['end', 'start', 'FS'],
    ['start', 'start', 'SS'],
    ['end', 'end', 'FF'],
    ['start', 'end', 'SF'],
  ] as const)('from %s to %s is %s', (from, to, kind) => {
    expect(kindBetween(from, to)).toBe(kind);
  });

  test('falls on the nearer end of a bar, not beside bars and not on its own', () => {
    const from = { line: one, end: 'end' as const };
    expect(targetAt(rows, pane, from, at(two, 'start', 3, 1))).toEqual({ line: two, end: 'start' });
    expect(targetAt(rows, pane, from, at(two, 'end', 20, 1))).toEqual({ line: two, end: 'end' });
    expect(targetAt(rows, pane, from, at(three, 'end', 4, 2))).toEqual({ line: three, end: 'end' });
    expect(targetAt(rows, pane, from, at(two, 'end', 40, 1))).toBeNull();
    expect(targetAt(rows, pane, from, at(one, 'start', 2, 0))).toBeNull();
  });

  test('is drawn from the end it was grabbed at to the hand, and says what it would be', () => {
    const from = { line: one, end: 'end' as const };
    const target = { line: two, end: 'start' as const };
    const words = (target_: typeof target | null) =>
      dragShapes(rows, pane, 0, from, { x: 300, y: 5 }, target_).flatMap((shape) => (shape.kind === 'text' ? shape.text : []));
    expect(words(target)).toEqual([`${one.task.ref} → ${two.task.ref}, finish to start`]);
    expect(words(null)[0]).toContain('drop on the start or end of another task');
    const [line] = dragShapes(rows, pane, 0, from, { x: 300, y: 5 }, target);
    expect(line).toMatchObject({ points: [paneX(pane, one.times.end), 12, paneX(pane, two.times.start), ROW + 12] });
    expect(handleShapes({ lines: [], rowOf: new Map() }, pane, 0, one, null)).toEqual([]);
  });
});
