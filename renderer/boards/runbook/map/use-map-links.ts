/** Dragging links on the map: which handles of which boxes make which kind of link. Escape ends it without one. */
import { type Connection, useConnection } from '@xyflow/react';
import { useRef } from 'react';
import { useKeys } from '../../../ui/keys.ts';
import { type End, kindBetween } from '../gantt/link-drag.ts';
import type { DraggedLink } from '../plan/drop-dialog.tsx';

export function useMapLinks(onDrop: (link: DraggedLink) => void) {
  const isDragging = useConnection(({ inProgress }) => inProgress);
  const isCancelled = useRef(false);
  const cancel = () => {
    isCancelled.current = true;
    document.dispatchEvent(new MouseEvent('mouseup')); // ends the drag of React Flow, which knows no key for it
  };
  useKeys('Dragging a link', [{ key: 'Escape', label: 'cancel the link', run: cancel, when: isDragging, palette: false }]);
  return {
    isDragging,
    onConnectStart: () => {
      isCancelled.current = false;
    },
    onConnect: ({ source, target, sourceHandle, targetHandle }: Connection) => {
      if (isCancelled.current || source === target) return;
      onDrop({ fromId: source, toId: target, kind: kindBetween(sourceHandle as End, targetHandle as End) });
    },
    isValidConnection: ({ source, target }: { readonly source: string; readonly target: string }) => source !== target,
  };
}
