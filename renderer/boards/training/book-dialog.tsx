/** Books the people of a cell into a session: one of them, or as many without a seat as there are free places. */
import { useState } from 'react';
import { formatDay, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { type CellPerson, groupTitle } from '../../../shared/domain/training/coverage.ts';
import { wantsPlace } from '../../../shared/domain/training/seats.ts';
import type { SessionLine } from '../../../shared/domain/training/sessions.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import type { OpenCell } from './cell.ts';

interface BookDialogProps {
  readonly cell: OpenCell;
  /** Everybody in the cell. */
  readonly people: readonly CellPerson[];
  /** The one selected; null for none. */
  readonly chosen: CellPerson | null;
  readonly sessions: readonly SessionLine[];
  readonly zone: string;
  readonly onClose: () => void;
}

export function BookDialog({ cell, people, chosen, sessions, zone, onClose }: BookDialogProps) {
  const open = sessions.filter(({ course, state }) => course.id === cell.course.id && (state === 'to come' || state === 'after T-0'));
  const waiting = people.filter(({ seat }) => wantsPlace(seat));
  const canChoose = chosen !== null && chosen.seat.status !== 'attended';
  const [sessionId, setSession] = useState<string | null>((open.find(({ free }) => free > 0) ?? open[0])?.session.id ?? null);
  const [whom, setWhom] = useState<'one' | 'all'>(canChoose ? 'one' : 'all');
  const line = open.find(({ session }) => session.id === sessionId);
  const scope = cell.group === null ? 'Everybody' : groupTitle(cell.group, cell.by);
  const count = whom === 'one' ? 1 : Math.min(waiting.length, line?.free ?? 0);
  const left = whom === 'one' ? 0 : waiting.length - count;

  async function run() {
    const people_ = whom === 'one' && chosen ? { personIds: [chosen.person.id] } : inCell(cell, waiting);
    const said = left === 0 ? `${count} booked` : `${count} booked, ${left} still without a seat`;
    return act(client.training.bookSeat, { sessionId: sessionId ?? '', ...people_ }, said);
  }

  return (
    <Dialog
      title="Book"
      quiet={`${cell.course.title}, ${scope}`}
      onClose={onClose}
      submit={{ label: count === 1 ? 'Book 1 person' : `Book ${count} people`, run, disabled: sessionId === null || count === 0 }}
    >
      {canChoose && (
        <ChoiceField
          label="Whom"
          value={whom}
          onChange={setWhom}
          choices={[
            { value: 'one', label: chosen.person.name },
            { value: 'all', label: `All without a seat, ${scope}`, count: waiting.length },
          ]}
        />
      )}
      {open.length === 0 ? (
        <p className="q2">No session of this course is to come. Add one first, with the key N.</p>
      ) : (
        <SelectField
          label="Session"
          required
          value={sessionId}
          onChange={setSession}
          options={open.map(({ session, free, state }) => ({
            value: session.id,
            label: `${formatDay(session.startsAt, zone)} ${formatTime(session.startsAt, zone)} ${zoneName(session.startsAt, zone)}, ${[session.place, free === 0 ? 'full' : `${free} free`].filter(Boolean).join(', ')}`,
            group: state === 'to come' ? 'To come' : 'After T-0',
          }))}
        />
      )}
      {left > 0 && line && (
        <p className="warn">
          <span className="f">{left}</span> stay without a seat: the session has <span className="f">{line.free}</span> free.
        </p>
      )}
    </Dialog>
  );
}

/** Departments and job roles are booked by name, so that whoever comes to need the course meanwhile is meant too. */
function inCell({ by, group }: OpenCell, waiting: readonly CellPerson[]) {
  if (group === null) return { everyone: true };
  if (group === '') return { personIds: waiting.map(({ person }) => person.id) };
  return by === 'department' ? { department: group } : { jobRole: group };
}
