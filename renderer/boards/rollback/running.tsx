/** The rollback that runs: why, and its tasks to be worked in order. */
import { useMemo } from 'react';
import { formatSpan, formatTime } from '../../../shared/base/time-words.ts';
import { tasksOfRollback } from '../../../shared/domain/rollback/running.ts';
import type { Rollback } from '../../../shared/domain/rollback/schema.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { isClosed, type TaskState, taskState } from '../../../shared/domain/runbook/task-state.ts';
import { client } from '../../client/client.ts';
import { actLoud } from '../../store/act.ts';
import { useRows, useTimes } from '../../store/live.ts';
import { go, select, useRoute } from '../../store/route.ts';
import { stateMarks } from '../../store/task-state-marks.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Mark } from '../../ui/mark.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import css from './rollback.module.css';

interface Line {
  readonly task: Task;
  readonly state: TaskState;
  /** The reference of what it takes back; empty for a step of the playbook. */
  readonly undoes: string;
  readonly owners: string;
  readonly started: string;
  readonly ended: string;
}

const columns: readonly Column<Line>[] = [
  { key: 'ref', head: 'Ref', width: 64, className: 'f', cell: ({ task }) => task.ref },
  {
    key: 'title',
    head: 'Task',
    width: '3fr',
    min: 200,
    className: 'name',
    cell: ({ task }) => task.title,
    title: ({ task }) => task.detail || task.title,
  },
  { key: 'state', head: 'Status', width: 122, cell: ({ state }) => <Mark state={stateMarks[state]} /> },
  { key: 'undoes', head: 'Undoes', width: 64, className: 'f q2', cell: ({ undoes }) => undoes },
  {
    key: 'owner',
    head: 'Owner',
    width: '1fr',
    min: 96,
    className: 'q2',
    cell: ({ owners }) => owners || <span className="q">nobody</span>,
    title: ({ owners }) => owners,
  },
  { key: 'length', head: 'Takes', width: 64, align: 'number', cell: ({ task }) => task.durationMs > 0 && formatSpan(task.durationMs) },
  { key: 'started', head: 'Began', width: 64, align: 'number', className: 'q2', cell: ({ started }) => started },
  { key: 'ended', head: 'Over', width: 64, align: 'number', className: 'q2', cell: ({ ended }) => ended },
];

export function Running({ rollback, mayAct }: { readonly rollback: Rollback; readonly mayAct: boolean }) {
  const lines = useLines(rollback);
  const { selected: ref } = useRoute();
  const open = lines.filter(({ task }) => !isClosed(task));
  const line = lines.find(({ task }) => task.ref === ref) ?? open.find(({ state }) => state !== 'not ready') ?? lines[0];
  const mayStart = mayAct && line?.state === 'ready';
  const mayFinish = mayAct && line !== undefined && !isClosed(line.task) && line.state !== 'not ready';
  const start = () => line && void actLoud(client.runbook.startTask, { taskId: line.task.id }, `${line.task.ref} started`);
  /** Then the next one that can be worked is at hand. */
  async function finish(): Promise<void> {
    if (!line) return;
    const outcome = await actLoud(client.runbook.finishTask, { taskId: line.task.id }, `${line.task.ref} finished`);
    if (outcome.ok) select(null);
  }
  useKeys('Rollback tasks', [
    { key: 'S', label: 'start', run: start, when: mayStart },
    { key: 'F', label: 'finish', run: () => void finish(), when: mayFinish },
  ]);
  const over = lines.length - open.length;
  return (
    <Panel title={rollback.ref} quiet={`${over} of ${lines.length} over`} ruled className={css.list}>
      <div className={css.why}>
        <p className={css.words}>{rollback.reason}</p>
        {rollback.despite && (
          <p className={css.words}>
            <Mark state="no-go">Past a point of no return</Mark> {rollback.despite}
          </p>
        )}
        <div className="btns">
          {mayStart && (
            <Button hint="S" onClick={start}>
              Start {line.task.ref}
            </Button>
          )}
          {mayFinish && (
            <Button hint="F" primary onClick={() => void finish()}>
              Finish {line.task.ref}
            </Button>
          )}
        </div>
        <Meter share={lines.length === 0 ? 0 : over / lines.length} tone="good" />
      </div>
      <div className={css.table}>
        <Table
          main
          label={`Tasks of ${rollback.ref}`}
          rows={lines}
          columns={columns}
          rowId={({ task }) => task.ref}
          selectedId={line?.task.ref ?? null}
          onSelect={select}
          onOpen={({ task }) => go('runbook', task.ref)}
          rowClass={({ task }) => (isClosed(task) ? 'q2' : '')}
        />
      </div>
    </Panel>
  );
}

function useLines(rollback: Rollback): readonly Line[] {
  const rows = useRows();
  const { zone } = useTimes();
  return useMemo(() => {
    const at = (instant: number | null) => (instant === null ? '' : formatTime(instant, zone));
    return tasksOfRollback(rows, rollback).map((task) => ({
      task,
      state: taskState(rows, task),
      undoes: rows.task.get(task.rollbackOf ?? '')?.ref ?? '',
      owners: task.ownerIds.map((id) => rows.person.get(id)?.name ?? '').join(', '),
      started: at(task.actualStart),
      ended: at(task.actualEnd),
    }));
  }, [rows, rollback, zone]);
}
