/** The event log of a real support system: one ticket per number, with the states it went through at the times they happened. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ticketLimits } from '../../../electron/exchange/limits.ts';
import { readSheet } from '../../../electron/exchange/read-sheet.ts';
import type { Sheet } from '../../../shared/base/sheet/sheet.ts';
import { tableNamed } from '../../../shared/domain/tables.ts';
import { recogniseTickets } from '../../../shared/domain/ticket/import/fields.ts';
import { importTickets, ticketEffect } from '../../../shared/domain/ticket/import/import-tickets.ts';
import { readTickets } from '../../../shared/domain/ticket/import/read-tickets.ts';
import { aGoLive, anAct, changesOf, rowsAfter, rowsWith } from '../../support/builders.ts';
import { statesTold } from '../../support/states-told.ts';

const excerpt = new URL('../../fixtures/files/servicenow-excerpt.csv', import.meta.url);
/** The whole extract lies beside the project where it is built, and is not part of it. */
const whole = new URL('../../../../shared/data/servicenow-incidents.csv', import.meta.url);
const zone = 'Europe/Prague';
const empty = rowsWith({ goLive: [aGoLive({ zone })] });

async function sheetOf(file: URL): Promise<Sheet> {
  const read = await readSheet(readFileSync(file), 'incidents.csv', ticketLimits);
  if (!read.ok) throw new Error(read.refusal.reason);
  return read.value;
}

async function previewOf(file: URL) {
  const sheet = await sheetOf(file);
  return readTickets(sheet, recogniseTickets(sheet), { zone });
}

const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
const files = [['the excerpt', excerpt], ...(existsSync(whole) ? [['the whole extract', whole] as const] : [])] as const;

describe.each(files)('%s', (_, file) => {
  it('becomes one ticket per number, with exactly the states and times the file tells', async () => {
    const preview = await previewOf(file);
    expect(preview.shape).toBe('event log');
    expect(preview.problems).toEqual([]);
    const rows = rowsAfter(empty, importTickets(empty, { preview, skipRefused: false }, anAct()));
    const expected = statesTold(file);
    const history = new Map(
      [...rows.ticket.values()].map(({ id, sourceId }) => [id, { sourceId, states: [] as { at: string; state: string }[] }]),
    );
    for (const { ticketId, occurredAt, sourceState } of rows.ticketState.values()) {
      history.get(ticketId)?.states.push({ at: shown.format(occurredAt), state: sourceState });
    }
    expect(rows.ticket.size).toBe(expected.size);
    expect(new Map([...history.values()].map(({ sourceId, states }) => [sourceId, states]))).toEqual(expected);
  });

  it('has as many states of each kind as the file, and each ticket stands where its last row says', async () => {
    const preview = await previewOf(file);
    const expected = [...statesTold(file).values()];
    const counted = (states: readonly string[]) =>
      Object.fromEntries([...Map.groupBy(states, (state) => state)].map(([state, all]) => [state, all.length]));
    expect(counted(preview.tickets.flatMap(({ states }) => states.map(({ sourceState }) => sourceState)))).toEqual(
      counted(expected.flatMap((log) => log.map(({ state }) => state))),
    );
    const meaning: Readonly<Record<string, string>> = {
      New: 'new',
      Active: 'in progress',
      Resolved: 'resolved',
      Closed: 'closed',
      'Awaiting User Info': 'waiting',
      'Awaiting Problem': 'waiting',
    };
    expect(counted(preview.tickets.map(({ states }) => states.at(-1)?.status ?? ''))).toEqual(
      counted(expected.map((log) => meaning[log.at(-1)?.state ?? ''] ?? '')),
    );
  });

  it('makes rows the record accepts, and a second import changes nothing', async () => {
    const preview = await previewOf(file);
    const verdict = importTickets(empty, { preview, skipRefused: false }, anAct());
    for (const { table, set } of changesOf(verdict)) expect(tableNamed(table)?.row.parse(set)).toEqual(set);
    const again = importTickets(rowsAfter(empty, verdict), { preview, skipRefused: false }, anAct());
    expect(!again.ok && again.refusal.code).toBe('nothing-changed');
  });
});

describe('a ticket of the excerpt', () => {
  it('has its fields in their places and everything else under the name of its column, as it was last', async () => {
    const preview = await previewOf(excerpt);
    const rows = rowsAfter(empty, importTickets(empty, { preview, skipRefused: false }, anAct()));
    const ticket = [...rows.ticket.values()].find(({ sourceId }) => sourceId === 'INC0000047');
    expect(ticket).toMatchObject({
      title: 'INC0000047 Category 40, Subcategory 215',
      status: 'closed',
      priority: 3,
      category: 'Category 40',
      department: 'Location 165',
      reporter: 'Caller 2403',
      openedAt: Date.UTC(2016, 1, 29, 3, 40),
      resolvedAt: Date.UTC(2016, 2, 1, 8, 52),
      closedAt: Date.UTC(2016, 2, 6, 9, 0),
    });
    expect(ticket?.extra).toMatchObject({
      assignment_group: 'Group 24',
      subcategory: 'Subcategory 215',
      impact: '2 - Medium',
      active: 'FALSE',
    });
    expect(ticket?.extra).not.toHaveProperty('incident_state');
    expect(rows.person.get(ticket?.assigneeId ?? '')).toMatchObject({ name: 'Resolver 89', inTeam: false });
    const columns = (await sheetOf(excerpt)).columns;
    const kept = new Set([...preview.otherColumns, 'subcategory', 'impact', 'urgency']);
    expect(Object.keys(ticket?.extra ?? {}).every((name) => kept.has(name))).toBe(true);
    expect(preview.otherColumns.length + preview.fields.length).toBe(columns.length);
  });

  it('whose rows are out of order gets its states in the order they happened', async () => {
    const preview = await previewOf(excerpt);
    const ticket = preview.tickets.find(({ sourceId }) => sourceId === 'INC0000137');
    expect(ticket?.states.map(({ sourceState, occurredAt }) => [sourceState, shown.format(occurredAt)])).toEqual([
      ['New', '2016-02-29 09:52'],
      ['Resolved', '2016-02-29 11:03'],
      ['New', '2016-02-29 11:10'],
      ['Closed', '2016-03-05 12:00'],
    ]);
  });

  it('and all the others are counted', async () => {
    const preview = await previewOf(excerpt);
    const changes = changesOf(importTickets(empty, { preview, skipRefused: false }, anAct()));
    const states = [...statesTold(excerpt).values()].flat().length;
    expect(ticketEffect(changes)).toMatchObject({ added: 15, updated: 0, statesAdded: states });
  });
});
