/** The layout of a map while it is made, made, or stopped. A map of the same boxes and links keeps its layout. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { layoutOf, type MapLayout } from './layout.ts';
import type { MapGraph } from './map-graph.ts';

type State = 'laying' | 'laid' | 'stopped' | 'failed';

export function useLayout(graph: MapGraph) {
  const [made, setMade] = useState<{ readonly layout: MapLayout | null; readonly state: State }>({ layout: null, state: 'laying' });
  const [tries, setTries] = useState(0);
  const running = useRef<AbortController | null>(null);
  const form = useMemo(
    () => `${graph.nodes.map(({ id }) => id).join()};${graph.edges.map(({ id, from, to }) => `${id}:${from}>${to}`).join()}`,
    [graph],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `form` is what the layout depends on; states and times move no box
  useEffect(() => {
    const own = new AbortController();
    running.current = own;
    // The boxes stay where they are until the new links are drawn; other boxes need another map.
    setMade(({ layout }) => ({ layout: layout && graph.nodes.every(({ id }) => layout.places.has(id)) ? layout : null, state: 'laying' }));
    layoutOf(graph, own.signal).then(
      (layout) => {
        if (!own.signal.aborted) setMade({ layout, state: 'laid' });
      },
      () => {
        if (!own.signal.aborted) setMade({ layout: null, state: 'failed' });
      },
    );
    return () => own.abort();
  }, [form, tries]);
  return {
    ...made,
    stop() {
      running.current?.abort();
      setMade({ layout: null, state: 'stopped' });
    },
    again: () => setTries(tries + 1),
  };
}
