/** The node map on paper: one page, as large as the map. Pure. */
import { formatTime } from '../../../../shared/base/time-words.ts';
import type { Drawing, Shape, Tone } from '../../../../shared/domain/runbook/drawing/shapes.ts';
import { PAGE, type PageWords, pageShapes } from '../views/page-shapes.ts';
import { type MapLayout, NODE_HEIGHT, NODE_WIDTH } from './layout.ts';
import type { MapGraph, MapNode } from './map-graph.ts';
import { wordPlace } from './way.ts';

export function mapPage({ nodes, edges }: MapGraph, { places, ways, width, height }: MapLayout, words: PageWords): Drawing {
  const wide = Math.max(PAGE.width, width + 2 * PAGE.side);
  const shapes: Shape[] = [...pageShapes(words, wide)];
  const at = (id: string) => {
    const place = places.get(id);
    return place && { x: place.x + PAGE.side, y: place.y + PAGE.top + 10 };
  };
  for (const { id, isCritical, word } of edges) {
    const points = (ways.get(id) ?? []).map((value, index) => value + (index % 2 === 0 ? PAGE.side : PAGE.top + 10));
    const [x, y] = points.slice(-2);
    if (x === undefined || y === undefined) continue;
    const line: Tone = isCritical ? 'ink' : 'edge';
    shapes.push({ kind: 'path', points, line, width: isCritical ? 2.5 : 1 });
    shapes.push({ kind: 'path', points: [x, y, x - 6, y - 3.5, x - 6, y + 3.5], fill: line, line });
    const [wordX, wordY] = wordPlace(points);
    if (word) shapes.push({ kind: 'text', x: wordX + 3, y: wordY, text: word, tone: 'ink-2', size: 10 });
  }
  for (const node of nodes) {
    const place = at(node.id);
    if (place) shapes.push(...nodeShapes(node, place.x, place.y, words.zone));
  }
  return { width: wide, height: height + PAGE.top + 10 + PAGE.foot, title: `${words.goLive}, ${words.what}`, shapes };
}

function nodeShapes({ line, name, tasks, closed, isCritical }: MapNode, x: number, y: number, zone: string): readonly Shape[] {
  const box = { kind: 'rect' as const, x, y, w: NODE_WIDTH, h: NODE_HEIGHT };
  const isStopped = line?.state === 'blocked' || line?.state === 'failed';
  const first = line ? line.task.ref : `${tasks} tasks`;
  const state = line ? line.state : `${closed} closed`;
  const [upper, lower] = twoLines(name);
  return [
    { ...box, fill: 'base', line: isCritical ? 'ink' : 'edge', width: isCritical ? 2.5 : 1 },
    ...(isStopped ? [{ ...box, w: 7, hatch: 'stop' as const }] : []),
    { kind: 'text', x: x + 10, y: y + 13, text: first, tone: 'ink', isFact: true, isBold: isCritical },
    { kind: 'text', x: x + 70, y: y + 13, text: state, tone: isStopped ? 'stop' : 'ink-2', size: 11, most: 96 },
    ...(line
      ? [
          {
            kind: 'text' as const,
            x: x + NODE_WIDTH - 8,
            y: y + 13,
            text: formatTime(line.times.end, zone),
            tone: line.isLate ? ('warn' as const) : ('ink-2' as const),
            anchor: 'end' as const,
            isFact: true,
          },
        ]
      : []),
    { kind: 'text', x: x + 10, y: y + 32, text: upper, tone: 'ink', most: NODE_WIDTH - 16 },
    { kind: 'text', x: x + 10, y: y + 48, text: lower, tone: 'ink', most: NODE_WIDTH - 16 },
  ];
}

function twoLines(name: string): readonly [string, string] {
  const most = 31;
  if (name.length <= most) return [name, ''];
  const cut = name.lastIndexOf(' ', most);
  const at = cut > 8 ? cut : most;
  return [name.slice(0, at), name.slice(at).trim()];
}
