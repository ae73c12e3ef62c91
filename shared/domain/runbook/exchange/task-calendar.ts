/** The tasks of a person, of a stream or of communication as events of a calendar. */
import { formatInstant, formatOffset, zoneName } from '../../../base/time-words.ts';
import type { GoLive } from '../../go-live/schema.ts';
import type { Rows } from '../../tables.ts';
import { networkOf } from '../network.ts';
import type { Schedule, TaskTimes } from '../schedule.ts';
import type { Task } from '../schema.ts';
import { isClosed, isInRun } from '../task-state.ts';
import type { CalendarEvent } from './ics.ts';
import { plannedTasks } from './plan-table.ts';

/** Whose tasks: of one person, of one stream (the team that works it), or those that tell people something. */
export type CalendarOf = { readonly personId: string } | { readonly stream: string } | 'communication';
export const calendarTimes = ['planned', 'forecast'] as const;

const REMIND_MS = 15 * 60_000;

/** `seq`: the newest entry of the record; it tells calendar programs which of two exports is the later one. */
export function taskEvents(
  rows: Rows,
  goLive: GoLive,
  schedule: Pick<Schedule, 'times'>,
  of: CalendarOf,
  which: (typeof calendarTimes)[number],
  seq: number,
): readonly CalendarEvent[] {
  return plannedTasks(rows, null).flatMap((task): CalendarEvent[] => {
    const times = schedule.times.get(task.id);
    if (!times || task.kind === 'group' || !isOf(task, of) || !isInRun(task, goLive)) return [];
    const { start, end } = spanOf(task, times, which);
    return [
      {
        uid: `${task.id}@gantry`,
        sequence: seq,
        start,
        end,
        summary: `${task.ref} ${task.title}`,
        description: described(rows, goLive, task, start),
        categories: [goLive.name, ...(task.stream === '' ? [] : [task.stream])],
        isCancelled: task.status === 'skipped',
        alarmMs: isClosed(task) || task.actualStart !== null ? null : REMIND_MS,
      },
    ];
  });
}

function isOf(task: Task, of: CalendarOf): boolean {
  if (of === 'communication') return task.kind === 'communication';
  return 'personId' in of ? task.ownerIds.includes(of.personId) : task.stream === of.stream;
}

/** A task whose start is not planned has its forecast one. */
function spanOf(task: Task, times: TaskTimes, which: (typeof calendarTimes)[number]) {
  if (which === 'forecast' || times.plannedStart === null) return { start: times.start, end: times.end };
  return { start: times.plannedStart, end: times.plannedEnd ?? times.plannedStart + task.durationMs };
}

function described(rows: Rows, goLive: GoLive, task: Task, start: number): string {
  const owners = task.ownerIds.flatMap((id) => rows.person.get(id)?.name ?? []);
  const before = (networkOf(rows).into.get(task.id) ?? []).flatMap(({ fromId }) => rows.task.get(fromId)?.ref ?? []);
  return [
    `${goLive.ref} ${goLive.name}`,
    `${formatOffset(start - goLive.tZeroAt)}, ${formatInstant(start, goLive.zone)} ${zoneName(start, goLive.zone)}`,
    owners.length > 0 ? `Owners: ${owners.join(', ')}` : '',
    before.length > 0 ? `After: ${before.slice(0, 20).join(', ')}${before.length > 20 ? ' and others' : ''}` : '',
    task.address,
    task.detail,
  ]
    .filter(Boolean)
    .join('\n');
}
