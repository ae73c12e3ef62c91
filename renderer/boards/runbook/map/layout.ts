/** Lays a map out in layers, off the main thread. */
import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk-api.js';
import type { MapGraph } from './map-graph.ts';

export const NODE_WIDTH = 216;
export const NODE_HEIGHT = 62;

export interface MapLayout {
  /** Node id to its upper left corner. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** Edge id to its corners from box to box, x and y by turns, around the boxes between. */
  readonly ways: ReadonlyMap<string, readonly number[]>;
  readonly width: number;
  readonly height: number;
}

/** Rejects when the layout cannot be made; once `stop` fires it never answers. */
export async function layoutOf({ nodes, edges }: MapGraph, stop: AbortSignal): Promise<MapLayout> {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  stop.addEventListener('abort', () => worker.terminate(), { once: true });
  try {
    const elk = new ELK({ workerFactory: () => worker });
    const made: ElkNode = await elk.layout({
      id: 'map',
      layoutOptions: {
        'elk.algorithm': 'layered',
        'elk.direction': 'RIGHT',
        'elk.edgeRouting': 'ORTHOGONAL',
        'elk.layered.spacing.nodeNodeBetweenLayers': '40',
        'elk.layered.spacing.edgeNodeBetweenLayers': '16',
        'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
        'elk.spacing.nodeNode': '16',
        'elk.spacing.edgeNode': '12',
        'elk.spacing.edgeEdge': '8',
        'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
        'elk.separateConnectedComponents': 'true',
        'elk.aspectRatio': '2.2',
      },
      children: nodes.map(({ id }) => ({ id, width: NODE_WIDTH, height: NODE_HEIGHT })),
      edges: edges.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
    });
    const places = new Map((made.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
    const ways = new Map((made.edges ?? []).map((edge) => [edge.id, cornersOf(edge)]));
    return { places, ways, width: made.width ?? 0, height: made.height ?? 0 };
  } finally {
    worker.terminate();
  }
}

function cornersOf({ sections = [] }: ElkExtendedEdge): readonly number[] {
  return sections.flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].flatMap(({ x, y }) => [x, y]),
  );
}
