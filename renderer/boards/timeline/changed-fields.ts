/** The fields of one change as people read them: was and is, instants in the go-live's zone, people and rows by name. */
import type { Change } from '../../../shared/base/change.ts';
import { formatInstant, formatOffset, formatSpan, zoneName } from '../../../shared/base/time-words.ts';
import { type Rows, tableNamed } from '../../../shared/domain/tables.ts';
import { fieldsOf, rowOf, textOf } from '../../../shared/domain/timeline/subject.ts';

export interface ChangedField {
  readonly field: string;
  /** Null where the row was made. */
  readonly was: string | null;
  readonly is: string;
}

/** Fields that say nothing to a reader. */
const silent: ReadonlySet<string> = new Set(['id', 'goLiveId', 'ref', 'catalogueIds', 'sha256', 'subject']);
const LONGEST = 400;

export interface ChangedRow {
  /** Which row, by its reference and title, or by what it ties together; empty where nothing names it. */
  readonly name: string;
  /** `task changed` */
  readonly what: string;
}

export function changedRow(change: Change, rows: Rows): ChangedRow {
  const { table, was, set } = change;
  const kind = tableWords[table] ?? table.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return { name: nameOf(change, rows), what: `${kind} ${was === null ? 'added' : set === null ? 'removed' : 'changed'}` };
}

const tableWords: Readonly<Record<string, string>> = {
  goLive: 'go-live',
  injection: 'drill trouble',
  announcement: 'message',
  assignment: 'role',
  signOff: 'sign-off',
};

function nameOf(change: Change, rows: Rows): string {
  const row = fieldsOf(change, rows);
  if (change.table === 'link') return `${named('task', row.toId, rows)} after ${named('task', row.fromId, rows)}`;
  const own = [textOf(row.ref), textOf(row.title) || textOf(row.name) || textOf(row.subject)].filter(Boolean).join(' ');
  if (own) return cut(own);
  const refs = Object.entries(tableNamed(change.table)?.refs ?? {}).filter(([field]) => field !== 'goLiveId');
  return refs
    .map(([field, table]) => named(table, row[field], rows))
    .filter(Boolean)
    .join(', ');
}

function named(table: string, id: unknown, rows: Rows): string {
  const row = rowOf(table, id, rows);
  return textOf(row?.ref) || textOf(row?.name) || textOf(row?.title);
}

/** Empty values of a row that was made are left out, as are the fields of one that was removed. */
export function changedFields(change: Change, rows: Rows): readonly ChangedField[] {
  const { set, was, table } = change;
  if (set === null) return [];
  const zone = [...rows.goLive.values()][0]?.zone ?? 'UTC';
  const pointsAt = (field: string) => (field === 'subjectId' ? textOf(set.subject) : tableNamed(table)?.refs[field]);
  const words = (field: string, value: unknown) => valueWords(value, field, pointsAt(field), rows, zone);
  return Object.entries(set)
    .filter(([field, value]) => !silent.has(field) && (was !== null || !isEmpty(value)))
    .map(([field, value]) => ({ field: fieldWords(field), was: was === null ? null : words(field, was[field]), is: words(field, value) }));
}

function valueWords(value: unknown, field: string, pointsAt: string | undefined, rows: Rows, zone: string): string {
  if (isEmpty(value)) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numberWords(value, field, zone);
  if (Array.isArray(value)) return cut(value.map((each) => valueWords(each, field, pointsAt, rows, zone)).join(', '));
  if (typeof value === 'object') return cut(JSON.stringify(value));
  const row = pointsAt === undefined ? null : rowOf(pointsAt, value, rows);
  return cut(pointsAt !== undefined && row ? named(pointsAt, value, rows) : String(value));
}

function numberWords(value: number, field: string, zone: string): string {
  if (/(At|Start|End)$/.test(field)) return `${formatInstant(value, zone)} ${zoneName(value, zone)}`;
  if (/Offset$/.test(field)) return formatOffset(value);
  return /Ms$/.test(field) ? formatSpan(value) : String(value);
}

const knownFields: Readonly<Record<string, string>> = {
  startOffset: 'planned start',
  plannedOffset: 'planned',
  dueOffset: 'due',
  durationMs: 'length',
  tZeroAt: 'T-0',
  workerId: 'in the hands of',
  parentId: 'group',
  fromId: 'predecessor',
  toId: 'successor',
  lagMs: 'lag',
  runIn: 'exists in',
};

/** `actualStart` → `actual start`, `ownerIds` → `owners`, `taskId` → `task` */
function fieldWords(field: string): string {
  const known = knownFields[field];
  if (known) return known;
  const named = field.replace(/Ids$/, 's').replace(/Id$/, '').replace(/(Ms)$/, '');
  return named.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).trim();
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
