/** The plan of a task as cells of a sheet: what stands in each, and how what people type or paste there is read. */
import { phaseTitle } from '../../playbook/of-go-live.ts';
import type { Rows } from '../../tables.ts';
import { linkText } from '../exchange/link-texts.ts';
import { peopleTexts } from '../exchange/people-texts.ts';
import { type CellRead, durationText, offsetText, plainText, readLength, readOffset, readWord, took, unread } from '../exchange/texts.ts';
import { timeReader } from '../import/plan-times.ts';
import { knownIds, readPredecessors } from '../import/predecessors.ts';
import { plannedKinds, runsIn, task, timings } from '../schema.ts';
import type { PlanField, PlanValues, Predecessor, TaskField } from './plan-fields.ts';

export interface CellTexts {
  readonly write: (field: TaskField, value: unknown) => string;
  /** The value of the field, or why there is none. */
  readonly read: (field: PlanField, text: string) => CellRead<PlanValues[PlanField]>;
}

const kinds = [...plannedKinds, 'group'] as const;
const LONGEST = 30_000;
const MOST_PEOPLE = 40;

/** `newRows`: keys of rows that have no reference yet; their keys stand in its place. */
export function cellTexts(
  rows: Rows,
  { zone, tZeroAt }: { readonly zone: string; readonly tZeroAt: number },
  newRows: readonly string[],
): CellTexts {
  const people = peopleTexts(rows);
  const phases = new Map([...rows.task.values()].map(({ phase }) => [phaseTitle(rows, phase).toLowerCase(), phase]));
  let byRef: ReadonlyMap<string, string> | null = null;
  const idOf = (ref: string) => {
    byRef ??= new Map([
      ...[...rows.task.values()].map(({ ref: known, id }) => [known, id] as const),
      ...newRows.map((key) => [key, key] as const),
    ]);
    return byRef.get(ref);
  };
  let known: ReturnType<typeof knownIds> | null = null;
  const refs = () => {
    known ??= knownIds([...[...rows.task.values()].map(({ ref }) => ref), ...newRows]);
    return known;
  };
  const refOf = (id: string) => rows.task.get(id)?.ref ?? id;

  const write = (field: TaskField, value: unknown): string => {
    if (value === null || value === undefined) return '';
    if (field === 'ownerIds') return people.write(value as readonly string[]);
    if (field === 'phase') return value === '' ? '' : phaseTitle(rows, value as string);
    if (field === 'startOffset') return offsetText(value as number);
    if (lengths.has(field)) return String(durationText(value as number));
    if (field === 'peopleNeeded') return value === 0 ? '' : String(value);
    if (field === 'startsItself') return value ? 'yes' : 'no';
    if (field !== 'after') return String(value);
    return (value as readonly Predecessor[]).map(({ fromId, kind, lagMs }) => linkText({ ref: refOf(fromId), kind, lagMs })).join('; ');
  };

  const read = (field: PlanField, typed: string): CellRead<PlanValues[PlanField]> => {
    const text = plainText(typed);
    if (text.length > LONGEST) return unread('The text is too long for a cell.');
    if (field === 'kind') return text === '' ? took('task' as const) : readWord(text, kinds);
    if (field === 'timing') return text === '' ? took('not before' as const) : readWord(text, timings);
    if (field === 'runIn') return text === '' ? took('always' as const) : readWord(text, runsIn);
    if (field === 'startOffset') return text === '' ? took(null) : readStart(text);
    if (lengths.has(field)) return text === '' ? took(field === 'durationMs' ? 0 : null) : fits(field, readLength(text));
    if (field === 'peopleNeeded') return readPeopleNeeded(text);
    if (field === 'ownerIds') return readOwners(text);
    if (field === 'after') return readAfter(text);
    const value = field === 'phase' ? (phases.get(text.toLowerCase()) ?? text) : text;
    return fits(field, took(value.replace(/\s*\n\s*/g, ' ')));
  };
  const readStart = (text: string): CellRead<number> => {
    const exact = readOffset(text);
    if (exact.ok) return fits('startOffset', exact);
    const time = timeReader([[text]], zone, tZeroAt).read(text, undefined, null);
    if (!time)
      return unread(
        'This is no start. Write a T offset such as T-01:30, a time such as 23:42, or a date and time such as 2026-11-21 23:42.',
      );
    if (!time.hasTime) return unread('The time is missing. Write it too, like 2026-11-21 23:42.');
    return fits('startOffset', took(time.instant - tZeroAt, time.warning));
  };
  const readOwners = (text: string): CellRead<readonly string[] & string[]> => {
    const found = people.read(text.replaceAll(',', ';'));
    const named = found.ok ? found : people.read(text);
    if (!named.ok) return named;
    const missing = named.value.find((person) => 'name' in person);
    if (missing && 'name' in missing)
      return unread(`${missing.name} is not in the roster of this go-live. Add them there, or name somebody else.`);
    return took(named.value.flatMap((person) => ('id' in person ? [person.id] : [])));
  };
  const readAfter = (text: string): CellRead<readonly Predecessor[]> => {
    const { found, missing, unreadLags } = readPredecessors(text, refs());
    if (missing[0] !== undefined)
      return unread(`There is no task ${missing[0].slice(0, 60)} in this plan. Write it like T-003 or T-003SS+15m.`);
    if (unreadLags[0] !== undefined) return unread(`The lag in ${unreadLags[0].slice(0, 60)} cannot be read. Write it like +15m or -1h.`);
    return took(found.map(({ sourceId, kind, lagMs }) => ({ fromId: idOf(sourceId) ?? sourceId, kind, lagMs })));
  };
  return { write, read };
}

const lengths: ReadonlySet<TaskField> = new Set(['durationMs', 'shortestMs', 'longestMs', 'undoMs']);

function readPeopleNeeded(text: string): CellRead<number> {
  if (text === '') return took(0);
  return /^\d{1,2}$/.test(text) && Number(text) <= MOST_PEOPLE
    ? took(Number(text))
    : unread(`Write a whole number from 0 to ${MOST_PEOPLE}.`);
}

/** What the row would refuse is told in the words of its schema. */
function fits<Value>(field: Exclude<PlanField, 'after'>, found: CellRead<Value>): CellRead<Value>;
function fits<Value>(field: PlanField, found: CellRead<Value>): CellRead<Value>;
function fits<Value>(field: PlanField, found: CellRead<Value>): CellRead<Value> {
  if (!found.ok || field === 'after') return found;
  const checked = task.row.shape[field].safeParse(found.value);
  return checked.success ? found : unread(`This ${checked.error.issues[0]?.message ?? 'cannot be taken'}.`);
}
