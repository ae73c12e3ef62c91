/** How training went: 150 people of eight departments, five courses, eight sessions, not everybody there. */
import night from '../../../assets/sample/night.json' with { type: 'json' };
import { addPeople } from '../../../shared/domain/roster/rules.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { bookSeat, markSeat, needCourse } from '../../../shared/domain/training/seat-rules.ts';
import { addCourse, addSession } from '../../../shared/domain/training/session-rules.ts';
import { cellsOf, rowWhere, type Scene } from './stage.ts';

const MINUTE = 60_000;
const DAY = 24 * 60;
const TRAINER = 'C. Munro';

export const trainingScenes: readonly Scene[] = [
  { minute: -16 * DAY, actor: TRAINER, play: (rows, act) => addPeople(rows, { people: trainees(), courseIds: [] }, act) },
  ...night.courses.flatMap((line, index) => courseScenes(line, -15 * DAY + index)),
  ...night.sessions.flatMap((line, index) => sessionScenes(line, -14 * DAY + index * 2)),
];

function trainees() {
  const names = night.lastNames.flatMap((last) => night.firstNames.map((first) => `${first} ${last}`));
  const departments = Object.entries(night.departments).flatMap(([department, count]) => Array.from({ length: count }, () => department));
  return departments.map((department, index) => ({
    name: names[index] ?? `Person ${index}`,
    department,
    jobRole: '',
    contact: '',
    inTeam: false,
  }));
}

function courseScenes(line: string, minute: number): readonly Scene[] {
  const [title = '', audience = '', format = '', required] = cellsOf(line);
  const departments = audience === 'All departments' ? Object.keys(night.departments) : [audience];
  return [
    {
      minute,
      actor: TRAINER,
      play: (rows, act) => addCourse(rows, { title, audience, format, detail: '', isRequired: required === 'required' }, act),
    },
    ...departments.map(
      (department, index): Scene => ({
        minute: minute + 0.1 + index * 0.05,
        actor: TRAINER,
        play: (rows, act) => needCourse(rows, { courseId: courseNamed(rows, title), personIds: [], department }, act),
      }),
    ),
  ];
}

/** The session is set, everybody who needs it is booked up to its places, and one in eleven does not come. */
function sessionScenes(line: string, minute: number): readonly Scene[] {
  const [title = '', start, length, place = '', trainer = '', capacity] = cellsOf(line);
  const startsInMinutes = Number(start);
  const sessionOf = (rows: Rows, tZeroAt: number) =>
    [...rows.session.values()].find(
      ({ courseId, startsAt }) => courseId === courseNamed(rows, title) && startsAt === tZeroAt + startsInMinutes * MINUTE,
    )?.id ?? '';
  const tZeroOf = (rows: Rows) => [...rows.goLive.values()][0]?.tZeroAt ?? 0;
  return [
    {
      minute,
      actor: TRAINER,
      play: (rows, act) => {
        const startsAt = tZeroOf(rows) + startsInMinutes * MINUTE;
        return addSession(
          rows,
          {
            courseId: courseNamed(rows, title),
            startsAt,
            endsAt: startsAt + Number(length) * MINUTE,
            place,
            trainer,
            capacity: Number(capacity),
          },
          act,
        );
      },
    },
    {
      minute: minute + 1,
      actor: TRAINER,
      play: (rows, act) => bookSeat(rows, { sessionId: sessionOf(rows, tZeroOf(rows)), personIds: [], everyone: true }, act),
    },
    {
      minute: startsInMinutes + Number(length) + 10,
      actor: trainer,
      play: (rows, act) => {
        const sessionId = sessionOf(rows, tZeroOf(rows));
        const booked = [...rows.seat.values()].filter((seat) => seat.sessionId === sessionId && seat.status === 'booked');
        return markSeat(
          rows,
          { marks: booked.map(({ id }, index) => ({ seatId: id, status: index % 11 === 7 ? 'absent' : 'attended', note: '' })) },
          act,
        );
      },
    },
  ];
}

function courseNamed(rows: Rows, title: string): string {
  return rowWhere(rows.course, 'title', title).id;
}
