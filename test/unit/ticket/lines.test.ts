import { expect, test } from 'vitest';
import { shownTickets } from '../../../renderer/boards/ticket/lines.ts';
import type { Ticket } from '../../../shared/domain/ticket/schema.ts';
import { aPerson, aTicket, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';

const me = aPerson().id;
const ticket = (number: number, fields: Partial<Ticket>) => aTicket({ id: idOf(number), ref: `TKT-000${number}`, ...fields });
const rows = rowsWith({
  ticket: [
    ticket(1, { priority: 4 }),
    ticket(2, { priority: 1 }),
    ticket(3, { priority: 2, assigneeId: me }),
    ticket(4, { priority: 3, status: 'waiting', repliedAt: T_ZERO, assigneeId: me }),
    ticket(5, { priority: 3, status: 'waiting', repliedAt: T_ZERO }),
    ticket(6, { priority: 3, status: 'triaged', repliedAt: T_ZERO }),
    ticket(7, { status: 'closed', repliedAt: T_ZERO, resolvedAt: T_ZERO, closedAt: T_ZERO + HOUR }),
    ticket(8, { status: 'resolved', repliedAt: T_ZERO, resolvedAt: T_ZERO }),
    ticket(9, { status: 'closed', repliedAt: T_ZERO, resolvedAt: T_ZERO, closedAt: T_ZERO + 2 * HOUR }),
  ],
});
const shown = (filter: Parameters<typeof shownTickets>[1]) =>
  shownTickets(rows, filter, me, T_ZERO + 20 * MINUTE).heads.map(({ key, rows: under }) => [key, ...under.map(({ ref }) => ref)]);

test('what runs out within half an hour stands first, the worst on top, then the states in their order', () => {
  expect(shown('open')).toEqual([
    ['due', 'TKT-0002', 'TKT-0003'],
    ['new', 'TKT-0001'],
    ['triaged', 'TKT-0006'],
    ['waiting', 'TKT-0004', 'TKT-0005'],
  ]);
});

test('the filters narrow to mine, to nobody’s, to what is due, and to what has ended with the latest first', () => {
  expect(shown('mine')).toEqual([
    ['due', 'TKT-0003'],
    ['waiting', 'TKT-0004'],
  ]);
  expect(shown('unowned').flat()).not.toContain('TKT-0003');
  expect(shown('due')).toEqual([['due', 'TKT-0002', 'TKT-0003']]);
  expect(shown('closed')).toEqual([
    ['resolved', 'TKT-0008'],
    ['closed', 'TKT-0009', 'TKT-0007'],
  ]);
});

test('each filter says how many it holds; who has not said who they are has none', () => {
  expect(shownTickets(rows, 'open', me, T_ZERO + 20 * MINUTE).counts).toEqual({ open: 6, mine: 2, unowned: 4, due: 2, closed: 3 });
  expect(shownTickets(rows, 'mine', null, T_ZERO)).toMatchObject({ heads: [], counts: { mine: 0 } });
});
