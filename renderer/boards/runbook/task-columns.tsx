/** The columns of the runbook. */
import { formatOffset, formatSpan, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import type { Span } from '../../../shared/domain/runbook/drawing/scale.ts';
import type { TaskLine } from '../../../shared/domain/runbook/lines.ts';
import type { Column } from '../../ui/table.tsx';
import type { ChosenTasks } from './chosen-tasks.tsx';
import css from './runbook.module.css';
import { TaskBar } from './task-bar.tsx';
import { TaskMark } from './task-marks.tsx';
import { TaskTitle, titleWords } from './task-title.tsx';

export const refColumn: Column<Pick<TaskLine, 'task'>> = {
  key: 'ref',
  head: 'Ref',
  width: 64,
  className: 'f',
  cell: ({ task }) => task.ref,
};

export const stateColumn: Column<Pick<TaskLine, 'state'>> = {
  key: 'state',
  head: 'Status',
  width: 122,
  cell: ({ state }) => <TaskMark state={state} />,
};

export const ownerColumn: Column<Pick<TaskLine, 'owners'>> = {
  key: 'owner',
  head: 'Owner',
  width: '1fr',
  min: 96,
  className: 'q2',
  cell: ({ owners }) => owners || <span className="q">nobody</span>,
  title: ({ owners }) => owners,
};

/** The drawing moves with `now`; everything else only with the task. `groupOf`: the name of the group around a task, empty for none. */
export function taskColumns(zone: string, span: Span, now: number, groupOf: (line: TaskLine) => string): readonly Column<TaskLine>[] {
  const at = (instant: number | null) => (instant === null ? '' : formatTime(instant, zone));
  return [
    refColumn,
    {
      key: 'title',
      head: 'Task',
      width: '2fr',
      min: 180,
      cell: (line) => <TaskTitle line={line} group={groupOf(line)} zone={zone} />,
      title: (line) => titleWords({ line, group: groupOf(line), zone }),
    },
    stateColumn,
    ownerColumn,
    {
      key: 'planned',
      head: (
        <>
          Ends, {zoneName(now, zone)}
          <br />
          planned
        </>
      ),
      width: 72,
      align: 'number',
      className: 'q',
      cell: ({ times }) => at(times.plannedEnd),
    },
    {
      key: 'forecast',
      head: (
        <>
          <br />
          forecast
        </>
      ),
      hiddenHead: 'Forecast end',
      width: 64,
      align: 'number',
      className: ({ isLate }) => (isLate ? 'warn' : ''),
      cell: ({ task, times }) => (task.actualEnd === null && task.status !== 'skipped' ? at(times.end) : ''),
    },
    {
      key: 'actual',
      head: (
        <>
          <br />
          actual
        </>
      ),
      hiddenHead: 'Actual end',
      width: 60,
      align: 'number',
      cell: ({ task }) => at(task.actualEnd),
    },
    {
      key: 'float',
      head: 'Float',
      width: 84,
      align: 'number',
      className: ({ times }) => (times.float !== null && times.float <= 0 ? 'name' : 'q'),
      cell: ({ times }) => (times.float === null ? '' : times.float <= 0 ? 'none' : formatSpan(times.float)),
    },
    {
      key: 'offset',
      head: 'T offset',
      width: 78,
      align: 'number',
      className: 'q',
      cell: ({ task }) => (task.startOffset === null ? '' : formatOffset(task.startOffset)),
    },
    {
      key: 'bar',
      head: <Scale zone={zone} span={span} now={now} />,
      hiddenHead: 'Plan, forecast and actual on the clock',
      width: '3fr',
      min: 220,
      cell: (line) => <TaskBar line={line} span={span} now={now} />,
    },
  ];
}

/** A box before each task, to choose several. */
export function chosenColumn({ has, toggle }: ChosenTasks): Column<TaskLine> {
  return {
    key: 'chosen',
    head: '',
    hiddenHead: 'Chosen',
    width: 32,
    cell: ({ task: { id, ref } }) => (
      <input
        type="checkbox"
        className={css.box}
        tabIndex={-1}
        aria-label={`Choose ${ref}`}
        checked={has(id)}
        onChange={() => toggle(id)}
        onClick={(event) => event.stopPropagation()}
      />
    ),
  };
}

/** The title, set in as deep as the task stands in groups; a group can be folded. */
export function titleColumn(
  depths: ReadonlyMap<string, number>,
  folded: ReadonlySet<string>,
  onFold: (taskId: string) => void,
  zone: string,
): Column<TaskLine> {
  return {
    key: 'title',
    head: 'Task',
    width: '2fr',
    min: 180,
    title: (line) => titleWords({ line, group: '', zone }),
    cell: (line) => {
      const { id, kind, title } = line.task;
      return (
        <span className={css.titled} style={{ paddingLeft: (depths.get(id) ?? 0) * 16 }}>
          {kind === 'group' && (
            <button
              type="button"
              tabIndex={-1}
              className={css.fold}
              aria-expanded={!folded.has(id)}
              aria-label={`${folded.has(id) ? 'Unfold' : 'Fold'} ${title}`}
              onClick={() => onFold(id)}
            >
              {folded.has(id) ? '+' : '−'}
            </button>
          )}
          <TaskTitle line={line} group="" zone={zone} />
        </span>
      );
    },
  };
}

const HOUR = 3_600_000;
const STEPS = [HOUR / 4, HOUR / 2, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 7 * 24 * HOUR, 28 * 24 * HOUR];

/** Full hours, or days where the span is long; at most six words. */
function Scale({ zone, span, now }: { readonly zone: string; readonly span: Span; readonly now: number }) {
  const length = span.to - span.from;
  const step = STEPS.find((each) => length / each <= 6) ?? length / 6;
  const first = Math.ceil(span.from / step) * step;
  const ticks = Array.from({ length: Math.floor((span.to - first) / step) + 1 }, (_, index) => first + index * step);
  return (
    <span className={css.scale}>
      {ticks
        .filter((tick) => Math.abs(tick - now) > length * 0.14)
        .map((tick) => (
          <span key={tick} className="f" style={{ left: `${((tick - span.from) / length) * 100}%` }}>
            {formatTime(tick, zone)}
          </span>
        ))}
      <span className="f acc" style={{ left: `${((now - span.from) / length) * 100}%` }}>
        {formatTime(now, zone)}
      </span>
    </span>
  );
}
