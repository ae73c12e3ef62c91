/**
 * What a file that was exported and edited would change: three ways, between the plan at the export, the file, and the plan now.
 * What only the record changed since stays; what both changed is named, and the file wins where the person says so.
 */
import { sameValue } from '../../../base/change.ts';
import { cellText, type RowProblem } from '../../../base/sheet/sheet.ts';
import { sameName } from '../../roster/named-people.ts';
import type { Rows } from '../../tables.ts';
import { removable } from '../plan/removal.ts';
import type { Link, Task } from '../schema.ts';
import { type ColumnKey, columnOf, type FileField } from './columns.ts';
import { changesHere, type DiffChoices, type Wins, winsBy } from './conflicts.ts';
import { linkDiff } from './link-diff.ts';
import type { NamedLink } from './link-texts.ts';
import { finder, keyOfRow, matchRows } from './match-rows.ts';
import type { NamedPerson } from './people-texts.ts';
import type { FileRow, PlanFile } from './plan-file.ts';
import { plannedTasks } from './plan-table.ts';
import { type FileClock, planView } from './plan-view.ts';
import { fileWishes, type RowWish, type WishedFields } from './wish.ts';
import { wishFaults } from './wish-faults.ts';

/** One change as people see it. */
export interface PlanLine {
  /** Names the line in `DiffChoices`; the same for the same change of the same plan. */
  readonly key: string;
  readonly what: 'edited' | 'added' | 'removed' | 'link added' | 'link changed' | 'link removed';
  /** Row of the file; null for a removed task. */
  readonly row: number | null;
  /** Empty for an added task. */
  readonly ref: string;
  readonly title: string;
  /** Head of the column; empty for a task as a whole. */
  readonly column: string;
  readonly was: string;
  readonly becomes: string;
  /** What the record holds now where it was changed since the export; null where it was not. */
  readonly here: string | null;
  /** Whether it would be made as asked. */
  readonly isTaken: boolean;
}

export interface TaskEdit {
  readonly task: Task;
  readonly fields: WishedFields;
}
export interface TaskAddition {
  /** What stands for it in `parentId` and links. */
  readonly key: string;
  /** What stands for the row before it in the file; null for the first. */
  readonly behind: string | null;
  readonly sourceId: string;
  readonly fields: WishedFields;
}
export interface WishedLink extends NamedLink {
  readonly to: string;
}

/** What is to be done if the person says yes; what both changed is only in it when the file wins. */
export interface PlanChanges {
  readonly edits: readonly TaskEdit[];
  readonly additions: readonly TaskAddition[];
  readonly linksAdded: readonly WishedLink[];
  readonly linksChanged: readonly { readonly link: Link; readonly kind: Link['kind']; readonly lagMs: number }[];
  readonly linksRemoved: readonly Link[];
  readonly removed: readonly Task[];
}

export interface PlanDiff {
  readonly lines: readonly PlanLine[];
  readonly problems: readonly RowProblem[];
  readonly changes: PlanChanges;
  /** Tasks whose rows are not in the file and that could be removed. */
  readonly missing: readonly Task[];
  /** Names of people who would join the roster. */
  readonly newPeople: readonly string[];
}

/** `base`: the plan when the file was exported; `rows`: as it is now. `tZeroAt`: T-0 at the export. */
export function planDiff(rows: Rows, base: Rows, file: PlanFile, tZeroAt: number, choices: DiffChoices): PlanDiff {
  const problems: RowProblem[] = [];
  const matched = matchRows(rows, base, file, problems);
  const find = finder(rows, base, matched);
  const read = fileWishes(base, file, tZeroAt, matched, find);
  problems.push(...read.problems);
  const unreadable = refusedRows(problems);
  const faults = wishFaults(rows, read.wishes, unreadable);
  for (const { wish, column, reason } of faults) {
    problems.push({ row: wish.row.number, column, value: '', reason, severity: 'refused' });
  }
  const refused = refusedRows(problems);
  const wishes = withoutLostGroups(
    rows,
    read.wishes.filter(({ row }) => !refused.has(row.number)),
    problems,
  );
  const made = changesOf(rows, base, wishes, { file, clock: clockOf(file, tZeroAt), wins: winsBy(choices), problems });
  const inFile = new Set(file.rows.map(({ id }) => id));
  const gone = file.mark?.isWhole ? plannedTasks(base, null).filter(({ id }) => !inFile.has(id) && rows.task.has(id)) : [];
  const missing = removable(
    rows,
    gone.map(({ id }) => rows.task.get(id) as Task),
  );
  const removals = choices.removesMissing ? removalLines(missing, changesHere(rows, base, clockOf(file, tZeroAt)), winsBy(choices)) : [];
  const leaving = new Set(removals.flatMap(({ key, isTaken }) => (isTaken ? [key] : [])));
  const removed = missing.filter(({ id }) => leaving.has(removalKey(id)));
  return {
    lines: [...made.lines, ...removals],
    problems: problems.sort((a, b) => a.row - b.row),
    changes: { ...made.changes, removed },
    missing,
    newPeople: newPeople(made.changes),
  };
}

function refusedRows(problems: readonly RowProblem[]): ReadonlySet<number> {
  return new Set(problems.flatMap(({ row, severity }) => (severity === 'refused' ? [row] : [])));
}

