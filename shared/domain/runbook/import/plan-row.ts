/** One row of a plan as a task: every cell read, every doubt said. */

import { LAST_INSTANT } from '../../../base/fields.ts';
import { type Cell, cellText, type RowProblem, type SheetRow } from '../../../base/sheet/sheet.ts';
import { durationUnit, readDuration } from './durations.ts';
import type { PlanField, PlanMapping } from './fields.ts';
import { readOwners } from './owners.ts';
import type { PlanTask } from './plan.ts';
import type { ReadTime, TimeReader } from './plan-times.ts';
import { readKind, readStatus, statusOfPercent } from './statuses.ts';

/** What all rows of a plan are read with. */
export interface RowReading {
  readonly columns: readonly string[];
  readonly mapping: PlanMapping;
  readonly times: TimeReader;
  readonly tZeroAt: number;
  readonly isKnownPerson: (name: string) => boolean;
  /** The column of shares counts from 0 to 1. */
  readonly holdsFractions: boolean;
}

/** `task` has no predecessors yet: they can only be read once every id is known. */
export interface ReadRow {
  readonly task: Omit<PlanTask, 'predecessors'>;
  readonly problems: readonly RowProblem[];
}

const LINE = 200;
const TEXT = 8_000;
const DAY_MS = 86_400_000;
/** Planned times lie within ten years of T-0, durations too. */
const FARTHEST_MS = 3_650 * DAY_MS;
/** Fields that always say less than their cell, so the cell stays on the task as well. */
const saysLess: readonly PlanField[] = ['percent', 'plannedEnd', 'plannedEndTime'];

export function readRow(row: SheetRow, reading: RowReading): ReadRow {
  const { mapping, columns } = reading;
  const problems: RowProblem[] = [];
  const column = (field: PlanField) => columns[mapping[field] ?? -1] ?? '';
  const cell = (field: PlanField): Cell => row.cells[mapping[field] ?? -1] ?? '';
  const say = (severity: RowProblem['severity'], field: PlanField, reason: string) =>
    problems.push({ row: row.number, column: column(field), value: cellText(cell(field)).slice(0, LINE), reason, severity });
  const line = (field: PlanField) => {
    const text = oneLine(cellText(cell(field)));
    if (text.length > LINE) say('warning', field, `Longer than ${LINE} characters; cut.`);
    return text.slice(0, LINE).trim();
  };
  const longText = (field: PlanField) => {
    const text = cellText(cell(field)).trim();
    if (text.length > TEXT) say('warning', field, 'Longer than 8,000 characters; cut.');
    return text.slice(0, TEXT).trim();
  };

  const title = oneLine(cellText(cell('title')));
  if (title === '') say('refused', 'title', 'The task has no title.');
  if (title.length > LINE) say('warning', 'title', `Longer than ${LINE} characters; cut. It is whole in the details.`);
  if (cellText(cell('sourceId')).length > LINE) say('refused', 'sourceId', `The id is longer than ${LINE} characters.`);
  const planned = readPlanned(cell, reading, say);
  const { isStatusKnown, ...actual } = readActual(cell, reading, say);
  const kind = readKind(cell('kind'));
  const isInstant = cellText(cell('duration')) !== '' && planned.durationMs === 0;
  const detail = [title.length > LINE ? title : '', longText('detail')].filter((text) => text !== '').join('\n\n');
  const less = new Set<string>([
    ...saysLess,
    ...(isStatusKnown ? [] : ['status']),
    ...(kind === null ? ['kind'] : []),
    ...(actual.actualStart === null ? ['actualStart'] : []),
    ...(actual.actualEnd === null ? ['actualEnd'] : []),
  ]);

  const task = {
    row: row.number,
    sourceId: cellText(cell('sourceId')).slice(0, LINE),
    title: title.slice(0, LINE).trim(),
    detail: detail.slice(0, TEXT).trim(),
    kind: kind ?? (isInstant ? 'milestone' : 'task'),
    phase: line('phase'),
    stream: line('stream'),
    owners: readOwners(cell('owners'), reading.isKnownPerson),
    ...planned,
    ...actual,
    comments: longText('comments'),
    extra: otherCells(row, reading, less),
  };
  return { task, problems };
}

type Say = (severity: RowProblem['severity'], field: PlanField, reason: string) => void;
type CellOf = (field: PlanField) => Cell;

