/** Every task with its plan and what each run made of it, the farthest from the plan first. */
import { useMemo } from 'react';
import { formatSlip, formatSpan } from '../../../shared/base/time-words.ts';
import { Mark } from '../../ui/mark.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import css from './rehearsal.module.css';
import { taskStateMark } from './task-status-mark.ts';
import type { ComparedTask, Comparison } from './use-comparison.ts';

const MINUTE = 60_000;

export function TasksView({ comparison }: { readonly comparison: Comparison }) {
  const columns = useMemo(() => columnsFor(comparison.runs), [comparison.runs]);
  return (
    <div className={css.fill}>
      <Table main label="Tasks compared" columns={columns} rows={comparison.tasks} rowId={({ taskId }) => taskId} />
    </div>
  );
}

function columnsFor(runs: Comparison['runs']): readonly Column<ComparedTask>[] {
  return [
    {
      key: 'ref',
      head: 'Ref',
      width: 76,
      className: 'f',
      cell: ({ ref }) => ref,
      compare: (a, b) => a.ref.localeCompare(b.ref, 'en', { numeric: true }),
    },
    { key: 'title', head: 'Task', width: '2fr', min: 220, className: 'name', cell: ({ title }) => title, title: ({ title }) => title },
    { key: 'stream', head: 'Stream', width: 120, cell: ({ stream }) => stream, compare: (a, b) => a.stream.localeCompare(b.stream) },
    {
      key: 'plan',
      head: 'Plan',
      width: 90,
      align: 'number',
      cell: ({ plannedMs }) => formatSpan(plannedMs),
      compare: (a, b) => a.plannedMs - b.plannedMs,
    },
    {
      key: 'difference',
      head: 'Farthest off',
      width: 110,
      align: 'number',
      cell: ({ differenceMs }) => (differenceMs < MINUTE ? <span className="q">none</span> : formatSpan(differenceMs)),
      compare: (a, b) => a.differenceMs - b.differenceMs,
    },
    ...runs.map(({ id, ref, kind }, at) => ({
      key: id,
      head: kind === 'live' ? `${ref} real` : ref,
      width: 190,
      align: 'number' as const,
      cell: (task: ComparedTask) => <Took task={task} at={at} />,
      compare: (a: ComparedTask, b: ComparedTask) => (a.worked[at]?.tookMs ?? -1) - (b.worked[at]?.tookMs ?? -1),
    })),
  ];
}

function Took({ task, at }: { readonly task: ComparedTask; readonly at: number }) {
  const worked = task.worked[at];
  if (!worked) return <span className="q">not in it</span>;
  const failed = worked.failures > 0 && <span className="stop">failed {worked.failures}×</span>;
  if (worked.tookMs === null)
    return (
      <>
        {failed} {worked.status === 'planned' ? <span className="q">planned</span> : <Mark state={taskStateMark(worked.status)} />}
      </>
    );
  const off = worked.tookMs - task.plannedMs;
  return (
    <>
      {failed} {worked.blockedMs >= MINUTE && <span className="q">blocked {formatSpan(worked.blockedMs)},</span>}{' '}
      {formatSpan(worked.tookMs)} {Math.abs(off) >= MINUTE && <span className={off > 0 ? 'warn' : 'good'}>{formatSlip(off)}</span>}
    </>
  );
}
