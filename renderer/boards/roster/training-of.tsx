/** Which courses a person needs, and how far they are. */
import { coursesInOrder } from '../../../shared/domain/training/coverage.ts';
import type { SeatStatus } from '../../../shared/domain/training/schema.ts';
import { useRows } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import styles from './roster.module.css';

const marks: Readonly<Record<SeatStatus, readonly [MarkState, string]>> = {
  needed: ['late', 'No seat'],
  booked: ['ready', 'Booked'],
  attended: ['finished', 'Attended'],
  absent: ['late', 'Was absent'],
  excused: ['waived', 'Excused'],
};

export function TrainingOf({ personId }: { readonly personId: string }) {
  const rows = useRows();
  const seats = [...rows.seat.values()].filter((seat) => seat.personId === personId);
  if (seats.length === 0) return null;
  const lines = coursesInOrder(rows).flatMap((course) => {
    const seat = seats.find(({ courseId }) => courseId === course.id);
    return seat ? [{ course, seat }] : [];
  });
  return (
    <>
      <h3 className={styles.head}>
        Courses <span className="f q">{lines.length}</span>
      </h3>
      <ul>
        {lines.map(({ course, seat }) => (
          <li key={seat.id} className={styles.course}>
            <button type="button" className="link cut" title={course.title} onClick={() => go('training', course.ref)}>
              {course.title}
            </button>
            <Mark state={marks[seat.status][0]}>{marks[seat.status][1]}</Mark>
          </li>
        ))}
      </ul>
    </>
  );
}
