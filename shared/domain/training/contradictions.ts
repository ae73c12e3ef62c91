/** What must hold between sessions and seats whichever way they came about. */
import type { Contradiction } from '../contradictions.ts';
import type { Rows } from '../tables.ts';
import type { Seat } from './schema.ts';

/** Sessions that were cancelled but have booked seats, and sessions with more booked seats than places; one for each. */
export function trainingContradictions(rows: Pick<Rows, 'session' | 'seat'>): readonly Contradiction[] {
  const booked = new Map<string, Seat[]>();
  for (const seat of rows.seat.values()) {
    if (seat.status !== 'booked' || seat.sessionId === null) continue;
    booked.set(seat.sessionId, [...(booked.get(seat.sessionId) ?? []), seat]);
  }
  return [...booked].flatMap(([sessionId, seats]) => {
    const session = rows.session.get(sessionId);
    if (!session) return [];
    if (session.isCancelled) {
      return [{ table: 'session', id: sessionId, fields: ['isCancelled'], says: `a cancelled session would have ${seats.length} booked` }];
    }
    if (seats.length <= session.capacity) return [];
    const last = seats.at(-1);
    const says = `a session of ${session.capacity} seats would have ${seats.length} booked`;
    return [{ table: 'seat', id: last?.id ?? '', fields: ['sessionId', 'status'], says }];
  });
}
