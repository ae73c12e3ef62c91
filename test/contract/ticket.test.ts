import { beforeEach, expect, test } from 'vitest';
import { ticketHistory } from '../../shared/domain/ticket/history.ts';
import { eachHost } from '../support/hosts.ts';
import { aGoLive, aTask, insertGoLive, insertTask, NOW } from '../support/record.ts';

let number = 0;

eachHost((at) => {
  let goLiveId = '';
  let taskId = '';

  beforeEach(() => {
    number += 1;
    const goLive = aGoLive({ ref: `GL-${String(number).padStart(3, '0')}` });
    const task = aTask(goLive.id);
    [goLiveId, taskId] = [goLive.id, task.id];
    const changes = [insertGoLive(goLive), insertTask(task)];
    at().host.record.commit({
      goLiveId,
      at: NOW,
      occurredAt: NOW,
      actor: 'M. Okoro',
      action: 'goLive.create',
      note: '',
      undoes: null,
      changes,
    });
  });

  const rows = () => at().host.record.rows(goLiveId);
  const newest = () => at().host.record.journal.at(at().host.record.journal.last().seq);

  async function logged(fields: object = {}): Promise<string> {
    const outcome = await at()
      .join('member')
      .ticket.logTicket.mutate({ goLiveId, title: 'VAT wrong on invoice print', occurredAt: NOW, ...fields });
    if (!outcome.ok || !outcome.rowId) throw new Error('not logged');
    return outcome.rowId;
  }

  test('a ticket goes from logged to closed and again in progress, with its history', async () => {
    const { roster, ticket } = at().join('manager');
    const person = await roster.addPerson.mutate({ goLiveId, name: 'L. Costa', inTeam: true });
    const personId = (person.ok && person.rowId) || '';
    const ticketId = await logged({ department: 'Finance', taskId });
    await ticket.assignTicket.mutate({ goLiveId, ticketId, personId });
    await ticket.editTicket.mutate({ goLiveId, ticketId, priority: 1 });
    await ticket.moveTicket.mutate({ goLiveId, ticketId, status: 'triaged', occurredAt: NOW + 1 });
    await ticket.moveTicket.mutate({ goLiveId, ticketId, status: 'waiting', reason: 'Reporter', occurredAt: NOW + 2 });
    await ticket.moveTicket.mutate({ goLiveId, ticketId, status: 'resolved', reason: 'Tax rule set', occurredAt: NOW + 3 });
    await ticket.moveTicket.mutate({ goLiveId, ticketId, status: 'closed', occurredAt: NOW + 4 });
    expect(rows().ticket.get(ticketId)).toMatchObject({
      ref: 'TKT-0001',
      status: 'closed',
      priority: 1,
      assigneeId: personId,
      repliedAt: NOW + 1,
      resolvedAt: NOW + 3,
      closedAt: NOW + 4,
      resolution: 'Tax rule set',
    });
    await ticket.moveTicket.mutate({ goLiveId, ticketId, status: 'in progress', reason: 'Wrong again', occurredAt: NOW + 5 });
    expect(newest()).toMatchObject({ action: 'ticket.move', note: 'Wrong again', occurredAt: NOW + 5 });
    expect(ticketHistory(rows(), ticketId).map(({ status, occurredAt }) => [status, occurredAt - NOW])).toEqual([
      ['new', 0],
      ['triaged', 1],
      ['waiting', 2],
      ['resolved', 3],
      ['closed', 4],
      ['in progress', 5],
    ]);
    expect(at().host.record.verify().faults).toEqual([]);
  });

  test('a move without the reason it needs is refused in words and changes nothing', async () => {
    const ticketId = await logged();
    const { seq } = at().host.record.journal.last();
    const outcome = await at().join('member').ticket.moveTicket.mutate({ goLiveId, ticketId, status: 'resolved' });
    expect(outcome).toEqual({
      ok: false,
      refusal: { code: 'reason-needed', reason: 'Say how it was resolved. TKT-0001 stays new.', about: ['TKT-0001'] },
    });
    expect(at().host.record.journal.last().seq).toBe(seq);
  });

  test('a logged ticket is taken back with its history, but not once it was moved', async () => {
    const client = at().join('member');
    const outcome = await client.ticket.logTicket.mutate({ goLiveId, title: 'Label printer offline' });
    if (!outcome.ok || !outcome.rowId) throw new Error('not logged');
    const moved = await client.ticket.moveTicket.mutate({ goLiveId, ticketId: outcome.rowId, status: 'triaged' });
    if (!moved.ok) throw new Error('not moved');
    expect(await client.journal.undo.mutate({ goLiveId, seq: outcome.seq })).toMatchObject({ ok: false, refusal: { code: 'depends' } });
    await client.journal.undo.mutate({ goLiveId, seq: moved.seq });
    expect(await client.journal.undo.mutate({ goLiveId, seq: outcome.seq })).toMatchObject({ ok: true });
    expect([rows().ticket.size, rows().ticketState.size]).toEqual([0, 0]);
  });

  test('a viewer changes nothing', async () => {
    await expect(at().join('viewer').ticket.logTicket.mutate({ goLiveId, title: 'VAT' })).rejects.toThrow(/needs the role member/);
  });

  test.each([
    ['no title', { title: '' }],
    ['a title of a megabyte', { title: 'x'.repeat(1_000_000) }],
    ['a detail of a megabyte', { detail: 'x'.repeat(1_000_000) }],
    ['priority 5', { priority: 5 }],
    ['priority in words', { priority: '2 - High' }],
    ['a time in the year 99999', { occurredAt: Date.UTC(99_999, 0, 1) }],
    ['an id that is none', { incidentId: "x' OR 1=1" }],
    ['a number for a name', { reporter: 7 }],
    ['a field nobody knows', { status: 'closed' }],
  ])('%s is refused in words and nothing is written', async (_, fields) => {
    const { seq } = at().host.record.journal.last();
    const asked = at()
      .join('member')
      .ticket.logTicket.mutate({ goLiveId, title: 'VAT', ...fields } as never);
    await expect(asked).rejects.toThrow(/^This cannot be taken: .*Nothing was changed\.$/s);
    expect(at().host.record.journal.last().seq).toBe(seq);
  });

  test.each(['<script>alert(1)</script>', '=cmd|"/c calc"!A1', '@SUM(1+1)', '-2+3', '漢字 é \u202e'])(
    'text is kept word for word and means nothing: %s',
    async (text) => {
      const ticketId = await logged({ title: text, detail: text, department: text });
      expect(rows().ticket.get(ticketId)).toMatchObject({ title: text, detail: text, department: text });
    },
  );
});
