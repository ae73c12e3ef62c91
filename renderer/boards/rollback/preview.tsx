/** What a rollback from here would undo, in order, before anybody decides it. */
import { type ReactNode, useMemo, useState } from 'react';
import { formatSpan } from '../../../shared/base/time-words.ts';
import { type Course, lengthOf } from '../../../shared/domain/rollback/course.ts';
import { CONSISTENCY, undoTitle } from '../../../shared/domain/rollback/rollback-tasks.ts';
import { counted } from '../../../shared/domain/timeline/told.ts';
import { go, select, useRoute } from '../../store/route.ts';
import { Empty } from '../../ui/empty.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import css from './rollback.module.css';

const MINUTE = 60_000;

/** A line of the course: something that is taken back, a step of the playbook, or the check of the data. */
interface Line {
  readonly key: string;
  readonly title: string;
  /** The task it takes back; empty for none. */
  readonly ref: string;
  readonly what: string;
  readonly lengthMs: number;
  /** Counted from the decision, ms. */
  readonly start: number;
  readonly isCritical: boolean;
}

const columns: readonly Column<Line>[] = [
  { key: 'start', head: 'From', width: 92, align: 'number', className: 'q2', cell: ({ start }) => `+${formatSpan(start)}` },
  {
    key: 'title',
    head: 'Taken back by',
    width: '3fr',
    min: 200,
    className: 'name',
    cell: ({ title }) => title,
    title: ({ title }) => title,
  },
  { key: 'ref', head: 'Undoes', width: 64, className: 'f', cell: ({ ref }) => ref },
  { key: 'task', head: 'What was done', width: '2fr', min: 140, className: 'q2', cell: ({ what }) => what, title: ({ what }) => what },
  { key: 'length', head: 'Takes', width: 72, align: 'number', cell: ({ lengthMs }) => formatSpan(lengthMs) },
  {
    key: 'end',
    head: 'To',
    width: 92,
    align: 'number',
    className: 'q2',
    cell: ({ start, lengthMs }) => `+${formatSpan(start + lengthMs)}`,
  },
  {
    key: 'critical',
    head: 'Longest way',
    width: 104,
    cell: ({ isCritical }) => isCritical && <Mark state="critical">on it</Mark>,
  },
];

interface PreviewProps {
  /** Of the kind the fuse reckons with. */
  readonly course: Course;
  /** False while nothing was done at all. */
  readonly hasWork: boolean;
  /** The first step of an empty board. */
  readonly step: ReactNode;
}

export function Preview({ course, hasWork, step }: PreviewProps) {
  const { selected } = useRoute();
  const [other, setOther] = useState<string | null>(null);
  const { steps, withoutWayBack } = course.plan;
  const lines = useMemo(() => linesOf(course), [course]);
  /** Only tasks can stand in the address. */
  const choose = (key: string) => {
    const isTask = lines.some((line) => line.key === key && line.ref !== '');
    setOther(isTask ? null : key);
    select(isTask ? key : null);
  };
  const chosen = other ?? (steps.some(({ task }) => task.ref === selected) ? selected : null);
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
      quiet={`${course.kind}, ${counted(steps.length, 'task')} to undo, in this order`}
      end={withoutWayBack.length > 0 && <WithoutWayBack refs={withoutWayBack.map(({ ref }) => ref)} />}
      ruled
      className={css.list}
    >
      <Table
        main
        label="What would be undone"
        rows={lines}
        columns={columns}
        rowId={({ key }) => key}
        selectedId={chosen}
        onSelect={choose}
        onOpen={({ ref }) => ref && go('runbook', ref)}
        empty="Nothing that was done says how it is taken back. A rollback would work the steps of the playbook alone."
      />
    </Panel>
  );
}

function linesOf({ opening, plan, closing, checkMs }: Course): readonly Line[] {
  const openedMs = lengthOf(opening);
  const undoneMs = openedMs + plan.backMs;
  const ofPlaybook = (steps: Course['opening'], from: number, place: string): readonly Line[] => {
    let start = from;
    return steps.map(({ title, minutes }, at) => {
      const line = {
        key: `${place} ${at}`,
        title,
        ref: '',
        what: 'step of the playbook',
        lengthMs: minutes * MINUTE,
        start,
        isCritical: true,
      };
      start += line.lengthMs;
      return line;
    });
  };
  const undoing = plan.steps.map((step) => ({
    key: step.task.ref,
    title: step.isCheckpoint ? `Everything after ${step.task.ref} is undone` : undoTitle(step.task),
    ref: step.task.ref,
    what: step.task.title,
    lengthMs: step.lengthMs,
    start: openedMs + step.start,
    isCritical: step.isCritical,
  }));
  const check = { key: 'check', title: CONSISTENCY, ref: '', what: 'ends a database rollback', lengthMs: checkMs ?? 0, isCritical: true };
  return [
    ...ofPlaybook(opening, 0, 'before'),
    ...undoing,
    ...ofPlaybook(closing, undoneMs, 'after'),
    ...(checkMs === null ? [] : [{ ...check, start: undoneMs + lengthOf(closing) }]),
  ];
}

function WithoutWayBack({ refs }: { readonly refs: readonly string[] }) {
  return (
    <span className="q" title={refs.join(', ')}>
      {refs.length} done with nothing to take back
    </span>
  );
}
