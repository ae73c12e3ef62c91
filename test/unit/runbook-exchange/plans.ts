/** Plans for the tests of exchange: rows, and the sheet a file of them is read as. */
import { exchangeLimits } from '../../../electron/exchange/limits.ts';
import { readSheet } from '../../../electron/exchange/read-sheet.ts';
import { writeCsv } from '../../../electron/exchange/write-csv.ts';
import { writeWorkbook } from '../../../electron/exchange/write-workbook.ts';
import type { Cell, Sheet } from '../../../shared/base/sheet/sheet.ts';
import type { DiffChoices } from '../../../shared/domain/runbook/exchange/conflicts.ts';
import { type PlanDiff, planDiff } from '../../../shared/domain/runbook/exchange/diff.ts';
import { planFile } from '../../../shared/domain/runbook/exchange/plan-file.ts';
import { explanationTable, planTable } from '../../../shared/domain/runbook/exchange/plan-table.ts';
import type { Link, Task } from '../../../shared/domain/runbook/schema.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { aGoLive, aPerson, aTask, goLiveId, idOf, MINUTE, rowsWith } from '../../support/builders.ts';

export const SEQ = 42;
export const careful: DiffChoices = { fileWins: false, removesMissing: false, skipsRefused: false };

/** Task number `n` with the reference and id of that number. */
export function task(n: number, given: Partial<Task> = {}): Task {
  return aTask({ id: idOf(n), ref: `T-${String(n).padStart(3, '0')}`, title: `Task ${n}`, position: n, durationMs: 30 * MINUTE, ...given });
}

export function link(n: number, from: number, to: number, given: Partial<Link> = {}): Link {
  return { id: idOf(n), goLiveId, fromId: idOf(from), toId: idOf(to), kind: 'FS', lagMs: 0, ...given };
}

/** Four tasks in a group, linked, with two people of one name. */
export function aPlan(): Rows {
  return rowsWith({
    goLive: [aGoLive({ zone: 'Europe/Prague' })],
    person: [
      aPerson({ id: idOf(100_000_101), name: 'L. Costa' }),
      aPerson({ id: idOf(100_000_102), name: 'J. Novak', department: 'IT' }),
      aPerson({ id: idOf(100_000_103), name: 'J. Novak', department: 'Sales' }),
    ],
    task: [
      task(1, { kind: 'group', title: 'Data', durationMs: 0 }),
      task(2, { title: 'Extract', parentId: idOf(1), startOffset: -90 * MINUTE, ownerIds: [idOf(100_000_102)], stream: 'Data' }),
      task(3, {
        title: '=SUM(A1)',
        parentId: idOf(1),
        ownerIds: [idOf(100_000_101), idOf(100_000_103)],
        stream: 'Data',
        timing: 'after predecessors',
      }),
      task(4, { title: 'Check', stream: 'Validation', shortestMs: 10 * MINUTE, longestMs: 60 * MINUTE }),
    ],
    link: [link(11, 2, 3), link(12, 3, 4, { kind: 'SS', lagMs: 90_500 }), link(13, 2, 4, { kind: 'FF', lagMs: -60 * MINUTE })],
  });
}

export async function bytesOf(rows: Rows, format: 'xlsx' | 'csv', stream: string | null = null): Promise<Uint8Array> {
  const goLive = [...rows.goLive.values()][0];
  if (!goLive) throw new Error('a plan without a go-live');
  const table = planTable(rows, goLive, SEQ, stream);
  if (format === 'csv') return writeCsv(table.heads, table.rows);
  return writeWorkbook(
    [
      { name: 'Plan', ...table },
      { name: 'How to edit', ...explanationTable(goLive) },
    ],
    goLive.name,
  );
}

export async function sheetOf(bytes: Uint8Array, name = 'plan.xlsx'): Promise<Sheet> {
  const read = await readSheet(bytes, name, exchangeLimits);
  if (!read.ok) throw new Error(read.refusal.reason);
  return read.value;
}

/** A cell by row (1 is the first task) and the beginning of the column's head. */
export type Edit = readonly [row: number, head: string, cell: Cell];

/** A row somebody added, by the beginnings of the heads. */
export function added(sheet: Sheet, cells: Readonly<Record<string, Cell>>, number = 90) {
  return { number, cells: sheet.columns.map((head) => Object.entries(cells).find(([name]) => head.startsWith(name))?.[1] ?? '') };
}

export function reasons({ problems }: PlanDiff) {
  return problems.map(({ row, column, reason, severity }) => [row, column, severity, reason]);
}

export function lists(rows: Rows) {
  return {
    goLive: [...rows.goLive.values()],
    person: [...rows.person.values()],
    task: [...rows.task.values()],
    link: [...rows.link.values()],
  };
}

/** The sheet with cells changed. */
export function edited(sheet: Sheet, cells: readonly Edit[]): Sheet {
  const rows = sheet.rows.map((row) => ({ ...row, cells: [...row.cells] }));
  for (const [at, head, cell] of cells) {
    const column = sheet.columns.findIndex((name) => name.startsWith(head));
    const row = rows[at - 1];
    if (column < 0 || !row) throw new Error(`no cell ${at} ${head}`);
    row.cells[column] = cell;
  }
  return { ...sheet, rows };
}

export function diffOf(rows: Rows, sheet: Sheet, choices: Partial<DiffChoices> = {}, base = rows): PlanDiff {
  const goLive = [...rows.goLive.values()][0];
  if (!goLive) throw new Error('a plan without a go-live');
  const file = planFile(sheet, goLive);
  if (!file.ok) throw new Error(file.refusal.reason);
  return planDiff(rows, base, file.value, file.value.mark?.tZeroAt ?? goLive.tZeroAt, { ...careful, ...choices });
}
