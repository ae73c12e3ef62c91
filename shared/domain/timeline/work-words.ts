/** The words for acts of working the night: checks inside tasks, remarks, handing over, substitutes, shift notes. */
import { textOf } from './subject.ts';
import { counted, listed, nameOfPerson, refOf, type Teller, type Told, withTail } from './told.ts';

export const workWords: Readonly<Record<string, Teller>> = {
  'task.estimate': ({ ref, row, clock }) =>
    typeof row.clearsAt === 'number'
      ? `${ref} expected to go on ${clock.full(row.clearsAt)} ${clock.zoneName(row.clearsAt)}`
      : `${ref} nobody knows when it goes on`,
  'task.handOver': ({ ref, row, rows, entry }) => {
    const to = Array.isArray(row.ownerIds) ? row.ownerIds.map((id) => nameOfPerson(id, rows)).filter(Boolean) : [];
    return withTail(`${ref} handed over to ${listed(to) || 'somebody'}`, entry.note);
  },
  'task.correct': corrected,
  'task.autoStart': ({ main, ref, title, row }) => {
    if (main.length > 1) return `${counted(main.length, 'task')} started by themselves`;
    return withTail(`${ref} ${row.status === 'finished' ? 'reached by itself' : 'started by itself'}`, title);
  },
  'step.add': ofStep('check added'),
  'step.edit': ofStep('check edited'),
  'step.remove': ofStep('check removed'),
  'step.move': ({ ref }) => `${ref} checks put in another order`,
  'step.tick': ofStep('check ticked'),
  'step.untick': ofStep('check no longer ticked'),
  'remark.add': ({ ref, row }) => withTail(`${ref} remark`, row.content),
  'substitution.start': ({ row, rows }) =>
    withTail(`${nameOfPerson(row.toId, rows)} stands in for ${nameOfPerson(row.fromId, rows)}`, row.reason),
  'substitution.end': ({ row, rows }) => `${nameOfPerson(row.toId, rows)} gives back to ${nameOfPerson(row.fromId, rows)}`,
  'shift.write': ({ row, rows }) => withTail(`Shift note for ${nameOfPerson(row.toId, rows) || 'whoever comes'}`, row.content),
  'shift.read': ({ row }) => `Shift note of ${textOf(row.writtenBy)} read`,
};

function ofStep(word: string): Teller {
  return ({ row, rows, title }) => withTail(`${refOf('task', row.taskId, rows) || 'A task'} ${word}`, title);
}

function corrected({ ref, set, clock, entry }: Told): string {
  const told = [
    ['started', set.actualStart],
    ['ended', set.actualEnd],
  ].flatMap(([word, at]) => (typeof at === 'number' ? [`${word} ${clock.time(at)} ${clock.zoneName(at)}`] : []));
  return withTail(`${ref} corrected, ${listed(told) || 'times'}`, entry.note);
}
