/** What happened while somebody was away, in plain words: first what is about their own work, then what everybody should know. */
import type { Entry } from '../../../base/entry.ts';
import type { Rows } from '../../tables.ts';
import { subjectOf } from '../../timeline/subject.ts';
import { sentence } from '../../timeline/words.ts';
import { isTheirs } from './mine.ts';

export interface Happening {
  readonly seq: number;
  /** UTC ms. */
  readonly occurredAt: number;
  readonly actor: string;
  readonly text: string;
  /** What it is about, to open it; empty where that has no reference. */
  readonly table: string;
  readonly ref: string;
}

export interface Changed {
  readonly theirs: readonly Happening[];
  readonly everybodys: readonly Happening[];
}

/** Acts everybody should hear of, by the first words of their action. */
const forAll =
  /^(goLive\.(start|live|move|close|scrub)|gate\.(decide|reopen)|hold\.|recycle\.|rollback\.|incident\.declare|task\.(fail|block))/;

const MOST = 40;

/** `entries` in any order; acts of `but` (a name) are left out, as are acts that were taken back. Newest first, at most forty of each kind. */
export function changedFor(entries: readonly Entry[], rows: Rows, people: ReadonlySet<string>, but: string): Changed {
  const undone = new Set(entries.flatMap(({ undoes }) => undoes ?? []));
  const theirs: Happening[] = [];
  const everybodys: Happening[] = [];
  for (const entry of [...entries].sort((a, b) => b.seq - a.seq)) {
    if (entry.actor === but || undone.has(entry.seq) || (entry.undoes !== null && entry.changes.length === 0)) continue;
    const list = isAboutThem(entry, rows, people) ? theirs : forAll.test(entry.action) ? everybodys : null;
    if (list && list.length < MOST) list.push(happening(entry, rows));
  }
  return { theirs, everybodys };
}

function happening(entry: Entry, rows: Rows): Happening {
  const subject = subjectOf(entry, rows);
  const { seq, occurredAt, actor } = entry;
  return { seq, occurredAt, actor, text: sentence(entry, rows), table: subject?.table ?? '', ref: subject?.ref ?? '' };
}

/** A task of theirs, or one that was; a row that names them. */
function isAboutThem({ changes }: Entry, rows: Rows, people: ReadonlySet<string>): boolean {
  return changes.some(({ table, id, set, was }) => {
    const taskId = table === 'task' ? id : ((set ?? was)?.taskId ?? rows.taskStep.get(id)?.taskId);
    const task = typeof taskId === 'string' ? rows.task.get(taskId) : undefined;
    if (task && isTheirs(task, people)) return true;
    return [set, was].some((fields) => Object.entries(fields ?? {}).some(([field, value]) => /Ids?$/.test(field) && names(value, people)));
  });
}

function names(value: unknown, people: ReadonlySet<string>): boolean {
  return Array.isArray(value) ? value.some((id) => people.has(id)) : typeof value === 'string' && people.has(value);
}
