/** Where an arrow key leads on the map. */
import type { MapLayout } from './layout.ts';
import type { MapGraph, MapNode } from './map-graph.ts';

/** Along a link to the right or left, the critical one first; above and below by place. From no selection to the first box. */
export function nextOnMap(
  { nodes, edges }: Pick<MapGraph, 'nodes' | 'edges'>,
  layout: MapLayout | null,
  selectedId: string | null,
  where: 'next' | 'previous' | 'above' | 'below',
): MapNode | null {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const here = selectedId === null ? undefined : byId.get(selectedId);
  const place = here && layout?.places.get(here.id);
  if (!here || !place || !layout) return nodes[0] ?? null;
  if (where === 'next' || where === 'previous') {
    const along = edges.filter(({ from, to }) => (where === 'next' ? from : to) === here.id);
    const edge = along.find(({ isCritical }) => isCritical) ?? along[0];
    return (edge && byId.get(where === 'next' ? edge.to : edge.from)) ?? null;
  }
  let best: MapNode | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const other = layout.places.get(node.id);
    if (!other || node === here) continue;
    const down = (other.y - place.y) * (where === 'below' ? 1 : -1);
    const far = down + Math.abs(other.x - place.x) * 3;
    if (down > 0 && far < least) {
      least = far;
      best = node;
    }
  }
  return best;
}
