/** The people of the open cell: who needs the course, and how far each is. */
import { type CellPerson, counted, groupTitle, noTally, percentTrained } from '../../../shared/domain/training/coverage.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import type { OpenCell } from './cell.ts';
import { seatMarks, seatWords } from './seat-words.ts';
import styles from './training.module.css';

interface PeopleInCellProps {
  readonly cell: OpenCell;
  readonly people: readonly CellPerson[];
  readonly mayAct: boolean;
  readonly chosen: CellPerson | null;
  readonly onSelect: (seatId: string) => void;
  readonly onOpen: (line: CellPerson) => void;
  readonly onClose: () => void;
  readonly onBook: () => void;
  readonly onExcuse: () => void;
  readonly onUnbook: () => void;
}

export function PeopleInCell(props: PeopleInCellProps) {
  const { cell, people, mayAct, chosen, onSelect, onOpen, onClose, onBook, onExcuse, onUnbook } = props;
  const { course, by, group } = cell;
  const tally = people.reduce((sum, { seat }) => counted(sum, seat), noTally);
  const percent = percentTrained(tally);
  const scope = group === null ? 'everybody' : groupTitle(group, by);
  return (
    <Panel
      title={course.title}
      quiet={`${scope}, ${percent === null ? 'nobody needs it' : `${percent} % of ${tally.needed}`}`}
      className={`split ${styles.blocking}`}
      end={
        <button type="button" className="link" onClick={onClose}>
          Close
        </button>
      }
    >
      <div className={styles.people}>
        {mayAct && (
          <div className={`btns ${styles.acts}`}>
            <Button hint="B" onClick={onBook} disabled={tally.noSeat === 0 && !chosen}>
              Book
            </Button>
            <Button hint="Shift+B" onClick={onUnbook} disabled={chosen?.seat.status !== 'booked'}>
              Unbook
            </Button>
            <Button hint="X" onClick={onExcuse} disabled={!chosen || chosen.seat.status === 'excused'}>
              Excuse
            </Button>
          </div>
        )}
        <div className={styles.fill}>
          <Table
            main
            label={`People who need ${course.title}, ${scope}`}
            rows={people}
            columns={columns}
            rowId={({ seat }) => seat.id}
            selectedId={chosen?.seat.id ?? null}
            onSelect={onSelect}
            onOpen={onOpen}
            empty="Nobody here needs this course."
          />
        </div>
        {chosen?.seat.note && <p className={`small q2 ${styles.note}`}>{chosen.seat.note}</p>}
      </div>
    </Panel>
  );
}

const columns: readonly Column<CellPerson>[] = [
  {
    key: 'name',
    head: 'Name',
    width: '1fr',
    min: 110,
    cell: ({ person }) => person.name,
    title: ({ person }) => person.name,
    className: 'name',
  },
  {
    key: 'state',
    head: 'State',
    width: 108,
    cell: ({ seat }) => <Mark state={seatMarks[seat.status]}>{seatWords[seat.status]}</Mark>,
  },
  {
    key: 'session',
    head: 'Session',
    width: 124,
    cell: ({ session }) => (session ? <Time at={session.startsAt} /> : ''),
    title: ({ session }) => session?.place ?? '',
  },
];
