/** Lists of tickets with one row for each, words other systems use, rows that cannot be read, and importing again. */
import { describe, expect, it } from 'vitest';
import { zonedInstant } from '../../../shared/base/zoned-time.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { recogniseTickets } from '../../../shared/domain/ticket/import/fields.ts';
import { importTickets } from '../../../shared/domain/ticket/import/import-tickets.ts';
import { readTickets } from '../../../shared/domain/ticket/import/read-tickets.ts';
import { readPriority, statusOfState } from '../../../shared/domain/ticket/import/words.ts';
import {
  aGoLive,
  anAct,
  aPerson,
  aTicket,
  aTicketState,
  changesOf,
  HOUR,
  idOf,
  refusalOf,
  rowsAfter,
  rowsWith,
} from '../../support/builders.ts';
import { aSheet } from '../../support/sheets.ts';

const zone = 'Europe/Prague';
const at = (hour: number, minute = 0) => zonedInstant(2026, 11, 22, hour, minute, zone);
const empty = rowsWith({ goLive: [aGoLive({ zone })], person: [aPerson({ name: 'Bob Roy' })] });

/** Ids go on counting from one act to the next, as they do in the record. */
let made = 1_000;
const act = () =>
  anAct({
    newId: () => {
      made += 1;
      return idOf(made);
    },
  });

function read(columns: readonly string[], rows: readonly (readonly string[])[]) {
  const sheet = aSheet(columns, rows);
  return readTickets(sheet, recogniseTickets(sheet), { zone });
}

function imported(rows: Rows, columns: readonly string[], lines: readonly (readonly string[])[]): Rows {
  return rowsAfter(rows, importTickets(rows, { preview: read(columns, lines), skipRefused: false }, act()));
}

describe('columns and words of other systems', () => {
  it.each([
    [
      'Jira',
      ['Issue key', 'Summary', 'Status', 'Priority', 'Created', 'Updated', 'Resolved', 'Assignee', 'Reporter'],
      ['sourceId', 'title', 'state', 'priority', 'openedAt', 'updatedAt', 'resolvedAt', 'assignee', 'reporter'],
    ],
    [
      'ServiceNow',
      ['Number', 'Short description', 'State', 'Priority', 'Opened', 'Caller', 'Assigned to', 'Assignment group', 'Description', 'Closed'],
      ['sourceId', 'title', 'state', 'priority', 'openedAt', 'reporter', 'assignee', null, 'detail', 'closedAt'],
    ],
    [
      'a helpdesk',
      ['Ticket #', 'Subject', 'Ticket status', 'Created Time', 'Resolution Date', 'Requester', 'Agent', 'Department'],
      ['sourceId', 'title', 'state', 'openedAt', 'resolvedAt', 'reporter', 'assignee', 'department'],
    ],
  ])('%s', (_, columns, fields) => {
    const mapping = recogniseTickets({ columns });
    expect(Object.fromEntries(Object.entries(mapping).map(([field, column]) => [field, columns[column]]))).toEqual(
      Object.fromEntries(columns.flatMap((column, index) => (fields[index] ? [[fields[index], column]] : []))),
    );
  });

  it('states', () => {
    const words = [
      'New',
      'Open',
      'Assigned',
      'Work in Progress',
      'Awaiting Vendor',
      'Pending - customer',
      'On Hold',
      'Resolved',
      'Done',
      'Closed',
      'Canceled',
      'Closed Skipped',
      'Frobbed',
    ];
    expect(words.map(statusOfState)).toEqual([
      'new',
      'new',
      'triaged',
      'in progress',
      'waiting',
      'waiting',
      'waiting',
      'resolved',
      'resolved',
      'closed',
      'cancelled',
      'cancelled',
      null,
    ]);
  });

  it('priorities', () => {
    expect(['3 - Moderate', '1', 'P2', 'High', 'Highest', 'lowest', '5 - Planning', 'Sev1', '?', 'odd'].map(readPriority)).toEqual([
      3,
      1,
      2,
      2,
      1,
      4,
      4,
      1,
      null,
      null,
    ]);
  });
});

