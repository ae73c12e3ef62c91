/** The facts of roster and training tests: people, roles, courses, sessions and seats, told apart by numbers. */
import type { Entry } from '../../shared/base/entry.ts';
import type { Verdict } from '../../shared/base/rule.ts';
import type { Assignment, Person } from '../../shared/domain/roster/schema.ts';
import type { Row, Rows, TableName } from '../../shared/domain/tables.ts';
import type { Course, Seat, Session } from '../../shared/domain/training/schema.ts';
import { aGoLive, aPerson, aPlaybookCopy, goLiveId, HOUR, idOf, rowsWith, T_ZERO } from './builders.ts';
import { anEntry } from './entries.ts';

/** Rows of a go-live with the roles `trainer`, `lead` (required) and `scribe` (required) in its playbook. */
export function factsOf(rows: { readonly [Name in TableName]?: readonly Row<Name>[] }): Rows {
  const role = (key: string, title: string, isRequired: boolean) => ({ key, title, isRequired, duties: [{ title: `Duty of ${title}` }] });
  const roles = [role('trainer', 'Trainer', false), role('lead', 'Go-live lead', true), role('scribe', 'Scribe', true)];
  return rowsWith({ goLive: [aGoLive()], playbookCopy: [aPlaybookCopy({ roles })], ...rows });
}

/** The code of a refusal; `ok` for a yes. */
export function codeOf(verdict: Verdict): string {
  return verdict.ok ? 'ok' : verdict.refusal.code;
}

/** The journal entry a verdict that must be a yes became. */
export function entryOf(verdict: Verdict): Entry {
  if (!verdict.ok) throw new Error(`refused: ${verdict.refusal.reason}`);
  const { action, changes, note } = verdict.value;
  return anEntry(action, changes, { note });
}

export function person(number: number, given: Partial<Person> = {}): Person {
  return aPerson({ id: idOf(number), name: `Person ${number}`, department: 'Sales', jobRole: 'clerk', inTeam: false, ...given });
}

export function assignment(number: number, role: string, personId: string): Assignment {
  return { id: idOf(number), goLiveId, role, personId };
}

export function course(number: number, given: Partial<Course> = {}): Course {
  const words = { title: `Course ${number}`, audience: '', format: '', detail: '' };
  return { id: idOf(number), goLiveId, ref: `CRS-${number}`, ...words, position: number, isRequired: true, ...given };
}

/** Ten seats, from a day before T-0 for two hours. */
export function session(number: number, courseId: string, given: Partial<Session> = {}): Session {
  const startsAt = given.startsAt ?? T_ZERO - 24 * HOUR;
  const place = { place: 'Room 1', trainer: 'F. Roux' };
  return {
    id: idOf(number),
    goLiveId,
    courseId,
    startsAt,
    endsAt: startsAt + 2 * HOUR,
    ...place,
    capacity: 10,
    isCancelled: false,
    ...given,
  };
}

export function seat(number: number, courseId: string, personId: string, given: Partial<Seat> = {}): Seat {
  return { id: idOf(number), goLiveId, courseId, personId, sessionId: null, status: 'needed', note: '', ...given };
}
