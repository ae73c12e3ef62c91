/** What of a map is looked at: where it opens, and how it stays there when it is laid out anew. */
import { type MapLayout, NODE_HEIGHT, NODE_WIDTH } from './layout.ts';
import type { MapGraph } from './map-graph.ts';

export interface Look {
  /** Px of the map's origin from the upper left of the screen's part it is shown in. */
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}
type Size = Pick<HTMLElement, 'clientWidth' | 'clientHeight'>;

/** Below this zoom the words in the boxes cannot be read. */
const READABLE = 0.8;
const PAD = 24;

/** The critical way where there is one, whole if its words can be read then; else from its beginning, at the height of what is seen of it. */
export function firstView({ nodes }: MapGraph, { places }: MapLayout, { clientWidth, clientHeight }: Size): Look {
  const critical = nodes.filter(({ isCritical }) => isCritical);
  const seen = (critical.length > 0 ? critical : nodes).flatMap(({ id }) => places.get(id) ?? []);
  if (seen.length === 0) return { x: PAD, y: PAD, zoom: 1 };
  const [wide, high] = [extent(seen, 'x', NODE_WIDTH), extent(seen, 'y', NODE_HEIGHT)];
  const [width, height] = [clientWidth - 2 * PAD, clientHeight - 2 * PAD];
  const fit = Math.min(width / (wide.to - wide.from), height / (high.to - high.from));
  const zoom = Math.min(1, Math.max(READABLE, fit));
  const isWider = (wide.to - wide.from) * zoom > width;
  const x = isWider ? PAD - wide.from * zoom : clientWidth / 2 - ((wide.from + wide.to) / 2) * zoom;
  const inSight = extent(
    seen.filter((place) => (place.x + NODE_WIDTH) * zoom + x <= clientWidth),
    'y',
    NODE_HEIGHT,
  );
  // What does not fit begins at its top; what does is drawn in the middle, but no emptier above than the map itself is.
  const isHigher = (inSight.to - inSight.from) * zoom > height;
  const y = isHigher ? PAD - inSight.from * zoom : clientHeight / 2 - ((inSight.from + inSight.to) / 2) * zoom;
  return { x, y: Math.min(y, PAD - extent([...places.values()], 'y', NODE_HEIGHT).from * zoom), zoom };
}

/** The view in which the selected box, or else the one nearest to the middle, stands where it stood. */
export function sameView(view: Look, map: Size | null, before: MapLayout, after: MapLayout, selectedId: string | null): Look {
  const middle = { x: ((map?.clientWidth ?? 0) / 2 - view.x) / view.zoom, y: ((map?.clientHeight ?? 0) / 2 - view.y) / view.zoom };
  const far = ({ x, y }: Pick<Look, 'x' | 'y'>) => Math.hypot(x + NODE_WIDTH / 2 - middle.x, y + NODE_HEIGHT / 2 - middle.y);
  let [nearest, least] = [selectedId, Number.POSITIVE_INFINITY];
  if (selectedId === null || !before.places.has(selectedId))
    for (const [id, place] of before.places) if (after.places.has(id) && far(place) < least) [nearest, least] = [id, far(place)];
  const [was, is] = [before.places.get(nearest ?? ''), after.places.get(nearest ?? '')];
  return was && is ? { ...view, x: view.x + (was.x - is.x) * view.zoom, y: view.y + (was.y - is.y) * view.zoom } : view;
}

function extent(places: readonly Pick<Look, 'x' | 'y'>[], axis: 'x' | 'y', size: number) {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const place of places) [from, to] = [Math.min(from, place[axis]), Math.max(to, place[axis] + size)];
  return places.length === 0 ? { from: 0, to: size } : { from, to };
}
