import { describe, expect, test } from 'vitest';
import { NODE_HEIGHT, NODE_WIDTH } from '../../../renderer/boards/runbook/map/layout.ts';
import type { MapGraph } from '../../../renderer/boards/runbook/map/map-graph.ts';
import { firstView, sameView } from '../../../renderer/boards/runbook/map/map-look.ts';

const screen = { clientWidth: 1_400, clientHeight: 800 };
const laid = (places: Readonly<Record<string, readonly [number, number]>>) => ({
  places: new Map(Object.entries(places).map(([id, [x, y]]) => [id, { x, y }])),
  ways: new Map(),
  width: 0,
  height: 0,
});
const graphOf = (ids: readonly string[], critical: readonly string[]) =>
  ({ nodes: ids.map((id) => ({ id, isCritical: critical.includes(id) })) }) as unknown as MapGraph;

describe('a map opens', () => {
  test('on the whole critical way where its words can be read', () => {
    const layout = laid({ a: [0, 0], b: [900, 300] });
    const { x, y, zoom } = firstView(graphOf(['a', 'b'], ['a', 'b']), layout, screen);
    expect(zoom).toBe(1);
    expect([x >= 0, 900 + NODE_WIDTH + x <= 1_400, y >= 0, 300 + NODE_HEIGHT + y <= 800]).toEqual([true, true, true, true]);
  });
  test('at the beginning of one that is too wide, at its height there, with nothing empty above the map', () => {
    const layout = laid({ top: [0, 0], a: [500, 900], b: [1_500, 920], c: [9_000, 10] });
    const { x, y, zoom } = firstView(graphOf(['top', 'a', 'b', 'c'], ['a', 'b', 'c']), layout, screen);
    expect([zoom, 500 * zoom + x]).toEqual([0.8, 24]);
    expect(Math.abs((910 + NODE_HEIGHT / 2) * zoom + y - 400)).toBeLessThan(1);
    expect(firstView(graphOf(['a'], []), laid({ a: [0, 0] }), screen).y).toBe(24);
  });
});

test('a map that is laid out anew keeps the selected box, or the one in the middle, where it stands', () => {
  const [before, after] = [laid({ a: [0, 0], b: [600, 300] }), laid({ a: [0, 200], b: [900, 500] })];
  const view = { x: 10, y: 20, zoom: 0.5 };
  expect(sameView(view, screen, before, after, 'b')).toEqual({ x: 10 - 150, y: 20 - 100, zoom: 0.5 });
  expect(sameView(view, screen, before, after, null)).toEqual({ x: 10 - 150, y: 20 - 100, zoom: 0.5 });
  expect(sameView(view, screen, before, laid({}), 'b')).toEqual(view);
});
