/** Sealed polls: which one is open at a gate, who is in, and when it must be revealed. Nothing here knows a call before the reveal. */
import { roleHolders, titleOfRole } from '../roster/roles.ts';
import type { Person } from '../roster/schema.ts';
import type { Rows } from '../tables.ts';
import type { Gate, Poll, SealedCall } from './schema.ts';

/** The poll of a gate that still hides its calls; null when there is none. */
export function openPollOf(rows: Pick<Rows, 'poll'>, gate: Pick<Gate, 'id'>): Poll | null {
  return [...rows.poll.values()].find((poll) => poll.gateId === gate.id && isOpenPoll(poll)) ?? null;
}

/** The newest poll of a gate that was revealed; null when none was. */
export function revealedPollOf(rows: Pick<Rows, 'poll'>, gate: Pick<Gate, 'id'>): Poll | null {
  const revealed = [...rows.poll.values()].filter((poll) => poll.gateId === gate.id && poll.revealedAt !== null);
  return revealed.sort((a, b) => Number(b.revealedAt) - Number(a.revealedAt))[0] ?? null;
}

export function isOpenPoll(poll: Pick<Poll, 'revealedAt' | 'isWithdrawn'>): boolean {
  return poll.revealedAt === null && !poll.isWithdrawn;
}

export interface PollSeat {
  /** Key of the role. */
  readonly position: string;
  readonly title: string;
  /** By name; empty when nobody holds the role. */
  readonly holders: readonly Person[];
  /** The sealed call; null while it is awaited. */
  readonly sealed: SealedCall | null;
}

/** The positions of a poll in its order. */
export function pollSeats(rows: Rows, poll: Poll): readonly PollSeat[] {
  const holders = roleHolders(rows);
  const calls = sealedCallsOf(rows, poll);
  return poll.positions.map((position) => ({
    position,
    title: titleOfRole(rows, position),
    holders: holders.get(position) ?? [],
    sealed: calls.find((call) => call.position === position) ?? null,
  }));
}

/** Everybody is in, or the time is up. */
export function isRevealDue(rows: Pick<Rows, 'sealedCall'>, poll: Poll, now: number): boolean {
  if (!isOpenPoll(poll)) return false;
  const isIn = new Set(sealedCallsOf(rows, poll).map(({ position }) => position));
  return poll.positions.every((position) => isIn.has(position)) || (poll.closesAt !== null && poll.closesAt <= now);
}

export function sealedCallsOf(rows: Pick<Rows, 'sealedCall'>, poll: Pick<Poll, 'id'>): readonly SealedCall[] {
  return [...rows.sealedCall.values()].filter(({ pollId }) => pollId === poll.id);
}
