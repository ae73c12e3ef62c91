/** The words for acts on the clock: holds, and taking the plan up at an earlier task. */
import { formatSpan } from '../../base/time-words.ts';
import { because, counted, type Teller, type Told, withTail } from './told.ts';

export const holdWords: Readonly<Record<string, Teller>> = {
  'hold.call': because('called'),
  'hold.expect': ({ ref, row, clock }) => {
    const at = Number(row.expectedEndAt);
    return row.expectedEndAt === null || !Number.isFinite(at)
      ? `${ref}: nobody knows when it ends`
      : `${ref} expected to end ${clock.full(at)} ${clock.zoneName(at)}`;
  },
  'hold.resume': ({ ref, row, entry }) => {
    const length = Number(row.endedAt) - Number(row.startedAt);
    const after = Number.isFinite(length) ? ` after ${formatSpan(length)}` : '';
    return withTail(`${ref} over${after}, ${tZeroWords(entry.changes)}`, entry.note);
  },
  'goLive.recycle': recycled,
};

function recycled({ entry, row, rows }: Told): string {
  const again = entry.changes.filter(({ table, set }) => table === 'task' && set?.status === 'planned');
  const known = again.map(({ id }) => rows.task.get(id)).filter((task) => task !== undefined);
  const first = known.reduce<(typeof known)[number] | undefined>((a, b) => (a && a.position <= b.position ? a : b), undefined);
  const head = `Taken up again${first ? ` at ${first.ref}` : ''}, ${counted(again.length, 'task')}`;
  return withTail(`${head}, ${tZeroWords(entry.changes)}`, entry.note || row.reason);
}

function tZeroWords(changes: Told['entry']['changes']): string {
  const moved = changes.find(({ table, set }) => table === 'goLive' && set?.tZeroAt !== undefined);
  const by = Number(moved?.set?.tZeroAt) - Number(moved?.was?.tZeroAt);
  return Number.isFinite(by) ? `T-0 moved by ${formatSpan(by)}` : 'T-0 stays';
}
