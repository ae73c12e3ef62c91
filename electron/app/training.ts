/** What may be asked of training. */
import {
  AddCourse,
  AddSession,
  BookSeat,
  CancelSession,
  EditCourse,
  EditSession,
  MarkSeat,
  NeedCourse,
  UnbookSeat,
} from '../../shared/domain/training/commands.ts';
import { bookSeat, markSeat, needCourse, unbookSeat } from '../../shared/domain/training/seat-rules.ts';
import { addCourse, addSession, cancelSession, editCourse, editSession } from '../../shared/domain/training/session-rules.ts';
import { act, router } from './trpc.ts';

export const training = router({
  addCourse: act(AddCourse, addCourse),
  editCourse: act(EditCourse, editCourse),
  addSession: act(AddSession, addSession),
  editSession: act(EditSession, editSession),
  cancelSession: act(CancelSession, cancelSession),
  needCourse: act(NeedCourse, needCourse),
  bookSeat: act(BookSeat, bookSeat),
  unbookSeat: act(UnbookSeat, unbookSeat),
  markSeat: act(MarkSeat, markSeat),
});
