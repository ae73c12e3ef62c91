/** Which task each row of a file is about, and what a reference in it stands for. */
import type { RowProblem } from '../../../base/sheet/sheet.ts';
import type { Rows } from '../../tables.ts';
import type { Task } from '../schema.ts';
import type { FileRow, PlanFile } from './plan-file.ts';

/** What stands for a task in a wish: its id, or for an added row a key made of its number. */
export function keyOfRow(row: FileRow, known: ReadonlyMap<string, Task>): string {
  return known.has(row.id) ? row.id : `row ${row.number}`;
}

export interface Matched {
  readonly row: FileRow;
  readonly was: Task | null;
}

/** The task each row is about. A row that names an id nobody has, or one that another row has, is refused. */
export function matchRows(rows: Rows, base: Rows, file: PlanFile, problems: RowProblem[]): readonly Matched[] {
  const bySource = new Map([...rows.task.values()].flatMap((task) => (task.sourceId === '' ? [] : [[task.sourceId, task] as const])));
  const firstRow = new Map<string, number>();
  const firstWord = new Map<string, number>();
  const refs = new Set([...rows.task.values()].map(({ ref }) => ref.toLowerCase()));
  const tell = (row: FileRow, column: 'id' | 'ref', value: string, reason: string, severity: RowProblem['severity'] = 'refused') =>
    problems.push({ row: row.number, column: file.heads[column] ?? '', value: value.slice(0, 200), reason, severity });
  return file.rows.flatMap((row): Matched[] => {
    const known = row.id === '' && row.sourceId !== '' ? bySource.get(row.sourceId) : undefined;
    const id = known?.id ?? row.id;
    const twice = id === '' ? undefined : firstRow.get(id);
    if (twice !== undefined) {
      tell(row, 'id', row.id, `Row ${twice} already has this id. To add a task, leave the id empty.`);
      return [];
    }
    if (id !== '') {
      firstRow.set(id, row.number);
      const [was, now] = [base.task.get(id), rows.task.get(id)];
      if (now && now.kind !== 'rollback') return [{ row: { ...row, id }, was: was ?? now }];
      if (was && !now) tell(row, 'id', row.ref, `${was.ref} was removed here since the export; its row is passed over.`, 'warning');
      else
        tell(
          row,
          'id',
          row.id,
          'No task of this go-live has this id. It may be of another go-live or record; leave the id empty to add it as a new task.',
        );
      return [];
    }
    const word = row.ref.toLowerCase();
    if (word !== '' && refs.has(word)) {
      tell(
        row,
        'ref',
        row.ref,
        `${row.ref} is another task. Give the row a word of its own or none; keep the id of a task you mean to change.`,
      );
      return [];
    }
    const sameWord = firstWord.get(word);
    if (word !== '' && sameWord !== undefined) {
      tell(row, 'ref', row.ref, `Row ${sameWord} already goes by this word.`);
      return [];
    }
    firstWord.set(word, row.number);
    return [{ row, was: null }];
  });
}

/** What a reference in the file stands for: a task by its reference, or an added row by its word. */
export function finder(rows: Rows, base: Rows, matched: readonly Matched[]): (ref: string) => string | undefined {
  const keys = new Map<string, string>();
  for (const { ref, id } of base.task.values()) if (rows.task.has(id)) keys.set(ref.toLowerCase(), id);
  for (const { ref, id } of rows.task.values()) keys.set(ref.toLowerCase(), id);
  for (const { row } of matched)
    if (row.ref !== '' && !keys.has(row.ref.toLowerCase())) keys.set(row.ref.toLowerCase(), keyOfRow(row, rows.task));
  return (ref) => keys.get(ref.trim().toLowerCase());
}
