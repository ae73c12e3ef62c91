/** The words for acts on the go-live itself, its people and its notes. */

import type { Entry } from '../../base/entry.ts';
import { formatSpan } from '../../base/time-words.ts';
import type { Playbook } from '../playbook/schema.ts';
import { titleOfRole } from '../roster/roles.ts';
import { textOf } from './subject.ts';
import { changedFields, counted, nameOfPerson, refOf, type Teller, type Told, withTail } from './told.ts';

export const goLiveWords: Readonly<Record<string, Teller>> = {
  'goLive.create': ({ title, row, clock }) => {
    const at = Number(row.tZeroAt);
    return Number.isFinite(at)
      ? `Go-live created: ${title}, T-0 ${clock.full(at)} ${clock.zoneName(at)}`
      : withTail('Go-live created', title);
  },
  'goLive.edit': ({ set }) => withTail('Go-live edited', changedFields(set)),
  'goLive.answer': ({ entry }) => withTail('Questions answered anew', newAnswers(entry)),
  'goLive.move': moved,
  'goLive.start': () => 'Cutover started',
  'goLive.live': () => 'System declared live',
  'goLive.close': ({ row }) => withTail('Go-live closed', row.outcome),
  'goLive.scrub': ({ row, entry }) => withTail('Go-live scrubbed', row.outcomeNote || entry.note),
  'person.add': ({ main, title, row }) => {
    if (main.length > 1) return `${counted(main.length, 'person').replace('persons', 'people')} added to the roster`;
    return row.department ? `${title} added to the roster, ${row.department}` : `${title || 'Somebody'} added to the roster`;
  },
  'person.edit': ({ title, set }) => withTail(`${title || 'Somebody'} edited`, changedFields(set)),
  'role.assign': (told) => `${holder(told)} takes the role ${titleOfRole(told.rows, textOf(told.row.role))}`,
  'role.release': (told) => `${holder(told)} gives up the role ${titleOfRole(told.rows, textOf(told.row.role))}`,
  'note.add': ({ row, rows }) => {
    const about = refOf(String(row.subject), row.subjectId, rows);
    return withTail(about ? `Note on ${about}` : 'Note', row.content);
  },
};

/** "Database migration: no", for each answer that changed. */
function newAnswers({ changes }: Entry): string {
  const copy = changes.find(({ table }) => table === 'playbookCopy');
  const before = conditionsIn(copy?.was?.content);
  return conditionsIn(copy?.set?.content)
    .filter(({ key, holds }) => before.find((one) => one.key === key)?.holds !== holds)
    .map(({ title, holds }) => `${title}: ${holds === null ? 'open' : holds ? 'yes' : 'no'}`)
    .join(', ');
}

function conditionsIn(content: unknown): Playbook['conditions'] {
  return (content as Partial<Playbook> | null | undefined)?.conditions ?? [];
}

function holder({ row, rows }: Told): string {
  return nameOfPerson(row.personId, rows) || 'Somebody';
}

/** Says the times of day alone while T-0 stays on its day, else the days too. */
function moved({ main, clock }: Told): string {
  const change = main[0];
  const from = Number(change?.was?.tZeroAt);
  const to = Number(change?.set?.tZeroAt);
  if (!Number.isFinite(from) || !Number.isFinite(to)) return 'T-0 moved';
  const said = clock.date(from) === clock.date(to) ? clock.time : clock.full;
  const zones =
    clock.zoneName(from) === clock.zoneName(to) ? ['', ` ${clock.zoneName(to)}`] : [` ${clock.zoneName(from)}`, ` ${clock.zoneName(to)}`];
  const times = said(from) === said(to) ? `by ${formatSpan(to - from)}` : `from ${said(from)}${zones[0]} to ${said(to)}${zones[1]}`;
  const windowMoved = change?.set?.windowStart !== undefined || change?.set?.windowEnd !== undefined;
  return `T-0 moved ${times}, ${windowMoved ? 'window moved with it' : 'window stays'}`;
}
