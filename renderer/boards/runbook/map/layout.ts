/** Lays a map out in layers, off the main thread. */
import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js';
import type { MapGraph } from './map-graph.ts';

export const NODE_WIDTH = 216;
export const NODE_HEIGHT = 62;

export interface MapLayout {
  /** Node id to its upper left corner. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
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
        'elk.layered.spacing.nodeNodeBetweenLayers': '56',
        'elk.spacing.nodeNode': '16',
        'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
        'elk.separateConnectedComponents': 'true',
        'elk.aspectRatio': '2.2',
      },
      children: nodes.map(({ id }) => ({ id, width: NODE_WIDTH, height: NODE_HEIGHT })),
      edges: edges.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
    });
    const places = new Map((made.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
    return { places, width: made.width ?? 0, height: made.height ?? 0 };
  } finally {
    worker.terminate();
  }
}
