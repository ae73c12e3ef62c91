/** What a rollback from here would undo, in order, before anybody decides it. */
import type { ReactNode } from 'react';
import { formatSpan } from '../../../shared/base/time-words.ts';
import type { RollbackPlan, UndoStep } from '../../../shared/domain/rollback/plan.ts';
import { undoTitle } from '../../../shared/domain/rollback/rollback-tasks.ts';
import { go, select, useRoute } from '../../store/route.ts';
import { Empty } from '../../ui/empty.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import css from './rollback.module.css';

const titleOf = ({ task, isCheckpoint }: UndoStep) => (isCheckpoint ? `Everything after ${task.ref} is undone` : undoTitle(task));
const columns: readonly Column<UndoStep>[] = [
  { key: 'start', head: 'From', width: 92, align: 'number', className: 'q2', cell: ({ start }) => `+${formatSpan(start)}` },
  { key: 'title', head: 'Taken back by', width: '3fr', min: 200, className: 'name', cell: titleOf, title: titleOf },
  { key: 'ref', head: 'Undoes', width: 64, className: 'f', cell: ({ task }) => task.ref },
  {
    key: 'task',
    head: 'What was done',
    width: '2fr',
    min: 140,
    className: 'q2',
    cell: ({ task }) => task.title,
    title: ({ task }) => task.title,
  },
  { key: 'length', head: 'Takes', width: 72, align: 'number', cell: ({ lengthMs }) => formatSpan(lengthMs) },
  { key: 'end', head: 'To', width: 92, align: 'number', className: 'q2', cell: ({ end }) => `+${formatSpan(end)}` },
  {
    key: 'critical',
    head: 'Longest way',
    width: 104,
    cell: ({ isCritical }) => isCritical && <Mark state="critical">on it</Mark>,
  },
];

interface PreviewProps {
  readonly plan: RollbackPlan;
  /** False while nothing was done at all. */
  readonly hasWork: boolean;
  /** The first step of an empty board. */
  readonly step: ReactNode;
}

export function Preview({ plan, hasWork, step }: PreviewProps) {
  const { selected } = useRoute();
  const { steps, withoutWayBack } = plan;
  if (!hasWork) {
    return (
      <Empty title="Nothing to take back" step={step}>
        Once work is done, here stands how it would be undone, in which order and how long that takes, and until when it still ends inside
        the change window. How a task is taken back is written on the task.
      </Empty>
    );
  }
  return (
    <Panel
      title="A rollback from here"
      quiet={`${steps.length} ${steps.length === 1 ? 'task' : 'tasks'} would be undone in this order`}
      end={withoutWayBack.length > 0 && <WithoutWayBack refs={withoutWayBack.map(({ ref }) => ref)} />}
      ruled
      className={css.list}
    >
      <Table
        main
        label="What would be undone"
        rows={steps}
        columns={columns}
        rowId={({ task }) => task.ref}
        selectedId={steps.some(({ task }) => task.ref === selected) ? selected : null}
        onSelect={select}
        onOpen={({ task }) => go('runbook', task.ref)}
        empty="Nothing that was done says how it is taken back. A rollback would work the steps of the playbook alone."
      />
    </Panel>
  );
}

function WithoutWayBack({ refs }: { readonly refs: readonly string[] }) {
  return (
    <span className="q" title={refs.join(', ')}>
      {refs.length} done with nothing to take back
    </span>
  );
}
