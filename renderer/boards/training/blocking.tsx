/** Who holds readiness back: people short of a required course, by department and course, worst first. */
import { useMemo } from 'react';
import { type Blocker, blockers, peopleShort } from '../../../shared/domain/training/blockers.ts';
import { groupTitle, percentTrained, shortIn, type Tally, type TrainingRows } from '../../../shared/domain/training/coverage.ts';
import { BigFigure } from '../../ui/figure.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Meter } from '../../ui/meter.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import styles from './training.module.css';

interface BlockingProps {
  readonly rows: TrainingRows;
  readonly total: Tally;
  /** Percent of required training that must be reached. */
  readonly target: number;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (blocker: Blocker) => void;
}

export function Blocking({ rows, total, target, selectedId, onSelect, onOpen }: BlockingProps) {
  const list = useMemo(() => blockers(rows), [rows]);
  const { people, booked, noSeat } = useMemo(() => peopleShort(rows), [rows]);
  const percent = percentTrained(total);
  return (
    <section className={`split ${styles.blocking}`} aria-label="Who holds readiness back">
      {people > 0 && (
        <div className={styles.sum}>
          <Mark state={noSeat > 0 ? 'blocked' : 'late'} bare size="huge">
            {noSeat > 0 ? 'Blocks' : 'Late'}
          </Mark>
          <BigFigure value={people} size={44} />
          <p className="q2">
            {people === 1 ? 'person lacks' : 'people lack'} a required course.
            <br />
            <span className="f">{booked}</span> hold a seat, <span className={noSeat > 0 ? 'f stop' : 'f'}>{noSeat}</span>{' '}
            <span className={noSeat > 0 ? 'stop' : undefined}>do not</span>.
          </p>
        </div>
      )}
      {people === 0 && percent !== null && (
        <div className={styles.sum}>
          <Mark state="finished" size="big">
            Everybody has attended the courses they must have
          </Mark>
        </div>
      )}
      {percent !== null && (
        <div className={styles.share}>
          <span className="small q2">
            <span className="f">{percent}</span> % of required training attended, target <span className="f">{target}</span> %
          </span>
          <Meter share={percent / 100} target={target / 100} tone={percent >= target ? 'good' : 'warn'} />
        </div>
      )}
      <div className={styles.fill}>
        <Table
          main
          label="Holds readiness back"
          rows={list}
          columns={columns}
          rowId={blockerId}
          selectedId={selectedId}
          onSelect={onSelect}
          onOpen={onOpen}
          empty="Nobody lacks a required course."
        />
      </div>
    </section>
  );
}

/** Unique among blockers. */
export function blockerId({ department, course }: Blocker): string {
  return `${course.ref}/department/${department}`;
}

const columns: readonly Column<Blocker>[] = [
  {
    key: 'department',
    head: 'Blocks readiness',
    width: '5fr',
    min: 110,
    cell: ({ department }) => groupTitle(department, 'department'),
    title: ({ department }) => department,
    className: 'name',
  },
  { key: 'course', head: 'Course', width: '4fr', cell: ({ course }) => course.title, title: ({ course }) => course.title, className: 'q2' },
  { key: 'short', head: 'Short', width: 48, align: 'number', cell: ({ tally }) => shortIn(tally) },
  { key: 'booked', head: 'Booked', width: 58, align: 'number', cell: ({ tally }) => tally.booked },
  {
    key: 'noSeat',
    head: 'No seat',
    width: 72,
    align: 'number',
    cell: ({ tally }) => (tally.noSeat > 0 ? <Mark state="blocked">{tally.noSeat}</Mark> : <span className="q">0</span>),
  },
];
