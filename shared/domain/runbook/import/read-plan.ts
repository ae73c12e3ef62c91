/** Reads a sheet as a plan: its tasks and their order, and every row that cannot be read with the reason. Drops nothing silently. */
import { cellText, type RowProblem, type Sheet } from '../../../base/sheet/sheet.ts';
import { sameName } from '../../roster/named-people.ts';
import { findCycle } from './cycle.ts';
import { type PlanField, type PlanMapping, planFields } from './fields.ts';
import { withoutHeadings } from './headings.ts';
import type { PlanContext, PlanPreview, PlanTask } from './plan.ts';
import { type ReadRow, type RowReading, readRow } from './plan-row.ts';
import { timeReader } from './plan-times.ts';
import { knownIds, plainId, readPredecessors } from './predecessors.ts';
import { holdsFractions } from './statuses.ts';

const dateFields: readonly PlanField[] = ['plannedStart', 'plannedEnd', 'actualStart', 'actualEnd'];
const SHOWN = 60;

export function readPlan(sheet: Sheet, mapping: PlanMapping, context: PlanContext): PlanPreview {
  const fields = planFields.filter((field) => mapping[field] !== undefined);
  const otherColumns = sheet.columns.filter((_, at) => !Object.values(mapping).includes(at));
  if (mapping.title === undefined) {
    return { tasks: [], problems: [withoutTitles(sheet)], notes: [], cycle: null, fields, otherColumns };
  }
  const reading = readingOf(sheet, mapping, context);
  const { rows, warnings } = withoutHeadings(sheet, mapping);
  const read = rows.map(({ row, heading }) => {
    const { task, problems } = readRow(row, reading);
    return { task: task.phase === '' ? { ...task, phase: heading } : task, problems };
  });
  const ordered = withPredecessors(read, sheet, mapping, context);
  const found = [
    ...warnings,
    ...read.flatMap(({ problems }) => problems),
    ...repeatedIds(read, columnOf(sheet, mapping.sourceId)),
    ...ordered.problems,
  ];
  const refused = new Set(found.filter(({ severity }) => severity === 'refused').map(({ row }) => row));
  const tasks = ordered.tasks.filter(({ row }) => !refused.has(row));
  const lost = lostLinks(tasks, read, refused, columnOf(sheet, mapping.predecessors));
  return {
    tasks,
    problems: [...found, ...lost].sort((a, b) => a.row - b.row),
    notes: [...reading.times.notes(), ...durationNotes(sheet, mapping), ...idNotes(mapping)],
    cycle: cycleIn(tasks),
    fields,
    otherColumns,
  };
}

function readingOf(sheet: Sheet, mapping: PlanMapping, context: PlanContext): RowReading {
  const cellsOf = (field: PlanField) =>
    mapping[field] === undefined ? [] : sheet.rows.map(({ cells }) => cells[mapping[field] as number] ?? '');
  const people = new Set(context.people.map(({ name }) => sameName(name)));
  return {
    columns: sheet.columns,
    mapping,
    times: timeReader(dateFields.map(cellsOf), context.zone, context.tZeroAt),
    tZeroAt: context.tZeroAt,
    isKnownPerson: (name) => people.has(sameName(name)),
    holdsFractions: holdsFractions(cellsOf('percent')),
  };
}

