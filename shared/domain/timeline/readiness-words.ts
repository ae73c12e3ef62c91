/** The words for acts on the readiness board and at the gates. */
import type { Fields } from '../../base/change.ts';
import { titleOfRole } from '../roster/roles.ts';
import type { Rows } from '../tables.ts';
import { rowOf, textOf } from './subject.ts';
import { because, changedFields, counted, refOf, type Teller, withTail } from './told.ts';

export const readinessWords: Readonly<Record<string, Teller>> = {
  'check.add': many('added', ({ ref, title }) => withTail(`${ref} added`, title)),
  'check.edit': many('edited', ({ ref, set }) => withTail(`${ref} edited`, changedFields(set))),
  'check.start': many('in work', ({ ref, title }) => withTail(`${ref} in work`, title)),
  'check.submit': many('passed, to verify', ({ ref, title }) => withTail(`${ref} passed, to verify`, title)),
  'check.pass': many('passed', ({ ref, title }) => withTail(`${ref} passed`, title)),
  'check.verify': many('verified', ({ ref, title }) => withTail(`${ref} verified and passed`, title)),
  'check.sendBack': ({ ref, entry, title }) => withTail(`${ref} sent back`, entry.note || title),
  'check.fail': many('failed', because('failed')),
  'check.waive': many('waived', because('waived')),
  'check.expire': many('open again, the waiver is over', ({ ref, title }) => withTail(`${ref} open again, the waiver is over`, title)),
  'check.exclude': many('not applicable', because('not applicable')),
  'check.reopen': many('reopened', ({ ref, title }) => withTail(`${ref} reopened`, title)),
  'blocker.add': ({ ref, row, rows }) => withTail(`${ref} blocked`, blockerWords(row, rows)),
  'blocker.clear': ({ ref, row, rows }) => withTail(`${ref} blocker cleared`, blockerWords(row, rows)),
  'blocker.remove': ({ ref, row, rows }) => withTail(`${ref} blocker removed`, blockerWords(row, rows)),
  'evidence.add': ({ ref, row }) => withTail(`${ref} evidence added`, row.content),
  'evidence.remove': ({ ref, row }) => withTail(`${ref} evidence removed`, row.content),
  'criterion.judge': ({ ref, row, title }) => {
    const status = row.status === 'open' ? 'left to its checks' : String(row.status ?? 'judged');
    return withTail(`${ref} criterion ${status}`, row.reason ? `${title} (${row.reason})` : title);
  },
  'gate.call': ({ ref, row, rows }) =>
    withTail(`${ref} call of ${titleOfRole(rows, textOf(row.position)) || 'a position'}, ${row.call ?? 'withdrawn'}`, row.reason),
  'gate.decide': ({ ref, row }) => withTail(`${ref} decided`, row.decision),
  'gate.reopen': ({ ref, title }) => withTail(`${ref} reopened`, title),
  'condition.settle': ({ ref, row }) => withTail(`${ref} condition ${row.status ?? 'settled'}`, row.content),
};

/** Of many checks how many and which; of one as `one` tells it. */
function many(word: string, one: Teller): Teller {
  return (told) => {
    const { main, rows } = told;
    if (main.length < 2) return one(told);
    const waiting = word === 'passed' ? main.filter(({ set }) => set?.status === 'to verify').length : 0;
    const head = `${counted(main.length, 'check')} ${word}${waiting > 0 ? `, ${waiting} of them to verify` : ''}`;
    return withTail(
      head,
      main
        .map(({ table, id }) => refOf(table, id, rows))
        .filter(Boolean)
        .join(', '),
    );
  };
}

/** "T-022 Bank connector", or the words of a blocker that points at nothing. */
function blockerWords(row: Fields, rows: Rows): string {
  for (const [table, field] of Object.entries({ task: 'taskId', ticket: 'ticketId', incident: 'incidentId', course: 'courseId' })) {
    const pointed = rowOf(table, row[field], rows);
    if (pointed) return `${textOf(pointed.ref)} ${textOf(pointed.title)}`;
  }
  return textOf(row.content);
}
