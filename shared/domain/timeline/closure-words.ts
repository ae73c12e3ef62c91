/** The words for the acts that close a go-live. */
import { figureText } from '../closure/metric.ts';
import { type Teller, withTail } from './told.ts';

export const closureWords: Readonly<Record<string, Teller>> = {
  'metric.add': ({ title }) => withTail('Metric added', title),
  'metric.measure': ({ title, row }) => {
    const measured = typeof row.actual === 'number' ? ` ${figureText(row.actual, String(row.unit ?? ''))}` : '';
    return `Metric measured: ${title}${measured}`;
  },
  'lesson.add': ({ row }) => withTail(`Lesson added${row.category ? `, ${row.category}` : ''}`, row.happened),
  'lesson.remove': ({ row }) => withTail(`Lesson removed${row.category ? `, ${row.category}` : ''}`, row.happened),
  'signOff.sign': ({ row, entry }) => {
    const who = [row.signedBy || entry.actor, row.role].filter(Boolean).join(', ');
    const head = `${row.subject ?? 'Sign-off'} ${row.decision ?? 'signed'} by ${who}`;
    return row.decision === 'refused' ? withTail(head, row.note) : head;
  },
  'cleanup.decide': ({ row }) => withTail(`Cleanup decided, ${row.cleanup ?? 'open'}`, row.cleanupReason),
  'cleanup.settle': ({ row, title }) => withTail(`Cleanup action ${row.status ?? 'settled'}`, title),
};