function withPredecessors(
  read: readonly ReadRow[],
  sheet: Sheet,
  mapping: PlanMapping,
  context: PlanContext,
): { readonly tasks: readonly PlanTask[]; readonly problems: readonly RowProblem[] } {
  const inFile = read.flatMap(({ task }) => task.sourceId || []);
  const inRecord = context.tasks.flatMap(({ sourceId, ref }) => [sourceId, ref].filter((id) => id !== ''));
  const known = knownIds([...inFile, ...inRecord]);
  const cells = new Map(sheet.rows.map((row) => [row.number, row.cells[mapping.predecessors ?? -1]]));
  const problems: RowProblem[] = [];
  const tasks = read.map(({ task }) => {
    const cell = cells.get(task.row);
    const { found, missing, unreadLags } = readPredecessors(cell, known);
    const about = { row: task.row, column: columnOf(sheet, mapping.predecessors), value: cellText(cell).slice(0, 200) };
    if (missing.length > 0) {
      problems.push({
        ...about,
        reason: `The plan has no task ${missing.map(shown).join(', ')} to come before this one.`,
        severity: 'refused',
      });
    }
    if (unreadLags.length > 0) {
      problems.push({
        ...about,
        reason: `The lag in ${unreadLags.map(shown).join(', ')} cannot be read; linked without it.`,
        severity: 'warning',
      });
    }
    return { ...task, predecessors: found };
  });
  return { tasks, problems };
}

function repeatedIds(read: readonly ReadRow[], column: string): readonly RowProblem[] {
  const firstRow = new Map<string, number>();
  const problems: RowProblem[] = [];
  for (const { task } of read) {
    if (task.sourceId === '') continue;
    const first = firstRow.get(plainId(task.sourceId));
    if (first === undefined) firstRow.set(plainId(task.sourceId), task.row);
    else problems.push({ row: task.row, column, value: task.sourceId, reason: `Row ${first} already has this id.`, severity: 'refused' });
  }
  return problems;
}

/** Links that would go if the refused rows were left out. */
function lostLinks(
  tasks: readonly PlanTask[],
  read: readonly ReadRow[],
  refused: ReadonlySet<number>,
  column: string,
): readonly RowProblem[] {
  const kept = new Set(tasks.map(nameOf));
  const leftOut = new Map(
    read.flatMap(({ task }) => (refused.has(task.row) && !kept.has(nameOf(task)) ? [[nameOf(task), task.row] as const] : [])),
  );
  return tasks.flatMap((task) =>
    task.predecessors.flatMap(({ sourceId }) => {
      const row = leftOut.get(plainId(sourceId));
      const reason = `Comes after ${shown(sourceId)} in row ${row}, which cannot be read. If that row is left out, so is the link.`;
      return row === undefined ? [] : [{ row: task.row, column, value: sourceId, reason, severity: 'warning' as const }];
    }),
  );
}

/** As the ids are written. */
function cycleIn(tasks: readonly PlanTask[]): readonly string[] | null {
  const written = new Map(tasks.map((task) => [nameOf(task), task.sourceId]));
  const edges = tasks.flatMap((task) => task.predecessors.map(({ sourceId }) => ({ from: plainId(sourceId), to: nameOf(task) })));
  return findCycle(edges)?.map((name) => written.get(name) ?? name) ?? null;
}

function withoutTitles(sheet: Sheet): RowProblem {
  const reason = 'No column is known to hold the titles of the tasks. Say which one does.';
  return { row: sheet.headerRow, column: '', value: sheet.columns.join(', ').slice(0, 200), reason, severity: 'refused' };
}

function durationNotes(sheet: Sheet, mapping: PlanMapping): readonly string[] {
  const at = mapping.duration;
  if (at === undefined) return [];
  const hasDays =
    /\bd(ays?)?\b/i.test(sheet.columns[at] ?? '') ||
    sheet.rows.some(({ cells }) => /\d\s*(d|days?|tage?|dn[iy])\b/i.test(shown(cellText(cells[at]))));
  return hasDays ? ['A day of duration counts 24 hours.'] : [];
}

function idNotes(mapping: PlanMapping): readonly string[] {
  return mapping.sourceId === undefined
    ? ['No column holds the ids of the tasks. Importing this plan again would add its tasks a second time.']
    : [];
}

function nameOf(task: Pick<PlanTask, 'sourceId' | 'row'>): string {
  return task.sourceId === '' ? `row ${task.row}` : plainId(task.sourceId);
}

function columnOf(sheet: Sheet, at: number | undefined): string {
  return sheet.columns[at ?? -1] ?? '';
}

function shown(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
