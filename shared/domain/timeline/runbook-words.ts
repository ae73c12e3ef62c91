/** The words for acts on the runbook: tasks, links between them, imported plans. */

import { formatSpan } from '../../base/time-words.ts';
import { fieldsOf, textOf } from './subject.ts';
import { because, changedFields, counted, listed, refOf, type Teller, type Told, withTail } from './told.ts';

export const runbookWords: Readonly<Record<string, Teller>> = {
  'task.add': ({ main, ref, title }) => (main.length > 1 ? `${counted(main.length, 'task')} added` : withTail(`${ref} added`, title)),
  'task.edit': ({ ref, set }) => withTail(`${ref} edited`, changedFields(set)),
  'task.start': ({ ref, title, entry }) => withTail(`${ref} started${entry.note ? ' all the same' : ''}`, title),
  'task.finish': ({ ref, title, row }) => withTail(`${ref} ${row.status === 'finished by workaround' ? row.status : 'finished'}`, title),
  'task.block': because('blocked'),
  'task.unblock': ({ ref, title }) => withTail(`${ref} unblocked`, title),
  'task.skip': because('skipped'),
  'task.fail': because('failed'),
  'task.reopen': ({ ref, title }) => withTail(`${ref} reopened`, title),
  'link.add': ({ main, row, rows }) => {
    const [from, to] = [refOf('task', row.fromId, rows) || 'a task', refOf('task', row.toId, rows) || 'A task'];
    if (main.length > 1) return `${counted(main.length, 'link')} added`;
    const lag = Number(row.lagMs) || 0;
    const after = lag === 0 ? '' : lag > 0 ? `, ${formatSpan(lag)} lag` : `, ${formatSpan(-lag)} lead`;
    return `${to} ${kinds[String(row.kind)] ?? 'follows'} ${from}${after}`;
  },
  'link.remove': ({ main, row, rows }) => {
    if (main.length > 1) return `${counted(main.length, 'link')} removed`;
    return `${refOf('task', row.toId, rows) || 'A task'} no longer waits for ${refOf('task', row.fromId, rows) || 'a task'}`;
  },
  'plan.exchange': exchanged,
  'plan.import': imported,
  'view.save': ({ row }) => withTail('View saved', row.name),
  'view.remove': ({ row }) => withTail('View removed', row.name),
};

const kinds: Readonly<Record<string, string>> = {
  FS: 'follows',
  SS: 'starts with or after',
  FF: 'finishes with or after',
  SF: 'finishes after the start of',
};

function imported({ main }: Told): string {
  const tasks = main.filter(({ table }) => table === 'task');
  const added = tasks.filter(({ was, set }) => was === null && set !== null);
  const streams = new Set(added.map(({ set }) => set?.stream).filter(Boolean));
  const parts = [
    counted(added.length, 'task'),
    ...(streams.size > 0 ? [counted(streams.size, 'stream')] : []),
    ...(tasks.length > added.length ? [`${counted(tasks.length - added.length, 'task')} changed`] : []),
  ];
  return `Plan imported: ${parts.join(', ')}`;
}

const MOST_NAMED = 6;

/** "Plan edited in a file: 2 tasks added, T-050 and T-051; 1 task changed, T-036; 9 links changed" */
function exchanged({ main, rows }: Told): string {
  const tasks = main.filter(({ table }) => table === 'task');
  const part = (own: typeof main, word: string) => {
    if (own.length === 0) return [];
    const refs = own.map((change) => textOf(fieldsOf(change, rows).ref)).filter(Boolean);
    const named = refs.length > MOST_NAMED ? [...refs.slice(0, MOST_NAMED), 'others'] : refs;
    return [`${counted(own.length, 'task')} ${word}${named.length > 0 ? `, ${listed(named)}` : ''}`];
  };
  const links = main.filter(({ table }) => table === 'link').length;
  const said = [
    ...part(
      tasks.filter(({ was }) => was === null),
      'added',
    ),
    ...part(
      tasks.filter(({ was, set }) => was !== null && set !== null),
      'changed',
    ),
    ...part(
      tasks.filter(({ set }) => set === null),
      'removed',
    ),
    ...(links > 0 ? [`${counted(links, 'link')} changed`] : []),
  ];
  return `Plan edited in a file: ${said.join('; ')}`;
}
