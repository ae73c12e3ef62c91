/** What keeps a check from passing, and whether it still does. */
import type { Rows } from '../tables.ts';
import { counted, noTally, percentTrained } from '../training/coverage.ts';
import type { Blocker, Check } from './schema.ts';

export interface BlockerLine {
  readonly blocker: Blocker;
  /** True when it does not block any more. */
  readonly isCleared: boolean;
  /** Reference of what it points at; empty for a risk and other things. */
  readonly ref: string;
  /** What blocks, in words. */
  readonly title: string;
  /** Where that stands, such as `in progress` or `80 % of 95 % trained`. */
  readonly standing: string;
}

/** Those that still block first, then in the order they were added. */
export function blockersOf(rows: Rows, check: Pick<Check, 'id'>): readonly BlockerLine[] {
  return [...rows.blocker.values()]
    .filter(({ checkId }) => checkId === check.id)
    .sort((a, b) => a.addedAt - b.addedAt)
    .map((blocker) => blockerLine(rows, blocker))
    .sort((a, b) => Number(a.isCleared) - Number(b.isCleared));
}

/** Those that still block; empty when it may pass. */
export function blocking(rows: Rows, check: Pick<Check, 'id'>): readonly BlockerLine[] {
  return blockersOf(rows, check).filter(({ isCleared }) => !isCleared);
}

/** Of every check that something blocks what does; checks that may pass are absent. */
export function blockedChecks(rows: Rows): ReadonlyMap<string, readonly BlockerLine[]> {
  const lines = [...rows.blocker.values()].map((blocker) => blockerLine(rows, blocker)).filter(({ isCleared }) => !isCleared);
  return Map.groupBy(lines, ({ blocker }) => blocker.checkId);
}

/** What people call it: the reference of what it points at, else its words. */
export function blockerName({ ref, title }: Pick<BlockerLine, 'ref' | 'title'>): string {
  return ref || title;
}

export function blockerLine(rows: Rows, blocker: Blocker): BlockerLine {
  const pointed = pointedAt(rows, blocker);
  if (pointed) return { blocker, ...pointed };
  const isCleared = blocker.clearedAt !== null;
  return { blocker, isCleared, ref: '', title: blocker.content, standing: isCleared ? 'cleared' : 'open' };
}

const goodTask: ReadonlySet<string> = new Set(['finished', 'finished by workaround', 'skipped']);
const overTicket: ReadonlySet<string> = new Set(['resolved', 'closed', 'cancelled']);
const overIncident: ReadonlySet<string> = new Set(['resolved', 'closed']);

/** Null when it points at nothing, or at what is gone. */
function pointedAt(rows: Rows, { taskId, ticketId, incidentId, courseId }: Blocker): Omit<BlockerLine, 'blocker'> | null {
  const task = taskId !== null && rows.task.get(taskId);
  if (task) return { ref: task.ref, title: task.title, standing: task.status, isCleared: goodTask.has(task.status) };
  const ticket = ticketId !== null && rows.ticket.get(ticketId);
  if (ticket) return { ref: ticket.ref, title: ticket.title, standing: ticket.status, isCleared: overTicket.has(ticket.status) };
  const incident = incidentId !== null && rows.incident.get(incidentId);
  if (incident)
    return { ref: incident.ref, title: incident.title, standing: incident.status, isCleared: overIncident.has(incident.status) };
  const course = courseId !== null && rows.course.get(courseId);
  return course ? { ref: course.ref, title: course.title, ...trained(rows, course.id) } : null;
}

/** A course is reached when as many of those who need it have had it as the go-live wants; never before anybody has a seat. */
function trained(rows: Rows, courseId: string): Pick<BlockerLine, 'standing' | 'isCleared'> {
  const seats = [...rows.seat.values()].filter((seat) => seat.courseId === courseId);
  if (seats.length === 0) return { standing: 'nobody has a seat', isCleared: false };
  const target = [...rows.goLive.values()][0]?.trainingTarget ?? 100;
  const percent = percentTrained(seats.reduce(counted, noTally));
  if (percent === null) return { standing: 'nobody needs it', isCleared: true };
  return { standing: `${percent} % of ${target} % trained`, isCleared: percent >= target };
}
