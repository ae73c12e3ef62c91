/** One box of the map: a task with its state, or a group with how much of it is closed. */
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { formatTime } from '../../../../shared/base/time-words.ts';
import { useZone } from '../../../ui/time.tsx';
import { TaskMark } from '../task-marks.tsx';
import css from './map.module.css';
import type { MapNode } from './map-graph.ts';

export interface BoxData {
  readonly node: MapNode;
  readonly isSelected: boolean;
  /** Whether links are dragged from and to it. */
  readonly mayLink: boolean;
}

/** Each box has a handle for its start and one for its end. */
export const MapBox = memo(function MapBox({ data }: NodeProps) {
  const { node, isSelected, mayLink } = data as unknown as BoxData;
  const zone = useZone();
  const { line, name, tasks, closed, stopped, late } = node;
  const classes = [css.box, node.isCritical && css.critical, isSelected && css.selected].filter(Boolean).join(' ');
  const handle = mayLink ? `${css.handle} ${css.open}` : css.handle;
  const says = mayLink ? 'Drag onto another task to link them' : undefined;
  return (
    <div className={classes} title={line ? `${line.task.ref} ${name}` : name}>
      <Handle id="start" type="source" position={Position.Left} className={handle} isConnectable={mayLink} title={says} />
      <div className={css.line}>
        {line ? <span className="f">{line.task.ref}</span> : <span className="f">{tasks} tasks</span>}
        {line ? <TaskMark state={line.state} /> : <span className="q small">{closed} closed</span>}
        {line && <span className={late > 0 ? 'f warn' : 'f q'}>{formatTime(line.times.end, zone)}</span>}
      </div>
      <div className={css.name}>{name}</div>
      {!line && (stopped > 0 || late > 0) && (
        <div className="small">
          {stopped > 0 && <span className="stop">{stopped} stopped </span>}
          {late > 0 && <span className="warn">{late} late</span>}
        </div>
      )}
      <Handle id="end" type="source" position={Position.Right} className={handle} isConnectable={mayLink} title={says} />
    </div>
  );
});
