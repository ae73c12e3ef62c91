/** The runbook as a map of tasks and links, laid out in layers, with the critical path. */
import '@xyflow/react/dist/base.css';
import {
  Background,
  ConnectionLineType,
  ConnectionMode,
  Controls,
  type Edge,
  MarkerType,
  type Node,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { phaseTitle } from '../../../../shared/domain/playbook/of-go-live.ts';
import { useRole, useRows } from '../../../store/live.ts';
import { select } from '../../../store/route.ts';
import { Button } from '../../../ui/button.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { useLatest } from '../../../ui/use-latest.ts';
import { type DraggedLink, DropDialog } from '../plan/drop-dialog.tsx';
import type { ViewProps } from '../view-props.ts';
import { PrintButton } from '../views/print-button.tsx';
import views from '../views/views.module.css';
import { DragWords } from './drag-words.tsx';
import { type MapLayout, NODE_HEIGHT, NODE_WIDTH } from './layout.ts';
import css from './map.module.css';
import { MapLine } from './map-edge.tsx';
import { type MapGraph, type MapNode, MOST_NODES, mapGraph } from './map-graph.ts';
import { firstView, sameView } from './map-look.ts';
import { MapBox } from './map-node.tsx';
import { mapPage } from './map-page.ts';
import { useLayout } from './use-layout.ts';
import { useMapLinks } from './use-map-links.ts';
import { nextOnMap } from './walk.ts';

const nodeTypes = { task: MapBox };
const edgeTypes = { link: MapLine };
const LEAST_STEPS = 1;
const MOST_STEPS = 12;

export function MapView(props: ViewProps) {
  return (
    <ReactFlowProvider>
      <NodeMap {...props} />
    </ReactFlowProvider>
  );
}

function NodeMap({ query, onLook, all, shown, selected }: ViewProps) {
  const rows = useRows();
  const flow = useReactFlow();
  const mayEdit = useRole() !== 'viewer';
  const [dropped, setDropped] = useState<DraggedLink | null>(null);
  const { isDragging, ...linking } = useMapLinks(setDropped);
  const [steps, setSteps] = useState(3);
  // Many tasks are shown around one: the one it was asked for, so that walking the map does not redraw it.
  const centre = useMemo(() => all.find(({ task }) => task.ref === query.goal)?.task.id ?? null, [all, query.goal]);
  const graph = useMemo(
    () =>
      mapGraph(rows, shown, centre, steps, ({ task }) =>
        query.group === 'phase' ? phaseTitle(rows, task.phase) : [task.stream, phaseTitle(rows, task.phase)].filter(Boolean).join(', '),
      ),
    [rows, shown, centre, steps, query.group],
  );
  const { layout, state, stop, again } = useLayout(graph);
  const selectedId = useMemo(() => all.find(({ task }) => task.ref === selected)?.task.id ?? null, [all, selected]);

  const nodes = useMemo<Node[]>(
    () =>
      graph.nodes.flatMap((node) => {
        const position = layout?.places.get(node.id);
        if (!position) return [];
        return [
          {
            id: node.id,
            type: 'task',
            position,
            width: NODE_WIDTH,
            height: NODE_HEIGHT,
            data: { node, isSelected: node.id === selectedId, mayLink: mayEdit && node.line !== null },
            ariaLabel: wordsOf(node),
          },
        ];
      }),
    [graph, layout, selectedId, mayEdit],
  );
  const edges = useMemo<Edge[]>(() => drawnEdges(graph, layout, selectedId), [graph, layout, selectedId]);

  const map = useRef<HTMLDivElement>(null);
  const laid = useRef<MapLayout | null>(null);
  const bring = useLatest(() => {
    const before = laid.current;
    laid.current = layout;
    // A link was added or taken away: what is looked at stays where it is on screen.
    if (before && layout && before !== layout)
      return void flow.setViewport(sameView(flow.getViewport(), map.current, before, layout, selectedId));
    const place = selectedId === null ? undefined : layout?.places.get(selectedId);
    if (place) void flow.setCenter(place.x + NODE_WIDTH / 2, place.y + NODE_HEIGHT / 2, { zoom: Math.max(flow.getZoom(), 0.8) });
    else if (layout && map.current) void flow.setViewport(firstView(graph, layout, map.current));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the selection and a new layout, not every minute
  useEffect(() => {
    const asked = requestAnimationFrame(bring);
    return () => cancelAnimationFrame(asked);
  }, [selectedId, layout]);

  const says = saysWhat(graph, query.goal, steps);
  const walk = (where: 'next' | 'previous' | 'above' | 'below') => {
    const to = nextOnMap(graph, layout, selectedId, where);
    if (to?.line) select(to.line.task.ref);
  };
  useKeys('Map', [
    { key: 'ArrowRight', label: 'successor', run: () => walk('next'), repeat: true, palette: false },
    { key: 'ArrowLeft', label: 'predecessor', run: () => walk('previous'), repeat: true, palette: false },
    { key: 'ArrowDown', label: 'below', run: () => walk('below'), repeat: true, foot: false, palette: false },
    { key: 'ArrowUp', label: 'above', run: () => walk('above'), repeat: true, foot: false, palette: false },
    { key: 'J', label: 'below', run: () => walk('below'), repeat: true, foot: false, palette: false },
    { key: 'K', label: 'above', run: () => walk('above'), repeat: true, foot: false, palette: false },
    { key: 'G', label: 'around this task', run: () => onLook({ goal: selected ?? '' }), when: selected !== null && graph.kind !== 'all' },
    { key: 'Shift+G', label: 'all groups', run: () => onLook({ goal: '' }), when: graph.kind === 'around', foot: false },
    { key: ']', label: 'zoom in', run: () => void flow.zoomIn(), repeat: true, foot: false },
    { key: '[', label: 'zoom out', run: () => void flow.zoomOut(), repeat: true, foot: false },
    { key: 'Shift+Z', label: 'whole map', run: () => void flow.fitView({ padding: 0.04 }), foot: false },
  ]);
  return (
    <>
      <div className={views.options}>
        <span className="q2" aria-live="polite">
          {says}
        </span>
        <span className="btns">
          {graph.kind === 'around' && (
            <>
              <Button disabled={steps <= LEAST_STEPS} onClick={() => setSteps(steps - 1)}>
                Fewer steps
              </Button>
              <Button disabled={steps >= MOST_STEPS} onClick={() => setSteps(steps + 1)}>
                More steps
              </Button>
              <Button hint="Shift+G" onClick={() => onLook({ goal: '' })}>
                All groups
              </Button>
            </>
          )}
          {graph.kind === 'groups' && (
            <Button hint="G" disabled={selected === null} onClick={() => onLook({ goal: selected ?? '' })}>
              Around {selected ?? 'the selected task'}
            </Button>
          )}
          <span className="q small">double outline: critical path</span>
          <PrintButton
            name="map"
            bounds={`The map as it stands here, at most ${MOST_NODES} boxes, on one page.`}
            make={(_, print) => (layout ? [mapPage(graph, layout, { ...print, what: `Map, ${says}`, remark: '' })] : [])}
          />
        </span>
      </div>
      <div ref={map} className={isDragging ? `${css.map} ${css.linking}` : css.map}>
        {state === 'laying' && (
          <div className={css.wait} role="status">
            Laying out {graph.nodes.length} boxes.
            <Button onClick={stop}>Stop</Button>
          </div>
        )}
        {(state === 'stopped' || state === 'failed') && (
          <div className={css.wait} role="status">
            {state === 'stopped'
              ? 'Stopped. The plan is as it was.'
              : 'The map could not be laid out. The plan is as it was; the Gantt shows the same links.'}
            <Button onClick={again}>Try again</Button>
          </div>
        )}
        {layout && (
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            nodesDraggable={false}
            nodesConnectable={mayEdit}
            connectOnClick={false}
            connectionMode={ConnectionMode.Loose}
            connectionLineType={ConnectionLineType.Straight}
            connectionLineStyle={dragged}
            connectionRadius={30}
            {...linking}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            onlyRenderVisibleElements
            disableKeyboardA11y
            minZoom={0.05}
            maxZoom={2}
            onNodeClick={(_, { data }) => {
              const { line } = (data as { node: MapNode }).node;
              if (line) select(line.task.ref);
            }}
            proOptions={{ hideAttribution: true }}
            aria-label="Map of the plan"
          >
            <Background color="var(--hair)" />
            <Controls showInteractive={false} />
            <DragWords />
          </ReactFlow>
        )}
      </div>
      {dropped && <DropDialog link={dropped} onClose={() => setDropped(null)} />}
    </>
  );
}

const dragged = { stroke: 'var(--accent)', strokeWidth: 2 };

function drawnEdges({ edges }: MapGraph, layout: MapLayout | null, selectedId: string | null): Edge[] {
  return edges.flatMap(({ id, from, to, isCritical, word }) => {
    const points = layout?.ways.get(id);
    if (!points) return [];
    const isNear = from === selectedId || to === selectedId;
    const stroke = isNear ? 'var(--accent)' : isCritical ? 'var(--ink)' : 'var(--edge)';
    return [
      {
        id,
        type: 'link',
        source: from,
        target: to,
        sourceHandle: 'end',
        targetHandle: 'start',
        data: { points, word },
        zIndex: isNear ? 2 : isCritical ? 1 : 0,
        style: { stroke, strokeWidth: isNear || isCritical ? 2.5 : 1 },
        markerEnd: { type: MarkerType.ArrowClosed, color: stroke, width: 14, height: 14 },
      },
    ];
  });
}

function wordsOf({ line, name, tasks, closed }: MapNode): string {
  return line
    ? `${line.task.ref} ${name}, ${line.state}${line.times.isCritical ? ', critical' : ''}`
    : `${name}, ${closed} of ${tasks} closed`;
}

function saysWhat({ kind, nodes, edges, hidden }: MapGraph, goal: string, steps: number): string {
  if (kind === 'all') return `${nodes.length} tasks, ${edges.length} links`;
  if (kind === 'around') return `${nodes.length} tasks up to ${steps} links from ${goal}; ${hidden} others are not drawn`;
  return `${hidden} tasks are too many to read: ${nodes.length} groups, with how many links go between them. Select a task and press G for what is around it.`;
}
