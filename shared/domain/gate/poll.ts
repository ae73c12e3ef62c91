/** The go/no-go poll of a gate: each position, who holds it, and its call. */
import { roleHolders, titleOfRole } from '../roster/roles.ts';
import type { Person } from '../roster/schema.ts';
import type { Rows } from '../tables.ts';
import type { Call, Gate } from './schema.ts';
import { openPollOf, sealedCallsOf } from './sealed-poll.ts';

export interface PollLine {
  /** Key of the role. */
  readonly position: string;
  readonly title: string;
  /** By name; empty when nobody holds the role. */
  readonly holders: readonly Person[];
  /** Null while it is awaited. */
  readonly call: Call | null;
  /** Whose call it is; null while it is awaited, or when that person left the roster. */
  readonly caller: Person | null;
  /** While a sealed poll is open: whether the call is in. Null when none is open. */
  readonly sealed: 'in' | 'awaited' | null;
}

/** What may be shown of a line: the call, that it is in, or that it is awaited. */
export function shownCall({ call, sealed }: Pick<PollLine, 'call' | 'sealed'>): Call['call'] | 'sealed' | 'awaited' {
  if (sealed !== null) return sealed === 'in' ? 'sealed' : 'awaited';
  return call?.call ?? 'awaited';
}

/** The positions in the order of the gate. */
export function pollOf(rows: Rows, gate: Gate): readonly PollLine[] {
  const holders = roleHolders(rows);
  const open = openPollOf(rows, gate);
  const isIn = new Set(open ? sealedCallsOf(rows, open).map(({ position }) => position) : []);
  return gate.positions.map((position) => {
    const call = callOf(rows, gate, position);
    const caller = rows.person.get(call?.personId ?? '') ?? null;
    const sealed = open ? (isIn.has(position) ? 'in' : 'awaited') : null;
    return { position, title: titleOfRole(rows, position), holders: holders.get(position) ?? [], call, caller, sealed };
  });
}

/** The call of a position; null while it is awaited. */
export function callOf(rows: Pick<Rows, 'call'>, gate: Pick<Gate, 'id'>, position: string): Call | null {
  return [...rows.call.values()].find((call) => call.gateId === gate.id && call.position === position) ?? null;
}