/** Start and length from whatever two of start, end and duration are given. An end without a time is the end of that day. */
function readPlanned(cell: CellOf, reading: RowReading, say: Say): { plannedStart: number | null; durationMs: number } {
  const start = readTime('plannedStart', 'plannedStartTime', cell, reading, say, null);
  const end = readTime('plannedEnd', 'plannedEndTime', cell, reading, say, start?.instant ?? null);
  const endsAt = end && (end.hasTime ? end.instant : end.instant + DAY_MS);
  const written = cellText(cell('duration'));
  const given = written === '' ? null : readDuration(cell('duration'), durationUnit(reading.columns[reading.mapping.duration ?? -1] ?? ''));
  if (written !== '' && given === null) say('refused', 'duration', 'Not a duration. Write it as 30, 45 min, 1h 30m, 1:30 or 2 d.');
  if (given !== null && given > FARTHEST_MS) say('refused', 'duration', 'Longer than ten years.');
  const plannedStart = start?.instant ?? (endsAt !== null && given !== null ? endsAt - given : endsAt);
  if (plannedStart !== null && Math.abs(plannedStart - reading.tZeroAt) > FARTHEST_MS) {
    say('refused', start ? 'plannedStart' : 'plannedEnd', 'Lies more than ten years from T-0.');
  }
  if (!start || endsAt === null) return { plannedStart, durationMs: given ?? 0 };
  const between = endsAt - start.instant;
  if (between < 0) say('refused', 'plannedEnd', 'The task ends before it starts.');
  if (between > FARTHEST_MS) say('refused', 'plannedEnd', 'The task would take longer than ten years.');
  const isExact = start.hasTime && end?.hasTime === true;
  return { plannedStart, durationMs: Math.max(0, isExact || given === null ? between : given) };
}

function readTime(
  field: PlanField,
  timeField: PlanField,
  cell: CellOf,
  reading: RowReading,
  say: Say,
  notBefore: number | null,
): ReadTime | null {
  if (cellText(cell(field)) === '' || isNothing(cellText(cell(field)))) return null;
  const timeCell = reading.mapping[timeField] === undefined ? undefined : cell(timeField);
  const time = reading.times.read(cell(field), timeCell, notBefore);
  if (!time) say('refused', field, 'Not a date or time. Write it as 2026-03-28 22:30, 28.3.2026 22:30, 22:30 or T-01:30.');
  if (time && time.warning !== '') say('warning', field, time.warning);
  return time;
}

/** The status, and the times that go with it: what is planned has none yet, what is in progress no end. */
function readActual(
  cell: CellOf,
  reading: RowReading,
  say: Say,
): Pick<PlanTask, 'status' | 'actualStart' | 'actualEnd'> & { isStatusKnown: boolean } {
  const start = readInstant('actualStart', cell, reading, say);
  const end = readInstant('actualEnd', cell, reading, say);
  if (start !== null && end !== null && end < start) say('refused', 'actualEnd', 'The task ended before it started.');
  const { status, isKnown } = readState(cell, reading, say) ?? { status: byTimes(start, end), isKnown: true };
  const hasEnded = status !== 'planned' && status !== 'in progress' && status !== 'blocked';
  return { status, isStatusKnown: isKnown, actualStart: status === 'planned' ? null : start, actualEnd: hasEnded ? end : null };
}

function byTimes(start: number | null, end: number | null): PlanTask['status'] {
  return end !== null ? 'finished' : start !== null ? 'in progress' : 'planned';
}

function readInstant(field: 'actualStart' | 'actualEnd', cell: CellOf, reading: RowReading, say: Say): number | null {
  const written = cellText(cell(field));
  if (written === '' || isNothing(written)) return null;
  const time = reading.times.read(cell(field), undefined, null);
  const isUsable = time !== null && time.instant >= 0 && time.instant < LAST_INSTANT;
  if (!isUsable) say('refused', field, 'Not a date or time. Write it as 2026-03-28 22:30, or leave it empty.');
  return isUsable ? time.instant : null;
}

/** Null when the plan does not say. */
function readState(cell: CellOf, reading: RowReading, say: Say): { status: PlanTask['status']; isKnown: boolean } | null {
  const written = cellText(cell('status'));
  const byShare = statusOfPercent(cell('percent'), reading.holdsFractions);
  if (written === '') return byShare && { status: byShare, isKnown: true };
  const status = readStatus(written) ?? (written.endsWith('%') ? statusOfPercent(written, false) : null);
  if (status === null) say('warning', 'status', 'Not a status Gantry knows; taken as planned. The words stay on the task.');
  return { status: status ?? 'planned', isKnown: status !== null };
}

/** Every filled cell that is in no mapped column, or in one of `less`, under the name of its column. */
function otherCells(row: SheetRow, { columns, mapping }: RowReading, less: ReadonlySet<string>): Readonly<Record<string, string>> {
  const told = new Set(Object.entries(mapping).flatMap(([field, at]) => (less.has(field) ? [] : [at])));
  const kept = columns.flatMap((name, at) => {
    const text = told.has(at) ? '' : cellText(row.cells[at]).slice(0, TEXT).trim();
    return text === '' ? [] : [[name, text] as const];
  });
  return Object.fromEntries(kept);
}

function isNothing(text: string): boolean {
  return /^(n\/?a|-+|–|tb[adc]|\?+|none)$/i.test(text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
