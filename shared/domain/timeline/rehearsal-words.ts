/** The words for rehearsals and drills. */
import { formatSpan } from '../../base/time-words.ts';
import { textOf } from './subject.ts';
import { counted, type Teller, withTail } from './told.ts';

export const rehearsalWords: Readonly<Record<string, Teller>> = {
  'rehearsal.create': ({ row, clock }) => {
    const at = Number(row.tZeroAt);
    const made = row.kind === 'drill' ? 'Drill made' : 'Rehearsal made';
    return Number.isFinite(at) ? withTail(made, `${textOf(row.name)}, T-0 ${clock.full(at)} ${clock.zoneName(at)}`) : made;
  },
  'plan.learn': ({ main, entry }) => withTail(`${counted(main.length, 'length')} learnt`, entry.note),
  'drill.speed': ({ set }) => {
    const speed = (set.clock as { readonly speed?: number } | null | undefined)?.speed;
    if (speed === undefined) return 'Clock of the drill changed';
    return speed === 0 ? 'Clock of the drill stopped' : `Clock of the drill runs at ${speed}×`;
  },
  'drill.jump': ({ set, clock }) => {
    const at = Number((set.clock as { readonly shownAt?: number } | null | undefined)?.shownAt);
    return Number.isFinite(at) ? `Clock of the drill set ahead to ${clock.full(at)} ${clock.zoneName(at)}` : 'Clock of the drill set ahead';
  },
  'trouble.strike': ({ row }) => {
    const length = Number(row.lengthMs);
    const lasts = length > 0 ? `, ${formatSpan(length)}` : '';
    return withTail(`Drill trouble, ${textOf(row.kind) || 'put in'}${lasts}`, row.says);
  },
  'trouble.miss': ({ row }) => withTail('Drill trouble came too late', row.says),
  'trouble.end': ({ main, row }) =>
    main.length > 1 ? `${counted(main.length, 'drill trouble')} over` : withTail('Drill trouble over', row.says),
};
