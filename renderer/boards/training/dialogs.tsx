/** The questions of the training board; one at a time is open. */
import type { CellPerson, TrainingRows } from '../../../shared/domain/training/coverage.ts';
import type { SessionLine } from '../../../shared/domain/training/sessions.ts';
import { AttendanceDialog } from './attendance-dialog.tsx';
import { BookDialog } from './book-dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import type { OpenCell } from './cell.ts';
import { CourseDialog } from './course-dialog.tsx';
import { ExcuseDialog } from './excuse-dialog.tsx';
import { ImportPeople } from './import-people.tsx';
import { NeedDialog } from './need-dialog.tsx';
import { SessionDialog } from './session-dialog.tsx';

export type Asking =
  | 'session'
  | 'edit-session'
  | 'cancel'
  | 'attendance'
  | 'book'
  | 'excuse'
  | 'need'
  | 'import'
  | 'course'
  | 'edit-course';

interface TrainingDialogsProps {
  readonly asking: Asking | null;
  readonly rows: TrainingRows;
  readonly cell: OpenCell | null;
  readonly people: readonly CellPerson[];
  readonly chosen: CellPerson | null;
  readonly sessions: readonly SessionLine[];
  readonly sessionId: string | null;
  /** The course that lacks seats most; empty for none. */
  readonly wantedCourseId: string;
  readonly zone: string;
  readonly onClose: () => void;
}

export function TrainingDialogs({
  asking,
  rows,
  cell,
  people,
  chosen,
  sessions,
  sessionId,
  wantedCourseId,
  zone,
  onClose,
}: TrainingDialogsProps) {
  const courseId = cell?.course.id ?? '';
  const line = sessions.find(({ session }) => session.id === sessionId);
  if (asking === 'session') return <SessionDialog session={null} courseId={courseId || wantedCourseId} onClose={onClose} />;
  if (asking === 'edit-session' && line) return <SessionDialog session={line.session} courseId="" onClose={onClose} />;
  if (asking === 'cancel' && line) return <CancelDialog line={line} onClose={onClose} />;
  if (asking === 'attendance')
    return <AttendanceDialog rows={rows} sessions={sessions} sessionId={sessionId} zone={zone} onClose={onClose} />;
  if (asking === 'book' && cell)
    return <BookDialog cell={cell} people={people} chosen={chosen} sessions={sessions} zone={zone} onClose={onClose} />;
  if (asking === 'excuse' && cell && chosen) return <ExcuseDialog line={chosen} courseTitle={cell.course.title} onClose={onClose} />;
  if (asking === 'need') return <NeedDialog courseId={courseId} onClose={onClose} />;
  if (asking === 'import') return <ImportPeople courseId={courseId} onClose={onClose} />;
  if (asking === 'course') return <CourseDialog course={null} onClose={onClose} />;
  if (asking === 'edit-course' && cell) return <CourseDialog course={cell.course} onClose={onClose} />;
  return null;
}
