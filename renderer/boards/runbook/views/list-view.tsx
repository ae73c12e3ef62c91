/** The tasks in the order of time: of one day, or everything that must happen before a chosen task. */
import { useMemo } from 'react';
import { formatDate, formatDay, formatSpan, formatTime } from '../../../../shared/base/time-words.ts';
import type { TaskLine } from '../../../../shared/domain/runbook/lines.ts';
import { isClosed } from '../../../../shared/domain/runbook/task-state.ts';
import { useRows } from '../../../store/live.ts';
import { select } from '../../../store/route.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { BigFigure } from '../../../ui/figure.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { type Column, Table } from '../../../ui/table.tsx';
import { ownerColumn, refColumn, stateColumn } from '../task-columns.tsx';
import type { ViewProps } from '../view-props.ts';
import { leadUp, remainingOf } from './lead-up.ts';
import css from './views.module.css';

export function ListView({ query, onLook, all, shown, words: { zone, phaseTitle }, selected, now }: ViewProps) {
  const rows = useRows();
  const goal = useMemo(() => all.find(({ task }) => task.ref === query.goal) ?? null, [all, query.goal]);
  const before = useMemo(() => (goal ? leadUp(rows, goal.task.id) : null), [rows, goal]);
  const days = useMemo(() => daysOf(shown, zone), [shown, zone]);
  const listed = useMemo(
    () =>
      shown
        .filter(
          ({ task, times }) => (before === null || before.has(task.id)) && (!query.day || formatDate(times.start, zone) === query.day),
        )
        .sort((a, b) => a.times.start - b.times.start || a.times.end - b.times.end),
    [shown, before, query.day, zone],
  );
  const columns = useMemo(() => listColumns(zone, now, phaseTitle), [zone, now, phaseTitle]);
  const remaining = remainingOf(listed, now);
  useKeys('List', [
    { key: 'G', label: 'until this task', run: () => onLook({ goal: selected ?? '', day: '' }), when: selected !== null },
    { key: 'Shift+G', label: 'no goal task', run: () => onLook({ goal: '' }), when: query.goal !== '', foot: false },
  ]);
  return (
    <>
      <div className={css.options} style={{ height: 76 }}>
        <SelectField
          label="Day"
          placeholder="Every day"
          clearable
          options={days}
          value={query.day || null}
          onChange={(day) => onLook({ day: day ?? '' })}
        />
        <BigFigure
          label={goal ? `Must happen before ${goal.task.ref}, with it` : 'Tasks listed'}
          value={`${remaining.tasks - remaining.closed} of ${remaining.tasks}`}
          sub="still open"
        />
        <BigFigure label="Work that remains" value={formatSpan(remaining.workMs)} sub="if one did it all" />
        {remaining.endsAt !== null && (
          <BigFigure
            label={goal ? `${goal.task.ref} ends, forecast` : 'Last of them ends'}
            value={formatTime(goal?.times.end ?? remaining.endsAt, zone)}
            sub={formatDay(goal?.times.end ?? remaining.endsAt, zone)}
          />
        )}
        <span className="btns">
          <Button hint="G" disabled={selected === null} onClick={() => onLook({ goal: selected ?? '', day: '' })}>
            Until {selected ?? 'the selected task'}
          </Button>
          {goal && (
            <Button hint="Shift+G" onClick={() => onLook({ goal: '' })}>
              No goal task
            </Button>
          )}
        </span>
      </div>
      <Table
        main
        label={goal ? `Tasks before ${goal.task.ref}` : 'Tasks in the order of time'}
        columns={columns}
        rows={listed}
        rowId={refOf}
        selectedId={selected}
        onSelect={select}
        rowClass={({ task }) => (isClosed(task) ? 'q2' : '')}
        empty="No task is listed. Press 0 for all, or choose another day."
      />
    </>
  );
}

const refOf = ({ task }: TaskLine) => task.ref;

function daysOf(lines: readonly TaskLine[], zone: string) {
  const days = new Map(lines.map(({ times }) => [formatDate(times.start, zone), times.start]));
  return [...days].sort().map(([value, at]) => ({ value, label: formatDay(at, zone) }));
}

function listColumns(zone: string, now: number, phaseTitle: (key: string) => string): readonly Column<TaskLine>[] {
  const left = ({ task, times }: TaskLine) => (isClosed(task) ? 0 : Math.max(0, times.end - Math.max(now, times.start)));
  return [
    { key: 'day', head: 'Day', width: 92, className: 'q', cell: ({ times }) => formatDay(times.start, zone) },
    { key: 'start', head: 'Start', width: 60, className: 'f', cell: ({ times }) => formatTime(times.start, zone) },
    {
      key: 'end',
      head: 'End',
      width: 60,
      className: ({ isLate }) => (isLate ? 'f warn' : 'f'),
      cell: ({ times }) => formatTime(times.end, zone),
    },
    refColumn,
    { key: 'title', head: 'Task', width: '2fr', min: 180, cell: ({ task }) => task.title, title: ({ task }) => task.title },
    stateColumn,
    ownerColumn,
    { key: 'stream', head: 'Stream', width: '1fr', min: 90, className: 'q2', cell: ({ task }) => task.stream },
    {
      key: 'phase',
      head: 'Phase',
      width: '1fr',
      min: 180,
      className: 'q2',
      cell: ({ task }) => phaseTitle(task.phase),
      title: ({ task }) => phaseTitle(task.phase),
    },
    { key: 'left', head: 'Remains', width: 84, align: 'number', cell: (line) => (left(line) === 0 ? '' : formatSpan(left(line))) },
    {
      key: 'float',
      head: 'Float',
      width: 84,
      align: 'number',
      className: ({ times }) => (times.isCritical ? 'name' : 'q'),
      cell: ({ times }) => (times.float === null ? '' : times.isCritical ? 'critical' : formatSpan(times.float)),
    },
  ];
}
