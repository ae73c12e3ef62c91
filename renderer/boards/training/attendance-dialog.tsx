/** The attendance list of a session: who came, who did not, and who came without a seat. */
import { useState } from 'react';
import { formatDay, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { byName } from '../../../shared/domain/roster/order.ts';
import { type CellPerson, peopleInCell, type TrainingRows } from '../../../shared/domain/training/coverage.ts';
import type { SessionLine } from '../../../shared/domain/training/sessions.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useNow } from '../../ui/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { PeopleField } from '../../ui/fields/people-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { PickSet } from '../../ui/pick-set.tsx';
import styles from './training.module.css';

interface AttendanceDialogProps {
  readonly rows: TrainingRows;
  readonly sessions: readonly SessionLine[];
  /** The session to begin with; null takes the first whose attendance is due. */
  readonly sessionId: string | null;
  readonly zone: string;
  readonly onClose: () => void;
}

type Came = 'attended' | 'absent';
const MINUTE = 60_000;

export function AttendanceDialog({ rows, sessions, sessionId, zone, onClose }: AttendanceDialogProps) {
  const now = useNow(MINUTE);
  const begun = sessions.filter(({ session, state }) => state !== 'cancelled' && session.startsAt <= now);
  const [chosenId, choose] = useState(begun.find(({ session }) => session.id === sessionId)?.session.id ?? begun[0]?.session.id ?? null);
  const [picks, setPicks] = useState<Readonly<Record<string, Came>>>({});
  const [walkIns, setWalkIns] = useState<readonly string[]>([]);
  const line = begun.find(({ session }) => session.id === chosenId);
  const needing = line ? peopleInCell(rows, 'department', null, line.course.id) : [];
  const listed = needing.filter(({ session }) => session?.id === chosenId).sort((a, b) => byName(a.person, b.person));
  const others = needing.filter(({ seat, session }) => session?.id !== chosenId && seat.status !== 'attended');
  const marks = [
    ...listed.map(({ seat }) => ({ seatId: seat.id, status: cameOf(seat, picks) })),
    ...others.filter(({ person }) => walkIns.includes(person.id)).map(({ seat }) => ({ seatId: seat.id, status: 'attended' as const })),
  ];
  const came = marks.filter(({ status }) => status === 'attended').length;

  async function run() {
    const said = `${came} attended, ${marks.length - came} absent`;
    return act(client.training.markSeat, { sessionId: chosenId ?? '', marks }, said);
  }

  return (
    <Dialog
      title="Attendance"
      quiet={line && `${came} of ${listed.length} booked came${walkIns.length > 0 ? `, with ${walkIns.length} who had no seat` : ''}`}
      onClose={onClose}
      submit={{ label: 'Record attendance', run, disabled: marks.length === 0 }}
    >
      {begun.length === 0 ? (
        <p className="q2">No session has begun yet.</p>
      ) : (
        <SelectField
          label="Session"
          required
          value={chosenId}
          onChange={(next) => {
            choose(next);
            setPicks({});
            setWalkIns([]);
          }}
          options={begun.map(({ session, course, state }) => ({
            value: session.id,
            label: `${formatDay(session.startsAt, zone)} ${formatTime(session.startsAt, zone)} ${zoneName(session.startsAt, zone)}, ${course.title}`,
            group: state === 'attendance due' ? 'Attendance not taken' : 'Held',
          }))}
        />
      )}
      {line && listed.length === 0 && <p className="q2">Nobody was booked on this session.</p>}
      {listed.length > 0 && (
        <div className={styles.attendance}>
          {listed.map(({ person, seat }) => (
            <PersonCame
              key={seat.id}
              name={person.name}
              department={person.department}
              value={cameOf(seat, picks)}
              onPick={(value) => setPicks({ ...picks, [seat.id]: value })}
            />
          ))}
        </div>
      )}
      {line && others.length > 0 && (
        <PeopleField
          label="Came without a seat"
          value={walkIns}
          onChange={setWalkIns}
          people={others.map(({ person }) => person)}
          placeholder="Type a name"
        />
      )}
    </Dialog>
  );
}

/** Booked people are taken to have come unless somebody says otherwise. */
function cameOf(seat: CellPerson['seat'], picks: Readonly<Record<string, Came>>): Came {
  return picks[seat.id] ?? (seat.status === 'absent' ? 'absent' : 'attended');
}

interface PersonCameProps {
  readonly name: string;
  readonly department: string;
  readonly value: Came;
  readonly onPick: (value: Came) => void;
}

function PersonCame({ name, department, value, onPick }: PersonCameProps) {
  return (
    <>
      <span className="cut">
        <span className="name">{name}</span> <span className="q">{department}</span>
      </span>
      <PickSet
        label={name}
        picks={[
          { value: 'attended', label: 'Attended' },
          { value: 'absent', label: 'Absent' },
        ]}
        value={value}
        onPick={onPick}
      />
    </>
  );
}
