import { describe, expect, test } from 'vitest';
import { EditTicket, LogTicket } from '../../../shared/domain/ticket/commands.ts';
import { assignTicket, editTicket, logTicket } from '../../../shared/domain/ticket/rules.ts';
import {
  anAct,
  anIncident,
  aPerson,
  aTask,
  aTicket,
  changesOf,
  idOf,
  MINUTE,
  refusalOf,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';

const rows = rowsWith({ person: [aPerson()], task: [aTask()], incident: [anIncident()], ticket: [aTicket()] });
const logged = (fields: object = {}) => LogTicket.parse({ title: 'VAT wrong on invoice print', ...fields });
const edited = (fields: object) => EditTicket.parse({ ticketId: aTicket().id, ...fields });

describe('logging', () => {
  test('needs only a title: the ticket is new, of priority 3, and its history begins', () => {
    const act = anAct({ occurredAt: T_ZERO + MINUTE, now: T_ZERO + 9 * MINUTE });
    const [ticket, state, ...more] = changesOf(logTicket(rows, logged(), act));
    expect(more).toEqual([]);
    expect(ticket?.set).toMatchObject({
      ref: 'TKT-0013',
      status: 'new',
      priority: 3,
      openedAt: T_ZERO + MINUTE,
      assigneeId: null,
      repliedAt: null,
    });
    expect(state?.set).toMatchObject({ ticketId: ticket?.id, status: 'new', sourceState: '', by: 'M. Okoro', occurredAt: T_ZERO + MINUTE });
  });

  test('is refused whole when something named is not there', () => {
    for (const field of ['assigneeId', 'incidentId', 'taskId']) {
      expect(refusalOf(logTicket(rows, logged({ [field]: idOf(999) }), anAct()))).toBe('unknown-row');
    }
    const links = { assigneeId: aPerson().id, incidentId: anIncident().id, taskId: aTask().id };
    expect(changesOf(logTicket(rows, logged(links), anAct()))[0]?.set).toMatchObject(links);
  });

  test('references go on after the highest, whatever was imported', () => {
    const imported = rowsWith({ ticket: [aTicket({ ref: 'TKT-24918' }), aTicket({ id: idOf(501), ref: 'TKT-0003' })] });
    expect(changesOf(logTicket(imported, logged(), anAct()))[0]?.set?.ref).toBe('TKT-24919');
  });
});

describe('editing', () => {
  test('sets only what differs', () => {
    const changes = changesOf(editTicket(rows, edited({ priority: 1, title: aTicket().title, incidentId: anIncident().id }), anAct()));
    expect(changes[0]).toMatchObject({ set: { priority: 1, incidentId: anIncident().id }, was: { priority: 3, incidentId: null } });
  });

  test('to what it is, to what is not there, or of no ticket is refused', () => {
    expect(refusalOf(editTicket(rows, edited({ priority: 3 }), anAct()))).toBe('nothing-changed');
    expect(refusalOf(editTicket(rows, edited({ taskId: idOf(999) }), anAct()))).toBe('unknown-row');
    expect(refusalOf(editTicket(rowsWith({}), edited({ priority: 1 }), anAct()))).toBe('unknown-ticket');
  });
});

describe('assigning', () => {
  const assign = (personId: string | null, fields = {}) =>
    assignTicket(rowsWith({ person: [aPerson()], ticket: [aTicket(fields)] }), { ticketId: aTicket().id, personId }, anAct());

  test('gives an open ticket to a person of the roster, or takes it away', () => {
    expect(changesOf(assign(aPerson().id))[0]?.set).toEqual({ assigneeId: aPerson().id });
    expect(changesOf(assign(null, { assigneeId: aPerson().id }))[0]?.set).toEqual({ assigneeId: null });
  });

  test('is refused for strangers, ended tickets and who has it already', () => {
    expect(refusalOf(assign(idOf(999)))).toBe('unknown-person');
    expect(refusalOf(assign(aPerson().id, { status: 'closed' }))).toBe('wrong-status');
    expect(refusalOf(assign(aPerson().id, { assigneeId: aPerson().id }))).toBe('nothing-changed');
    expect(refusalOf(assign(null))).toBe('nothing-changed');
  });
});
