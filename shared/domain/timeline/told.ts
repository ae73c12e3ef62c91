/** What the words of an entry are made from: its main change, the row as that change left it, and names for what it points at. */
import type { Change, Fields } from '../../base/change.ts';
import type { Entry } from '../../base/entry.ts';
import type { Rows } from '../tables.ts';
import { fieldsOf, mainChanges, rowOf, subjectOf, textOf } from './subject.ts';
import { type ZonedWords, zonedWords } from './zoned-words.ts';

export interface Told {
  readonly entry: Entry;
  readonly rows: Rows;
  /** The changes that carry the act. */
  readonly main: readonly Change[];
  /** The first row they touch, as they left it. */
  readonly row: Fields;
  /** What the first change set; empty for a removal. */
  readonly set: Fields;
  /** Reference of what the entry is about, or words for it where it has none. */
  readonly ref: string;
  readonly title: string;
  readonly clock: ZonedWords;
}

export type Teller = (told: Told) => string;

export function toldOf(entry: Entry, rows: Rows): Told {
  const main = mainChanges(entry);
  const first = main[0];
  const row = first ? fieldsOf(first, rows) : {};
  const zone = textOf(rowOf('goLive', entry.goLiveId, rows)?.zone) || textOf(row.zone) || 'UTC';
  const title = textOf(row.title) || textOf(row.name);
  return {
    entry,
    rows,
    main,
    row,
    set: first?.set ?? {},
    ref: subjectOf(entry, rows)?.ref || textOf(row.ref) || tableWords(first?.table ?? '') || 'Something',
    title,
    clock: zonedWords(zone),
  };
}

/** `head: tail`, or the head alone when there is no tail. A long tail is cut at a word. */
export function withTail(head: string, tail: unknown): string {
  const words = textOf(tail).replace(/\s+/g, ' ').trim();
  return words ? `${head}: ${cutText(words, 160)}` : head;
}

/** "T-022 blocked: certificate refused": the act's word and the reason given for it. */
export function because(word: string): Teller {
  return ({ ref, row, title, entry }) => withTail(`${ref} ${word}`, row.reason || entry.note || title);
}

/** `text` in at most `longest` characters, cut at a space where there is one near. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > longest * 0.7 ? space : cut.length).trimEnd()}…`;
}

/** `1 task`, `12 tasks`, `1,204 states`. */
export function counted(count: number, word: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? word : `${word}s`}`;
}

export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export function nameOfPerson(id: unknown, rows: Rows): string {
  return textOf(rowOf('person', id, rows)?.name);
}

export function refOf(table: string, id: unknown, rows: Rows): string {
  return textOf(rowOf(table, id, rows)?.ref);
}

/** `staging-deployment` → `staging deployment`; what is no key stays as it is. */
export function keyWords(key: string): string {
  return /^[a-z0-9-]+$/.test(key) ? key.replaceAll('-', ' ') : key;
}

const tables: Readonly<Record<string, string>> = {
  goLive: 'Go-live',
  playbookCopy: 'Playbook',
  assignment: 'Role',
  procedureStep: 'Procedure step',
  taskStep: 'Check of a task',
  shiftNote: 'Shift note',
  ticketState: 'Ticket state',
  signOff: 'Sign-off',
  cleanupAction: 'Cleanup action',
};

function tableWords(table: string): string {
  return tables[table] ?? table.charAt(0).toUpperCase() + table.slice(1);
}

const named: Readonly<Record<string, string>> = {
  startOffset: 'planned start',
  durationMs: 'duration',
  dueOffset: 'due time',
  plannedOffset: 'planned time',
  tZeroAt: 'T-0',
  tZeroMeans: 'meaning of T-0',
  ownerIds: 'owners',
  workerId: 'who works on it',
  peopleNeeded: 'people needed',
  startsItself: 'starting by itself or not',
  isRequired: 'required or not',
  inTeam: 'part of the team or not',
  jobRole: 'job',
  startsAt: 'start',
  endsAt: 'end',
  impactAt: 'time of impact',
  detectedAt: 'time of detection',
  openedAt: 'time opened',
  repliedAt: 'time of first reply',
};

/** The fields the first change set, in words: `title, duration and owners`. Empty when it set none. */
export function changedFields(set: Fields): string {
  return listed(Object.keys(set).map(fieldWords));
}

function fieldWords(field: string): string {
  const plain = field.replace(/(Ids?|At)$/, '');
  return named[field] ?? plain.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}
