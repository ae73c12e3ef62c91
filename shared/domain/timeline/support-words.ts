/** The words for acts on incidents and hypercare tickets. */
import { textOf } from './subject.ts';
import { changedFields, counted, keyWords, nameOfPerson, type Teller, type Told, withTail } from './told.ts';

const levels = ['', 'automated', 'development team', 'cross-functional', 'executive'] as const;

export const supportWords: Readonly<Record<string, Teller>> = {
  'incident.declare': ({ ref, row, title, rows }) => {
    const commander = nameOfPerson(row.commanderId, rows);
    return withTail(`${ref} declared, SEV${row.severity ?? '?'}${commander ? `, commander ${commander}` : ''}`, title);
  },
  'incident.edit': (told) => changedGrade(told, 'severity', 'SEV') ?? edited(told),
  'incident.acknowledge': ({ ref, title }) => withTail(`${ref} acknowledged`, title),
  'incident.mitigate': ({ ref, title }) => withTail(`${ref} mitigated`, title),
  'incident.resolve': ({ ref, set, title }) => withTail(`${ref} resolved`, set.resolution || title),
  'incident.close': ({ ref, title }) => withTail(`${ref} closed`, title),
  'incident.reopen': ({ ref, title }) => withTail(`${ref} reopened`, title),
  'incident.escalate': ({ ref, row }) => {
    const words = levels[Number(row.level)];
    return `${ref} escalated to level ${row.level ?? '?'}${words ? `, ${words}` : ''}`;
  },
  'procedure.start': ({ ref, entry, main, rows }) => {
    const key = entry.changes.find(({ table }) => table === 'incident')?.set?.procedure;
    return `${ref} procedure started: ${procedureTitle(key, rows)}, ${counted(main.length, 'step')}`;
  },
  'procedure.step': ({ ref, row, title }) => withTail(`${ref} step ${row.status ?? 'settled'}`, title),
  'ticket.log': ({ ref, row, title }) => withTail(`${ref} logged, priority ${row.priority ?? '?'}`, title),
  'ticket.edit': (told) => changedGrade(told, 'priority', 'priority ') ?? edited(told),
  'ticket.assign': ({ ref, row, rows, main }) => {
    const name = nameOfPerson(row.assigneeId, rows);
    const who = name ? `assigned to ${name}` : 'has nobody assigned now';
    return main.length > 1 ? `${counted(main.length, 'ticket')}: ${who}` : `${ref} ${who}`;
  },
  'ticket.move': ({ ref, row, set, title, main }) => {
    if (set.status === undefined && set.repliedAt !== undefined) return withTail(`${ref} first reply given`, title);
    const status = moves[String(row.status)] ?? 'moved';
    if (main.length > 1) return `${counted(main.length, 'ticket')} ${status}`;
    return withTail(`${ref} ${status}`, set.resolution || title);
  },
  'ticket.import': ({ entry }) => {
    const made = (table: string) => entry.changes.filter((change) => change.table === table && change.was === null).length;
    const states = made('ticketState');
    return `Tickets imported: ${counted(made('ticket'), 'ticket')}${states > 0 ? `, ${counted(states, 'state')}` : ''}`;
  },
};

const moves: Readonly<Record<string, string>> = {
  new: 'back to new',
  triaged: 'triaged',
  'in progress': 'in progress',
  waiting: 'waiting',
  resolved: 'resolved',
  closed: 'closed',
  cancelled: 'cancelled',
};

function edited({ ref, set }: Told): string {
  return withTail(`${ref} edited`, changedFields(set));
}

/** Severity and priority are the edits people look for, so both values are said; null when it is another edit. */
function changedGrade({ ref, main }: Told, field: string, word: string): string | null {
  const [before, after] = [Number(main[0]?.was?.[field]), Number(main[0]?.set?.[field])];
  if (!Number.isFinite(before) || !Number.isFinite(after)) return null;
  return `${ref} ${after < before ? 'raised' : 'lowered'} from ${word}${before} to ${word}${after}`;
}

function procedureTitle(key: unknown, rows: Told['rows']): string {
  for (const copy of rows.playbookCopy.values()) {
    const named = copy.content.procedures.find((procedure) => procedure.key === key);
    if (named) return named.title;
  }
  return keyWords(textOf(key)) || 'emergency procedure';
}
