import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../shared/domain/tables.ts';
import { MoveTicket } from '../../../shared/domain/ticket/commands.ts';
import { ticketHistory } from '../../../shared/domain/ticket/history.ts';
import { moveTicket } from '../../../shared/domain/ticket/moves.ts';
import { type Ticket, ticketStatuses } from '../../../shared/domain/ticket/schema.ts';
import { isOpen, waysFrom } from '../../../shared/domain/ticket/ways.ts';
import { anAct, aTicket, aTicketState, changesOf, HOUR, MINUTE, refusalOf, rowsWith, T_ZERO } from '../../support/builders.ts';

const given = (fields: Partial<Ticket> = {}) => rowsWith({ ticket: [aTicket(fields)] });
const at = (minutes: number) => anAct({ occurredAt: T_ZERO + minutes * MINUTE, now: T_ZERO + 9 * HOUR });
const moved = (fields: object) => MoveTicket.parse({ ticketId: aTicket().id, ...fields });
const move = (from: Partial<Ticket>, fields: object, minutes = 10) => moveTicket(given(from), moved(fields), at(minutes));

describe('a move', () => {
  test('adds a state to the history, at the time it happened', () => {
    const [, state] = changesOf(move({ status: 'triaged', repliedAt: T_ZERO }, { status: 'in progress' }));
    expect(state).toMatchObject({
      table: 'ticketState',
      was: null,
      set: { status: 'in progress', sourceState: '', occurredAt: T_ZERO + 10 * MINUTE, by: 'M. Okoro' },
    });
  });

  test('out of new counts as the first reply, a later one does not', () => {
    expect(changesOf(move({}, { status: 'triaged' }))[0]?.set).toEqual({ status: 'triaged', repliedAt: T_ZERO + 10 * MINUTE });
    expect(changesOf(move({ status: 'triaged' }, { status: 'in progress' }))[0]?.set).toEqual({ status: 'in progress' });
    expect(changesOf(move({ repliedAt: T_ZERO }, { status: 'triaged' }))[0]?.set).toEqual({ status: 'triaged' });
  });

  test('to resolved and closed is dated and keeps how it was resolved', () => {
    const resolved = changesOf(move({ status: 'in progress', repliedAt: T_ZERO }, { status: 'resolved', reason: 'Tax rule set' }))[0]?.set;
    expect(resolved).toEqual({ status: 'resolved', resolution: 'Tax rule set', resolvedAt: T_ZERO + 10 * MINUTE });
    const closed = changesOf(
      move({ status: 'resolved', repliedAt: T_ZERO, resolvedAt: T_ZERO, resolution: 'Tax rule set' }, { status: 'closed' }),
    )[0]?.set;
    expect(closed).toEqual({ status: 'closed', closedAt: T_ZERO + 10 * MINUTE });
  });

  test('that takes it up again clears its end and the reason for it', () => {
    const ended = { status: 'closed' as const, repliedAt: T_ZERO, resolvedAt: T_ZERO, closedAt: T_ZERO, resolution: 'Tax rule set' };
    const verdict = move(ended, { status: 'in progress', reason: 'Wrong again' });
    expect(verdict).toMatchObject({ ok: true, value: { action: 'ticket.move', note: 'Wrong again' } });
    expect(changesOf(verdict)[0]?.set).toEqual({ status: 'in progress', resolution: '', resolvedAt: null, closedAt: null });
  });

  test.each([
    ['triaged', 'waiting'],
    ['in progress', 'resolved'],
    ['new', 'cancelled'],
    ['closed', 'in progress'],
    ['cancelled', 'in progress'],
  ] as const)('from %s to %s must say why', (from, to) => {
    expect(refusalOf(move({ status: from }, { status: to }))).toBe('reason-needed');
    expect(move({ status: from }, { status: to, reason: 'Because' }).ok).toBe(true);
  });

  test('is only made along the ways there are', () => {
    for (const from of ticketStatuses) {
      for (const to of ticketStatuses) {
        if (from === to) continue;
        expect([from, to, move({ status: from }, { status: to, reason: 'Because' }).ok]).toEqual([from, to, waysFrom(from).includes(to)]);
      }
    }
  });

  test('says where the ticket can go instead', () => {
    expect(move({ status: 'in progress' }, { status: 'closed' })).toMatchObject({
      refusal: {
        reason: 'TKT-0012 is in progress. From there it can become triaged, waiting, resolved or cancelled. Nothing was changed.',
      },
    });
  });

  test('does not lie before the last one', () => {
    expect(refusalOf(move({}, { status: 'triaged' }, -1))).toBe('before-last');
    const rows = rowsWith({
      ticket: [aTicket({ status: 'triaged' })],
      ticketState: [aTicketState({ status: 'triaged', occurredAt: T_ZERO + 20 * MINUTE })],
    });
    expect(refusalOf(moveTicket(rows, moved({ status: 'in progress' }), at(19)))).toBe('before-last');
    expect(moveTicket(rows, moved({ status: 'in progress' }), at(20)).ok).toBe(true);
  });

  test('of a ticket that is not there is refused', () => {
    expect(refusalOf(moveTicket(rowsWith({}), moved({ status: 'triaged' }), at(1)))).toBe('unknown-ticket');
  });
});

describe('a first reply', () => {
  test('is noted without a change of status', () => {
    expect(changesOf(move({}, { status: 'new', replied: true }))).toMatchObject([{ set: { repliedAt: T_ZERO + 10 * MINUTE } }]);
  });

  test('is noted along with a move', () => {
    expect(changesOf(move({ status: 'triaged' }, { status: 'in progress', replied: true }))[0]?.set).toMatchObject({
      repliedAt: T_ZERO + 10 * MINUTE,
    });
  });

  test('is noted once, and only while the ticket is open', () => {
    expect(refusalOf(move({ repliedAt: T_ZERO }, { status: 'new', replied: true }))).toBe('nothing-changed');
    expect(refusalOf(move({ status: 'cancelled' }, { status: 'cancelled', replied: true }))).toBe('wrong-status');
    expect(refusalOf(move({}, { status: 'new' }))).toBe('nothing-changed');
  });
});

test('whatever moves are tried, dates match the status and the history ends in it', () => {
  const tries = fc.array(
    fc.record({
      status: fc.constantFrom(...ticketStatuses),
      reason: fc.constantFrom('', 'Because'),
      replied: fc.boolean(),
      minutes: fc.nat(90),
    }),
    {
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(tries, (moves) => {
      let rows = rowsWith({ ticket: [aTicket()], ticketState: [aTicketState()] });
      let made = 1_000;
      for (const { minutes, ...fields } of moves) {
        const act = { ...at(minutes), newId: () => `01930000-0000-7000-8000-${String(++made).padStart(12, '0')}` };
        const verdict = moveTicket(rows, moved(fields), act);
        if (verdict.ok) rows = applyChanges(rows, verdict.value.changes);
        const ticket = rows.ticket.get(aTicket().id) as Ticket;
        expect(ticketHistory(rows, ticket.id).at(-1)?.status).toBe(ticket.status);
        expect(ticket.closedAt !== null).toBe(ticket.status === 'closed' || ticket.status === 'cancelled');
        if (isOpen(ticket)) expect(ticket.resolvedAt).toBeNull();
        if (ticket.status !== 'new') expect(ticket.repliedAt).not.toBeNull();
      }
    }),
  );
});
