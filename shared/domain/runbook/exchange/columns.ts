/** The columns of an exported plan: their heads, what they mean, how wide they are, and which field of a task each speaks of. */
import type { Task } from '../schema.ts';
import { kindsInFile, runsInFile, timingsInFile } from './words.ts';

/** Fields that a file may change. `startOffset` has two columns, the offset and the clock time. */
export const fileFields = [
  ...([
    'title',
    'detail',
    'kind',
    'parentId',
    'phase',
    'stream',
    'ownerIds',
    'startOffset',
    'durationMs',
    'shortestMs',
    'longestMs',
  ] as const),
  ...(['timing', 'runIn', 'peopleNeeded', 'command', 'address', 'startsItself', 'undoTitle', 'undoDetail', 'undoMs', 'comments'] as const),
] as const satisfies readonly (keyof Task)[];
export type FileField = (typeof fileFields)[number];

export interface PlanColumn {
  /** What stands for the column in a program. */
  readonly key: ColumnKey;
  readonly head: string;
  /** What a person may write there. */
  readonly about: string;
  /** In characters. */
  readonly width: number;
  /** The field it changes; null for columns that only inform. */
  readonly field: FileField | null;
}

export const columnKeys = [
  ...(['id', 'ref', 'title', 'detail', 'kind', 'group', 'phase', 'stream', 'owners', 'offset', 'clock', 'duration', 'shortest'] as const),
  ...(['longest', 'timing', 'predecessors', 'runIn', 'people', 'command', 'address', 'startsItself', 'undoTitle', 'undoDetail'] as const),
  ...(['undo', 'comments', 'status', 'reason', 'actualStart', 'actualEnd', 'sourceId'] as const),
] as const;
export type ColumnKey = (typeof columnKeys)[number];

const minutes = 'Minutes, or a length such as 1 h 30 m.';
const information = 'For information. What is written here is not taken over: work is recorded in the runbook.';

/** In the order of the sheet. The first column's head carries the mark instead; see `markText`. `zone` is named over clock times. */
export function planColumns(zone: string): readonly PlanColumn[] {
  const plain = (key: ColumnKey, head: string, width: number, field: FileField | null, about: string): PlanColumn => ({
    key,
    head,
    about,
    width,
    field,
  });
  return [
    plain(
      'id',
      'Gantry id',
      16,
      null,
      'Keeps rows and tasks together. Leave it as it is; leave it empty in rows you add. Its head says what the file is.',
    ),
    plain(
      'ref',
      'Ref',
      9,
      null,
      'The reference people see. A row you add may get a word of its own here, so that other rows can name it as predecessor or group.',
    ),
    plain('title', 'Title', 40, 'title', 'What is to be done, at most 200 characters.'),
    plain('detail', 'Detail', 40, 'detail', 'How, in several lines if need be, at most 8,000 characters.'),
    plain('kind', 'Kind', 14, 'kind', `One of: ${kindsInFile.join(', ')}.`),
    plain('group', 'Group', 9, 'parentId', 'The reference of the group it stands in.'),
    plain('phase', 'Phase', 20, 'phase', 'The name of the phase.'),
    plain('stream', 'Stream', 16, 'stream', 'The name of the stream.'),
    plain(
      'owners',
      'Owners',
      24,
      'ownerIds',
      'Names with ; between them. Two people of one name have a mark in [ ] behind it; keep the mark. A new name joins the roster.',
    ),
    plain(
      'offset',
      'T offset',
      11,
      'startOffset',
      'Planned start counted from T-0, such as T-01:30. Change this or the clock time, not both.',
    ),
    plain('clock', `Start (${zone})`, 18, 'startOffset', `Planned start as the clock in ${zone} shows it, such as 2026-11-21 23:42.`),
    plain('duration', 'Duration (min)', 10, 'durationMs', minutes),
    plain('shortest', 'Shortest (min)', 10, 'shortestMs', `${minutes} Empty where nobody said.`),
    plain('longest', 'Longest (min)', 10, 'longestMs', `${minutes} Empty where nobody said.`),
    plain('timing', 'Timing', 16, 'timing', `What the planned start means. One of: ${timingsInFile.join(', ')}.`),
    plain(
      'predecessors',
      'Predecessors',
      24,
      null,
      'References with ; between them. Behind each FS, SS, FF or SF and a lag: T-003; T-004 SS +15m; T-005 FF -1h.',
    ),
    plain('runIn', 'Run in', 11, 'runIn', `One of: ${runsInFile.join(', ')}.`),
    plain('people', 'People needed', 9, 'peopleNeeded', 'Least number of people, 0 to 40.'),
    plain('command', 'Command', 24, 'command', 'A command to copy.'),
    plain('address', 'Address', 24, 'address', 'An address to open.'),
    plain('startsItself', 'Starts itself', 9, 'startsItself', 'yes or no.'),
    plain('undoTitle', 'Undo', 24, 'undoTitle', 'What takes it back.'),
    plain('undoDetail', 'Undo detail', 30, 'undoDetail', 'The steps that take it back.'),
    plain('undo', 'Undo minutes', 9, 'undoMs', `${minutes} Empty when there is nothing to take back.`),
    plain('comments', 'Comments', 30, 'comments', 'Anything else, at most 8,000 characters.'),
    plain('status', 'Status (read only)', 14, null, information),
    plain('reason', 'Reason (read only)', 24, null, information),
    plain('actualStart', 'Actual start (read only)', 18, null, information),
    plain('actualEnd', 'Actual end (read only)', 18, null, information),
  ];
}

/** The column that shows a field in words; of the two for the start, the offset. */
const columnByField = new Map(
  planColumns('UTC')
    .toReversed()
    .flatMap((column) => (column.field === null ? [] : [[column.field, column] as const])),
);

export function columnOf(field: FileField): PlanColumn {
  return columnByField.get(field) as PlanColumn;
}

/** Heads as a file may have them, by column, as `plainName` writes them: without what stands in brackets. */
export const exchangeNames: Readonly<Record<ColumnKey, readonly string[]>> = {
  id: ['gantry id'],
  ref: ['ref'],
  title: ['title'],
  detail: ['detail'],
  kind: ['kind'],
  group: ['group'],
  phase: ['phase'],
  stream: ['stream'],
  owners: ['owners'],
  offset: ['t offset'],
  clock: ['start'],
  duration: ['duration'],
  shortest: ['shortest'],
  longest: ['longest'],
  timing: ['timing'],
  predecessors: ['predecessors'],
  runIn: ['run in'],
  people: ['people needed'],
  command: ['command'],
  address: ['address'],
  startsItself: ['starts itself'],
  undoTitle: ['undo'],
  undoDetail: ['undo detail'],
  undo: ['undo minutes'],
  comments: ['comments'],
  status: ['status'],
  reason: ['reason'],
  actualStart: ['actual start'],
  actualEnd: ['actual end'],
  sourceId: ['source id'],
};
