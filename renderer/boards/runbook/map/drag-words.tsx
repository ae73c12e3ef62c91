/** What a link that is being dragged on the map would be. */
import { Panel, useConnection } from '@xyflow/react';
import type { End } from '../gantt/link-drag.ts';
import { endWords } from '../gantt/link-drag.ts';
import css from './map.module.css';
import type { BoxData } from './map-node.tsx';

export function DragWords() {
  const words = useConnection(({ inProgress, isValid, fromNode, fromHandle, toNode, toHandle }) => {
    if (!inProgress) return '';
    const from = refOf(fromNode);
    const grabbed = endWords[fromHandle?.id as End];
    if (!isValid || !toHandle) return `${grabbed} of ${from}: drop on the start or end of another task`;
    return `${from} → ${refOf(toNode)}, ${grabbed} to ${endWords[toHandle.id as End]}`;
  });
  if (words === '') return null;
  return (
    <Panel position="top-center" className={css.dragged}>
      {words}
    </Panel>
  );
}

function refOf(node: { readonly data: unknown } | null): string {
  return (node?.data as BoxData | undefined)?.node.line?.task.ref ?? '';
}
