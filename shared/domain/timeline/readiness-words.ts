/** The words for acts on the readiness board and at the gates. */
import { titleOfRole } from '../roster/roles.ts';
import { textOf } from './subject.ts';
import { because, changedFields, counted, type Teller, withTail } from './told.ts';

export const readinessWords: Readonly<Record<string, Teller>> = {
  'check.add': ({ main, ref, title }) => (main.length > 1 ? `${counted(main.length, 'check')} added` : withTail(`${ref} added`, title)),
  'check.edit': ({ ref, set }) => withTail(`${ref} edited`, changedFields(set)),
  'check.start': ({ ref, title }) => withTail(`${ref} in work`, title),
  'check.pass': ({ ref, title }) => withTail(`${ref} passed`, title),
  'check.fail': because('failed'),
  'check.waive': because('waived'),
  'check.exclude': because('not applicable'),
  'check.reopen': ({ ref, title }) => withTail(`${ref} reopened`, title),
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
