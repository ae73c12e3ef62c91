/** The columns of the communications plan. */
import type { MessageLine } from '../../../shared/domain/comms/plan.ts';
import { Mark } from '../../ui/mark.tsx';
import type { Column } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import { channelLabel, isOver, type Preview, stateMarks } from './lines.ts';

/** A line with its words as they would go out now. */
export interface ShownLine extends MessageLine {
  readonly preview: Preview | null;
}

export const messageColumns: readonly Column<ShownLine>[] = [
  {
    key: 'state',
    head: 'State',
    width: 116,
    cell: ({ state }) => <Mark state={stateMarks[state].state}>{stateMarks[state].word}</Mark>,
  },
  {
    key: 'planned',
    head: 'Planned',
    width: 84,
    className: 'f',
    compare: (a, b) => (a.plannedAt ?? Number.MAX_SAFE_INTEGER) - (b.plannedAt ?? Number.MAX_SAFE_INTEGER),
    cell: ({ plannedAt }) => (plannedAt === null ? <span className="q">any time</span> : <Time at={plannedAt} />),
  },
  {
    key: 'forecast',
    head: 'Forecast, sent',
    width: 104,
    className: ({ state }) => (state === 'late' ? 'f warn' : 'f'),
    cell: ({ at, state }) => (at === null || state === 'not needed' ? '' : <Time at={at} />),
  },
  {
    key: 'subject',
    head: 'Message',
    width: '1fr',
    min: 200,
    title: ({ preview, task }) => preview?.subject ?? task?.title ?? '',
    cell: ({ preview, task, state }) =>
      preview ? (
        <span className={isOver(state) ? 'q2' : 'name'}>{preview.subject}</span>
      ) : (
        <span className="q">
          {task?.title}
          {!isOver(state) && ', not written yet'}
        </span>
      ),
  },
  { key: 'audience', head: 'To whom', width: '1fr', min: 110, title: audienceOf, cell: audienceOf },
  { key: 'channel', head: 'Through', width: 84, cell: ({ announcement }) => (announcement ? channelLabel(announcement.channel) : '') },
  { key: 'by', head: 'Sent by', width: 96, cell: ({ announcement }) => announcement?.sentBy ?? '' },
];

function audienceOf({ announcement }: ShownLine): string {
  return announcement?.audience ?? '';
}
