/** The words of one row of the Gantt. */
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and points at its row with aria-activedescendant
// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot place their rows freely, and only the drawn rows exist
import { memo } from 'react';
import { formatTime } from '../../../../shared/base/time-words.ts';
import { select } from '../../../store/route.ts';
import { TaskMark } from '../task-marks.tsx';
import { TaskTitle, titleWords } from '../task-title.tsx';
import css from '../views/views.module.css';
import { type GanttLine, ROW } from './gantt-lines.ts';

interface NameRowProps {
  readonly line: GanttLine;
  readonly index: number;
  readonly isSelected: boolean;
  /** The group around the task; empty for none, or where the rows show it. */
  readonly group: string;
  readonly zone: string;
  readonly idOf: (ref: string) => string;
}

export const NameRow = memo(function NameRow({ line, index, isSelected, group, zone, idOf }: NameRowProps) {
  const style = { top: index * ROW };
  if (line.kind === 'group') {
    const { name, closed, lines, late, blocked } = line.group;
    return (
      <div role="row" aria-rowindex={index + 1} className={`${css.name} ${css.group}`} style={style}>
        <div role="gridcell" className="cut">
          <span className="name">{name}</span>{' '}
          <span className="q small">
            {closed} of {lines.length} closed
          </span>
        </div>
        <div role="gridcell" className="small">
          {blocked > 0 && <span className="stop">{blocked} blocked </span>}
          {late > 0 && <span className="warn">{late} late</span>}
        </div>
      </div>
    );
  }
  const { task, state, times, isLate } = line.line;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys
    <div
      role="row"
      id={idOf(task.ref)}
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      className={css.name}
      style={style}
      onClick={() => select(task.ref)}
    >
      <div role="gridcell" className={times.isCritical ? 'f name' : 'f'} title={times.isCritical ? 'On the critical path' : undefined}>
        {task.ref}
        {times.isCritical && <span className="sr"> critical</span>}
      </div>
      <div role="gridcell" className="cut" title={titleWords({ line: line.line, group, zone })} style={{ paddingLeft: line.depth * 16 }}>
        {task.kind === 'group' ? <b>{task.title}</b> : <TaskTitle line={line.line} group={group} zone={zone} isShort />}
      </div>
      <div role="gridcell">{task.kind !== 'group' && <TaskMark state={state} />}</div>
      <div role="gridcell" className={isLate ? 'f warn' : 'f q'}>
        {formatTime(times.end, zone)}
        {isLate && <span className="sr"> late</span>}
      </div>
    </div>
  );
});
