/** The words for acts on the runbook: tasks, links between them, imported plans. */

import { formatSpan } from '../../base/time-words.ts';
import { because, changedFields, counted, refOf, type Teller, type Told, withTail } from './told.ts';

export const runbookWords: Readonly<Record<string, Teller>> = {
  'task.add': ({ main, ref, title }) => (main.length > 1 ? `${counted(main.length, 'task')} added` : withTail(`${ref} added`, title)),
  'task.edit': ({ ref, set }) => withTail(`${ref} edited`, changedFields(set)),
  'task.start': ({ ref, title }) => withTail(`${ref} started`, title),
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

function exchanged({ main }: Told): string {
  const tasks = main.filter(({ table }) => table === 'task');
  const count = (list: typeof main, is: (change: (typeof main)[number]) => boolean, word: string) => {
    const found = list.filter(is).length;
    return found === 0 ? [] : [`${found} ${word}`];
  };
  const links = main.filter(({ table }) => table === 'link').length;
  const parts = [
    ...count(tasks, ({ was }) => was === null, 'added'),
    ...count(tasks, ({ was, set }) => was !== null && set !== null, 'changed'),
    ...count(tasks, ({ set }) => set === null, 'removed'),
  ];
  const said = [...(parts.length > 0 ? [`tasks ${parts.join(', ')}`] : []), ...(links > 0 ? [`${counted(links, 'link')} changed`] : [])];
  return `Plan edited in a file: ${said.join('; ')}`;
}
