/** The training board: coverage as a heat grid, who holds readiness back, the sessions and their seats, and coverage over time. */
import { useMemo, useState } from 'react';
import { coverage, type Grouping, peopleInCell } from '../../../shared/domain/training/coverage.ts';
import { sessionLines, unservedCourses } from '../../../shared/domain/training/sessions.ts';
import { client } from '../../client/client.ts';
import { actLoud } from '../../store/act.ts';
import { useGoLive, useRole, useTable } from '../../store/live.ts';
import { go, select, useRoute } from '../../store/route.ts';
import { HeatKey } from '../../ui/charts/heat-grid.tsx';
import { useNow } from '../../ui/clock.ts';
import { useKeys } from '../../ui/keys.ts';
import { Mark } from '../../ui/mark.tsx';
import { PickSet } from '../../ui/pick-set.tsx';
import { ToolLine } from '../../ui/tool-line.tsx';
import { Blocking, blockerId } from './blocking.tsx';
import { cellAddress, cellOf } from './cell.ts';
import { CoverageGrid } from './coverage-grid.tsx';
import { type Asking, TrainingDialogs } from './dialogs.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { PeopleInCell } from './people-in-cell.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import styles from './training.module.css';

const MINUTE = 60_000;

export function TrainingBoard() {
  const { tZeroAt, zone, trainingTarget } = useGoLive();
  const rows = useTrainingRows();
  const now = useNow(MINUTE);
  const mayAct = useRole() !== 'viewer';
  const { selected } = useRoute();
  const [picked, setBy] = useState<Grouping>('department');
  const [blocker, setBlocker] = useState<string | null>(null);
  const [seatId, setSeat] = useState<string | null>(null);
  const [sessionId, setSession] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);

  const cell = useMemo(() => cellOf(selected, [...rows.course.values()]), [rows.course, selected]);
  const hasCourses = rows.course.size > 0;
  const by = cell?.group != null ? cell.by : picked;
  const covered = useMemo(() => coverage(rows, by), [rows, by]);
  const lines = useMemo(() => sessionLines(rows, tZeroAt, now), [rows, tZeroAt, now]);
  const unserved = useMemo(() => unservedCourses(rows, lines), [rows, lines]);
  const people = useMemo(() => (cell ? peopleInCell(rows, cell.by, cell.group, cell.course.id) : []), [rows, cell]);
  const chosen = people.find(({ seat }) => seat.id === seatId) ?? null;

  const unbook = () => {
    if (chosen) void actLoud(client.training.unbookSeat, { seatIds: [chosen.seat.id] }, `${chosen.person.name} needs a seat again`);
  };
  const openCell = (group: string, courseId: string) => {
    const course = rows.course.get(courseId);
    if (course) select(cellAddress(course.ref, by, group));
  };
  const openBlocker = (id: string) => {
    setBlocker(id);
    select(id);
  };

  useKeys('Training', [
    { key: 'N', label: 'new session', run: () => setAsking('session'), when: mayAct && hasCourses },
    { key: 'A', label: 'attendance', run: () => setAsking('attendance'), when: mayAct && lines.length > 0 },
    { key: 'B', label: 'book', run: () => setAsking('book'), when: mayAct && cell !== null },
    { key: 'Shift+B', label: 'unbook', run: unbook, when: mayAct && chosen?.seat.status === 'booked', foot: false },
    { key: 'X', label: 'excuse', run: () => setAsking('excuse'), when: mayAct && chosen !== null && chosen.seat.status !== 'excused' },
    { key: 'W', label: 'who needs it', run: () => setAsking('need'), when: mayAct && hasCourses },
    { key: 'I', label: 'import people', run: () => setAsking('import'), when: mayAct },
    { key: 'C', label: 'new course', run: () => setAsking('course'), when: mayAct },
    { key: 'E', label: 'edit course', run: () => setAsking('edit-course'), when: mayAct && cell !== null, foot: false },
    { key: 'Escape', label: 'close cell', run: () => select(null), when: cell !== null, foot: false, palette: false },
  ]);

  return (
    <>
      <ToolLine
        title="Training coverage"
        quiet="Worst first, percent of people trained; excused people count as not needing a course"
        end={
          <div className={styles.marks}>
            <HeatKey />
            <Mark state="blocked">no seat</Mark>
            <Mark state="late">seat booked</Mark>
          </div>
        }
      >
        <PickSet
          label="Coverage by"
          picks={[
            { value: 'department', label: 'Department' },
            { value: 'jobRole', label: 'Role' },
          ]}
          value={by}
          onPick={(next) => {
            setBy(next);
            select(null);
          }}
        />
      </ToolLine>
      {!hasCourses || covered.groups.length === 0 ? (
        <NothingYet hasCourses={hasCourses} hasPeople={rows.person.size > 0} mayAct={mayAct} onAsk={setAsking} />
      ) : (
        <div className={styles.board}>
          <div className={styles.left}>
            <CoverageGrid
              coverage={covered}
              by={by}
              opened={cell?.group != null ? { row: cell.group, column: cell.course.id } : null}
              onOpen={openCell}
            />
            <ProgressPanel rows={rows} target={trainingTarget} tZeroAt={tZeroAt} zone={zone} />
          </div>
          <div className={styles.right}>
            {cell ? (
              <PeopleInCell
                cell={cell}
                people={people}
                mayAct={mayAct}
                chosen={chosen}
                onSelect={setSeat}
                onOpen={({ person }) => go('roster', person.id)}
                onClose={() => select(null)}
                onBook={() => setAsking('book')}
                onExcuse={() => setAsking('excuse')}
                onUnbook={unbook}
              />
            ) : (
              <Blocking
                rows={rows}
                total={covered.total}
                target={trainingTarget}
                selectedId={blocker}
                onSelect={setBlocker}
                onOpen={(each) => openBlocker(blockerId(each))}
              />
            )}
            <SessionsPanel
              lines={lines}
              unserved={unserved}
              zone={zone}
              tZeroAt={tZeroAt}
              mayAct={mayAct}
              selectedId={sessionId}
              onSelect={setSession}
              onAdd={() => setAsking('session')}
              onAttendance={() => setAsking('attendance')}
              onEdit={() => setAsking('edit-session')}
              onCancel={() => setAsking('cancel')}
            />
          </div>
        </div>
      )}
      <TrainingDialogs
        asking={asking}
        rows={rows}
        cell={cell}
        people={people}
        chosen={chosen}
        sessions={lines}
        sessionId={sessionId}
        wantedCourseId={unserved[0]?.course.id ?? ''}
        zone={zone}
        onClose={() => setAsking(null)}
      />
    </>
  );
}

/** The rows training looks at; the same object until one of its tables changes. */
function useTrainingRows() {
  const person = useTable('person');
  const course = useTable('course');
  const session = useTable('session');
  const seat = useTable('seat');
  return useMemo(() => ({ person, course, session, seat }), [person, course, session, seat]);
}
