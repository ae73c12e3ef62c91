/** The fields of a list of tickets and the names support systems give their columns. */
import { type Mapping, recognise, type Vocabulary } from '../../../base/sheet/columns.ts';
import type { Sheet } from '../../../base/sheet/sheet.ts';

export const ticketFields = [
  'sourceId',
  'title',
  'state',
  'priority',
  'openedAt',
  'updatedAt',
  'resolvedAt',
  'closedAt',
  'repliedAt',
  'category',
  'subcategory',
  'department',
  'reporter',
  'assignee',
  'updatedBy',
  'impact',
  'urgency',
  'resolution',
  'detail',
] as const;
export type TicketField = (typeof ticketFields)[number];
export type TicketMapping = Mapping<TicketField>;

/** Names as `plainName` writes them. English (ServiceNow, Jira, Zendesk, Freshdesk, TOPdesk, ManageEngine), then German and Czech. */
export const ticketNames: Vocabulary<TicketField> = {
  sourceId: [
    ...[
      'number',
      'ticket number',
      'ticket id',
      'ticket no',
      'ticket nr',
      'incident number',
      'incident id',
      'case number',
      'case id',
      'issue key',
    ],
    ...['key', 'request id', 'request number', 'call number', 'reference', 'ref', 'id', 'number sign', 'no', 'nr', 'ticket', 'incident'],
    ...['ticketnummer', 'nummer', 'vorgangsnummer', 'cislo', 'cislo ticketu'],
  ],
  title: [
    ...[
      'short description',
      'title',
      'summary',
      'subject',
      'brief description',
      'ticket title',
      'incident title',
      'issue',
      'problem',
      'name',
    ],
    ...['kurzbeschreibung', 'betreff', 'titel', 'predmet', 'nazev', 'strucny popis'],
  ],
  state: [
    ...['state', 'incident state', 'ticket state', 'status', 'ticket status', 'incident status', 'case status', 'current status'],
    ...['zustand', 'stav'],
  ],
  priority: ['priority', 'ticket priority', 'severity', 'prio', 'sev', 'prioritat', 'priorita', 'dringlichkeitsstufe'],
  openedAt: [
    ...['opened at', 'opened', 'created', 'created at', 'created on', 'open', 'creation', 'reported', 'reported at', 'logged', 'logged at'],
    ...[
      'submitted',
      'submitted at',
      'created time',
      'requested',
      'sys created at',
      'sys created on',
      'erstellt',
      'erstellt am',
      'eroffnet',
      'vytvoreno',
      'zalozeno',
    ],
  ],
  updatedAt: [
    ...[
      'sys updated at',
      'sys updated on',
      'updated',
      'updated at',
      'updated on',
      'last updated',
      'last modified',
      'modified',
      'modified at',
    ],
    ...[
      'last update',
      'changed',
      'changed at',
      'timestamp',
      'event',
      'geandert',
      'geandert am',
      'aktualisiert',
      'aktualizovano',
      'zmeneno',
    ],
  ],
  resolvedAt: ['resolved at', 'resolved', 'resolved on', 'solved', 'solved at', 'gelost', 'gelost am', 'vyreseno'],
  closedAt: ['closed at', 'closed', 'closed on', 'completed', 'completed at', 'geschlossen', 'geschlossen am', 'uzavreno'],
  repliedAt: ['first response', 'first response at', 'first reply', 'first reply at', 'responded', 'responded at', 'initially assigned at'],
  category: ['category', 'ticket category', 'type', 'ticket type', 'issue type', 'topic', 'kategorie', 'kategorie ticketu'],
  subcategory: ['subcategory', 'sub category', 'subtype', 'unterkategorie', 'podkategorie'],
  department: [
    ...['department', 'location', 'site', 'business unit', 'division', 'office', 'unit', 'caller department', 'abteilung', 'standort'],
    ...['oddeleni', 'lokalita', 'pobocka'],
  ],
  reporter: [
    ...[
      'caller id',
      'caller',
      'reporter',
      'requester',
      'requested by',
      'reported by',
      'opened by',
      'created by',
      'contact',
      'customer',
      'raised by',
    ],
    ...['melder', 'anforderer', 'zadavatel', 'nahlasil'],
  ],
  assignee: [
    ...[
      'assigned to',
      'assignee',
      'owner',
      'agent',
      'resolver',
      'assigned',
      'technician',
      'handler',
      'operator',
      'zugewiesen an',
      'bearbeiter',
      'resitel',
    ],
  ],
  updatedBy: ['sys updated by', 'updated by', 'modified by', 'changed by', 'last modified by', 'geandert von', 'zmenil'],
  impact: ['impact', 'auswirkung', 'dopad'],
  urgency: ['urgency', 'dringlichkeit', 'nalehavost'],
  resolution: [
    'resolution notes',
    'close notes',
    'resolution note',
    'resolution',
    'solution',
    'resolution description',
    'losung',
    'reseni',
  ],
  detail: ['description', 'details', 'long description', 'detail', 'body', 'beschreibung', 'popis'],
};

/** Which column of the list is which field, by name. */
export function recogniseTickets({ columns }: Pick<Sheet, 'columns'>): TicketMapping {
  const mapping: { [Field in TicketField]?: number } = recognise(columns, ticketNames);
  if (mapping.title === undefined && mapping.detail !== undefined) {
    mapping.title = mapping.detail;
    delete mapping.detail;
  }
  if (mapping.resolvedAt === undefined && /(date|time)\W*$/i.test(columns[mapping.resolution ?? -1] ?? '')) {
    mapping.resolvedAt = mapping.resolution;
    delete mapping.resolution;
  }
  return mapping;
}
