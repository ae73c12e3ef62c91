/** The mouse on the Gantt: shows the handles of the bar it is over, and drags a link from one of them to another bar. */
import { useState } from 'react';
import type { Shape } from '../../../../shared/domain/runbook/drawing/shapes.ts';
import type { TaskLine } from '../../../../shared/domain/runbook/lines.ts';
import { useKeys } from '../../../ui/keys.ts';
import type { DraggedLink } from '../plan/drop-dialog.tsx';
import type { Pane } from '../views/clock-shapes.ts';
import type { ClockPointer } from '../views/use-clock-pointer.ts';
import type { GanttRows } from './gantt-lines.ts';
import { type BarEnd, dragShapes, type End, type Hand, handleAt, handleShapes, kindBetween, lineAt, targetAt } from './link-drag.ts';

interface Over {
  readonly line: TaskLine;
  /** The handle under the hand. */
  readonly held: End | null;
}
interface Drag {
  readonly from: BarEnd;
  readonly hand: Hand;
  readonly target: BarEnd | null;
}

export interface LinkDrag {
  /** Absent where the plan is only looked at. */
  readonly pointer: ClockPointer | undefined;
  readonly shapes: (pane: Pane, y: number) => readonly Shape[];
}

export function useLinkDrag(rows: GanttRows, mayLink: boolean, onDrop: (link: DraggedLink) => void): LinkDrag {
  const [over, setOver] = useState<Over | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const cancel = () => setDrag(null);
  useKeys('Dragging a link', [{ key: 'Escape', label: 'cancel the link', run: cancel, when: drag !== null, palette: false }]);
  const pointer: ClockPointer = {
    isBusy: drag !== null,
    isOnHandle: over !== null && over.held !== null,
    move(pane, hand) {
      if (drag) {
        setDrag({ ...drag, hand, target: targetAt(rows, pane, drag.from, hand) });
        return;
      }
      const handle = handleAt(rows, pane, hand);
      const line = handle?.line ?? lineAt(rows, hand);
      const held = handle?.end ?? null;
      if (line !== over?.line || held !== over?.held) setOver(line && { line, held });
    },
    grab(pane, hand) {
      const from = handleAt(rows, pane, hand);
      if (from) setDrag({ from, hand, target: null });
      return from !== null;
    },
    drop() {
      if (drag?.target) {
        const [fromId, toId] = [drag.from.line.task.id, drag.target.line.task.id];
        onDrop({ fromId, toId, kind: kindBetween(drag.from.end, drag.target.end) });
      }
      cancel();
    },
    cancel,
    leave: () => setOver(null),
  };
  return {
    pointer: mayLink ? pointer : undefined,
    shapes: (pane, y) => {
      if (drag) return dragShapes(rows, pane, y, drag.from, drag.hand, drag.target);
      return mayLink && over ? handleShapes(rows, pane, y, over.line, over.held) : [];
    },
  };
}