describe('one row per ticket', () => {
  const columns = ['Number', 'Title', 'State', 'Priority', 'Opened', 'Resolved', 'Closed', 'Assigned to', 'Group'];

  it('tells its history by its dates', () => {
    const { shape, tickets, problems } = read(columns, [
      ['A1', 'Cannot print', 'Closed', 'High', '22.11.2026 08:00', '22.11.2026 09:00', '22.11.2026 10:00', 'bob  roy', 'Desk'],
      ['A2', 'Slow', 'In Progress', '?', '22.11.2026 08:30', '', '', '', ''],
      ['A3', 'New one', '', '', '22.11.2026 08:45', '', '', '', ''],
    ]);
    expect(shape).toBe('one row per ticket');
    expect(problems).toEqual([]);
    expect(tickets.map(({ states }) => states.map(({ status, occurredAt }) => [status, occurredAt]))).toEqual([
      [
        ['new', at(8)],
        ['resolved', at(9)],
        ['closed', at(10)],
      ],
      [
        ['new', at(8, 30)],
        ['in progress', at(8, 30)],
      ],
      [['new', at(8, 45)]],
    ]);
    expect(tickets.map(({ priority }) => priority)).toEqual([2, 3, 3]);
    expect(tickets[0]).toMatchObject({ resolvedAt: at(9), closedAt: at(10), extra: { Group: 'Desk' } });
  });

  it('finds the assignee in the roster however the name is spelled', () => {
    const rows = imported(empty, columns, [['A1', 'Cannot print', 'New', '', '22.11.2026 08:00', '', '', 'Roy, BOB', '']]);
    expect([...rows.ticket.values()]).toMatchObject([{ ref: 'TKT-0001', assigneeId: idOf(100) }]);
    expect(rows.person.size).toBe(1);
  });

  it('without a priority it follows from impact and urgency', () => {
    const { tickets } = read(
      ['Number', 'Opened', 'Impact', 'Urgency'],
      [
        ['A1', '22.11.2026', '1 - High', '1 - High'],
        ['A2', '22.11.2026', '3 - Low', '3 - Low'],
        ['A3', '22.11.2026', '2 - Medium', '2 - Medium'],
      ],
    );
    expect(tickets.map(({ priority }) => priority)).toEqual([1, 4, 3]);
  });

  it.each([
    ['a number used twice', ['A1', 'Again', 'New', '', '22.11.2026', '', '', '', ''], /Row 2 already has this number/],
    ['no number', ['', 'x', 'New', '', '22.11.2026', '', '', '', ''], /has no number/],
    ['no date', ['A2', 'x', 'New', '', 'yesterday', '', '', '', ''], /Not a date/],
    ['no time of opening', ['A2', 'x', 'New', '', '', '', '', '', ''], /does not say when it was opened/],
  ])('%s is refused with its row, and the import with it', (_, cells, reason) => {
    const preview = read(columns, [['A1', 'Fine', 'New', '', '22.11.2026', '', '', '', ''], cells]);
    expect(preview.problems).toContainEqual(
      expect.objectContaining({ row: 3, severity: 'refused', reason: expect.stringMatching(reason) }),
    );
    expect(preview.tickets).toHaveLength(1);
    const verdict = importTickets(empty, { preview, skipRefused: false }, act());
    expect(refusalOf(verdict)).toBe('rows-refused');
    const without = importTickets(empty, { preview, skipRefused: true }, act());
    expect(without.ok && without.value.note).toBe('Left out: row 3');
    expect(rowsAfter(empty, without).ticket.size).toBe(1);
  });

  it('a list with neither numbers nor titles is refused', () => {
    const preview = read(['Foo', 'Opened'], [['x', '22.11.2026']]);
    expect(refusalOf(importTickets(empty, { preview, skipRefused: true }, act()))).toBe('no-tickets');
  });
});

