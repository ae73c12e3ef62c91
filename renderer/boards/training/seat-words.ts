/** How the state of a seat is shown: its mark and its word. */
import type { SeatStatus } from '../../../shared/domain/training/schema.ts';
import type { MarkState } from '../../ui/mark.tsx';

export const seatMarks: Readonly<Record<SeatStatus, MarkState>> = {
  needed: 'blocked',
  absent: 'blocked',
  booked: 'late',
  attended: 'finished',
  excused: 'waived',
};

export const seatWords: Readonly<Record<SeatStatus, string>> = {
  needed: 'No seat',
  absent: 'Was absent',
  booked: 'Booked',
  attended: 'Attended',
  excused: 'Excused',
};