interface Made {
  readonly lines: readonly PlanLine[];
  readonly changes: Omit<PlanChanges, 'removed'>;
}

interface Making {
  readonly file: PlanFile;
  readonly clock: FileClock;
  readonly wins: Wins;
  readonly problems: RowProblem[];
}

function changesOf(rows: Rows, base: Rows, wishes: readonly RowWish[], { file, clock, wins, problems }: Making): Made {
  const [then, now] = [planView(base, clock), planView(rows, clock)];
  const lines: PlanLine[] = [];
  const edits: TaskEdit[] = [];
  const additions: TaskAddition[] = [];
  const links = linkDiff(rows, base, wishes, file, wins, problems);
  let behind: string | null = null;
  for (const wish of wishes) {
    const { row, was } = wish;
    const task = rows.task.get(row.id);
    const key = keyOfRow(row, rows.task);
    const rowBefore = behind;
    behind = key;
    if (!task || !was) {
      additions.push({ key, behind: rowBefore, sourceId: row.sourceId, fields: wish.fields });
      lines.push({
        ...about(row, ''),
        key,
        title: String(wish.fields.title),
        what: 'added',
        column: '',
        was: '',
        becomes: addedText(wish),
        here: null,
        isTaken: true,
      });
      continue;
    }
    const fields: WishedFields = {};
    for (const [name, value] of Object.entries(wish.fields)) {
      const field = name as FileField;
      if (isSame(was[field], value) || isSame(task[field], value)) continue;
      const column = columnFor(field, wish.columns[field], file);
      const lineKey = `${task.id} ${field}`;
      const isBoth = !sameValue(was[field], task[field]);
      const isTaken = !isBoth || wins(lineKey);
      if (isTaken) fields[field] = value;
      lines.push({
        ...about(row, task.ref),
        key: lineKey,
        title: task.title,
        what: 'edited',
        column: column.head,
        was: String(then.cell(was, column.key)),
        becomes: wish.texts[field] ?? '',
        here: isBoth ? String(now.cell(task, column.key)) : null,
        isTaken,
      });
    }
    if (Object.keys(fields).length > 0) edits.push({ task, fields });
    lines.push(...(links.lines.get(row.number) ?? []));
  }
  return { lines, changes: { edits, additions, linksAdded: links.added, linksChanged: links.changed, linksRemoved: links.removed } };
}

/** The column that was changed, where a field stands in two. */
function columnFor(field: FileField, key: ColumnKey | undefined, file: PlanFile): { readonly key: ColumnKey; readonly head: string } {
  return key === 'clock' ? { key, head: file.heads.clock ?? 'Start' } : columnOf(field);
}

/** Row and title of a line. */
function about(row: FileRow, ref: string): Pick<PlanLine, 'row' | 'ref'> {
  return { row: row.number, ref };
}

function addedText({ row, texts }: RowWish): string {
  const said = [texts.stream, texts.ownerIds, texts.startOffset, row.cells.predecessors && `after ${cellText(row.cells.predecessors)}`];
  return said.filter(Boolean).join(' · ');
}

/** A task that was changed here since the export is only removed when the file wins. */
function removalLines(missing: readonly Task[], changed: (task: Task) => string, wins: Wins): readonly PlanLine[] {
  return missing.map((task): PlanLine => {
    const { id, ref, title } = task;
    const key = removalKey(id);
    const here = changed(task) || null;
    return { key, what: 'removed', row: null, ref, title, column: '', was: '', becomes: '', here, isTaken: here === null || wins(key) };
  });
}

function removalKey(id: string): string {
  return `${id} removed`;
}

function clockOf({ zone }: PlanFile, tZeroAt: number): FileClock {
  return { tZeroAt, zone, order: 'day first' };
}

function isSame(held: unknown, wished: unknown): boolean {
  return sameValue(held, isPeople(wished) ? wished.map((person) => ('id' in person ? person.id : person)) : wished);
}

function isPeople(wished: unknown): wished is readonly NamedPerson[] {
  return Array.isArray(wished);
}

function newPeople({ edits, additions }: Pick<PlanChanges, 'edits' | 'additions'>): readonly string[] {
  const names = new Map<string, string>();
  for (const { fields } of [...edits, ...additions]) {
    if (!isPeople(fields.ownerIds)) continue;
    for (const person of fields.ownerIds) if ('name' in person) names.set(sameName(person.name), person.name);
  }
  return [...names.values()];
}

/** A group whose row cannot be read is left out, and its rows then stand in none. */
function withoutLostGroups(rows: Rows, wishes: readonly RowWish[], problems: RowProblem[]): readonly RowWish[] {
  const keys = new Set(wishes.map(({ row }) => keyOfRow(row, rows.task)));
  return wishes.map((wish) => {
    const { parentId, ...fields } = wish.fields;
    if (typeof parentId !== 'string' || keys.has(parentId) || rows.task.has(parentId)) return wish;
    const reason = 'The group is in a row that cannot be read; this row is taken without it.';
    problems.push({ row: wish.row.number, column: 'Group', value: '', reason, severity: 'warning' });
    return { ...wish, fields };
  });
}