describe('an event log', () => {
  const columns = ['Number', 'Title', 'State', 'Opened', 'Updated', 'Updated by'];

  it('goes on with the state before where a row does not say one, and takes a strange state as work', () => {
    const { tickets, notes } = read(columns, [
      ['A1', 'x', 'New', '22.11.2026 08:00', '22.11.2026 08:00', 'Ann'],
      ['A1', 'x', '-100', '22.11.2026 08:00', '22.11.2026 08:30', 'Ann'],
      ['A1', 'x', 'Frobbed', '22.11.2026 08:00', '22.11.2026 09:00', 'Bob'],
    ]);
    expect(tickets[0]?.states).toEqual([
      { occurredAt: at(8), status: 'new', sourceState: 'New', by: 'Ann' },
      { occurredAt: at(9), status: 'in progress', sourceState: 'Frobbed', by: 'Bob' },
    ]);
    expect(notes.join(' ')).toMatch(/1 row does not say the state.*Frobbed/);
  });

  it('a row that cannot be read takes its ticket out whole, so that no history has a hole', () => {
    const preview = read(columns, [
      ['A1', 'x', 'New', '22.11.2026 08:00', '22.11.2026 08:00', ''],
      ['A1', 'x', 'Active', '22.11.2026 08:00', '?', ''],
      ['A2', 'y', 'New', '22.11.2026 08:00', '22.11.2026 08:00', ''],
    ]);
    expect(preview.tickets.map(({ sourceId }) => sourceId)).toEqual(['A2']);
    expect(preview.problems).toMatchObject([{ row: 3, column: 'Updated', severity: 'refused' }]);
  });
});

describe('importing again', () => {
  const columns = ['Number', 'Title', 'State', 'Opened', 'Updated'];
  const opened = '22.11.2026 08:00';
  const first = imported(empty, columns, [
    ['A1', 'Cannot print', 'New', opened, opened],
    ['A1', 'Cannot print', 'Active', opened, '22.11.2026 09:00'],
  ]);

  it('adds the states that are new and takes the fields as the file has them now', () => {
    const rows = imported(first, columns, [
      ['a1', 'Cannot print at all', 'New', opened, opened],
      ['a1', 'Cannot print at all', 'Active', opened, '22.11.2026 09:00'],
      ['a1', 'Cannot print at all', 'Resolved', opened, '22.11.2026 11:00'],
      ['A2', 'Slow', 'New', opened, opened],
    ]);
    expect([...rows.ticket.values()]).toMatchObject([
      { ref: 'TKT-0001', title: 'Cannot print at all', status: 'resolved', resolvedAt: at(11) },
      { ref: 'TKT-0002', status: 'new' },
    ]);
    expect(rows.ticketState.size).toBe(4);
  });

  it('a ticket that went on here after the file was written keeps its fields, and gets only the history it lacks', () => {
    const [ticket] = [...first.ticket.values()];
    if (!ticket) throw new Error('no ticket');
    const here = aTicketState({ id: idOf(777), ticketId: ticket.id, status: 'waiting', occurredAt: at(12), sourceState: '' });
    const later: Rows = {
      ...first,
      ticket: new Map([[ticket.id, { ...ticket, status: 'waiting' }]]),
      ticketState: new Map([...first.ticketState, [here.id, here]]),
    };
    const rows = imported(later, columns, [
      ['A1', 'Other words', 'New', opened, opened],
      ['A1', 'Other words', 'Resolved', opened, '22.11.2026 10:00'],
    ]);
    expect(rows.ticket.get(ticket.id)).toMatchObject({ title: 'Cannot print', status: 'waiting' });
    expect([...rows.ticketState.values()].map(({ status }) => status)).toEqual(['new', 'in progress', 'waiting', 'resolved']);
  });

  it('does not touch tickets that were logged here', () => {
    const rows = rowsWith({ goLive: [aGoLive({ zone })], ticket: [aTicket({ sourceId: '', openedAt: at(7) - HOUR })] });
    const verdict = importTickets(
      rows,
      {
        preview: read(columns, [
          ['', 'x', 'New', opened, opened],
          ['A1', 'y', 'New', opened, opened],
        ]),
        skipRefused: true,
      },
      act(),
    );
    expect(changesOf(verdict).every(({ was }) => was === null)).toBe(true);
  });
});
