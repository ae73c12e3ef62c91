/** The sessions: attendance that is due first, then those to come with their seats, then the rest. */
import { useMemo } from 'react';
import { formatInstant, zoneName } from '../../../shared/base/time-words.ts';
import { type SessionLine, type SessionState, sessionStates, type UnservedCourse } from '../../../shared/domain/training/sessions.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, type Group, Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './training.module.css';

/** A session, or a course that has too few of them. */
type Line = { readonly kind: 'session'; readonly line: SessionLine } | { readonly kind: 'unserved'; readonly unserved: UnservedCourse };

interface SessionsPanelProps {
  readonly lines: readonly SessionLine[];
  readonly unserved: readonly UnservedCourse[];
  readonly zone: string;
  readonly tZeroAt: number;
  readonly mayAct: boolean;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly onAdd: () => void;
  readonly onAttendance: () => void;
  readonly onEdit: () => void;
  readonly onCancel: () => void;
}

export function SessionsPanel(props: SessionsPanelProps) {
  const { lines, unserved, zone, tZeroAt, mayAct, selectedId, onSelect, onAdd, onAttendance, onEdit, onCancel } = props;
  const groups = useMemo(() => groupsOf(lines, unserved), [lines, unserved]);
  const chosen = lines.find(({ session }) => session.id === selectedId);
  const isEditable = chosen !== undefined && chosen.state !== 'cancelled';
  return (
    <Panel
      title="Sessions"
      quiet={`times in ${zoneName(tZeroAt, zone)}, T-0 ${formatInstant(tZeroAt, zone)}`}
      className={`split above ${styles.sessions}`}
    >
      <div className={styles.people}>
        {mayAct && (
          <div className={`btns ${styles.acts}`}>
            <Button hint="N" primary onClick={onAdd}>
              Add a session
            </Button>
            <Button hint="A" onClick={onAttendance} disabled={lines.length === 0}>
              Attendance
            </Button>
            {isEditable && (
              <>
                <Button onClick={onEdit}>Edit</Button>
                <Button onClick={onCancel}>Call off</Button>
              </>
            )}
          </div>
        )}
        <div className={styles.fill}>
          <Table
            label="Sessions"
            groups={groups}
            columns={columns}
            rowId={idOf}
            selectedId={selectedId}
            onSelect={onSelect}
            onOpen={(line) => line.kind === 'session' && mayAct && onAttendance()}
            empty="No session yet. Add the first one, then book people into it."
          />
        </div>
      </div>
    </Panel>
  );
}

const heads: Readonly<Record<SessionState, string>> = {
  'attendance due': 'Attendance not taken',
  'to come': 'To come',
  'after T-0': 'After T-0',
  held: 'Held',
  cancelled: 'Cancelled',
};

function groupsOf(lines: readonly SessionLine[], unserved: readonly UnservedCourse[]): readonly Group<Line>[] {
  const missing: readonly Line[] = unserved.map((each) => ({ kind: 'unserved', unserved: each }));
  const byState = sessionStates.map((state) => ({
    key: state,
    head: heads[state],
    rows: lines.filter((line) => line.state === state).map((line): Line => ({ kind: 'session', line })),
  }));
  return [{ key: 'unserved', head: 'Too few seats', rows: missing }, ...byState].filter(({ rows }) => rows.length > 0);
}

function idOf(line: Line): string {
  return line.kind === 'session' ? line.line.session.id : line.unserved.course.id;
}

const columns: readonly Column<Line>[] = [
  {
    key: 'at',
    head: 'At',
    width: 148,
    cell: (line) =>
      line.kind === 'session' ? <Time at={line.line.session.startsAt} day="always" /> : <Mark state="blocked">No room</Mark>,
  },
  {
    key: 'course',
    head: 'Course',
    width: '5fr',
    min: 90,
    cell: (line) => courseOf(line).title,
    title: (line) => courseOf(line).title,
  },
  {
    key: 'place',
    head: 'Place, trainer',
    width: '4fr',
    min: 80,
    cell: placeOf,
    title: placeOf,
    className: 'q2',
  },
  {
    key: 'seats',
    head: 'Seats',
    width: 68,
    align: 'number',
    cell: (line) => <Seats line={line} />,
  },
];

function Seats({ line }: { readonly line: Line }) {
  if (line.kind === 'unserved') return <span className="stop">+{line.unserved.people}</span>;
  const { state, taken, attended, session } = line.line;
  if (state === 'cancelled') return <span className="q">none</span>;
  if (state === 'held') return <span className="q2">{attended} came</span>;
  const full = taken >= session.capacity;
  return (
    <span className={full && state === 'to come' ? 'warn' : undefined}>
      {taken}/{session.capacity}
    </span>
  );
}

function courseOf(line: Line) {
  return line.kind === 'session' ? line.line.course : line.unserved.course;
}

function placeOf(line: Line): string {
  if (line.kind === 'unserved') return `${line.unserved.people} ${line.unserved.people === 1 ? 'waits' : 'wait'}`;
  const { place, trainer } = line.line.session;
  return [place, trainer].filter(Boolean).join(', ');
}
