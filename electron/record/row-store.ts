/** Reads and writes the rows of the tables; the only place that turns changes into SQL. */
import type { Database, Statement } from 'better-sqlite3';
import type { Change, Fields } from '../../shared/base/change.ts';
import { type AnyRow, emptyRows, type Rows, type TableName, tableNamed, tableNames, tables } from '../../shared/domain/tables.ts';
import { columnsOf, rowFromSql, toSql } from './columns.ts';

export interface RowStore {
  /** Writes `changes` in order; throws when a row to update or remove is not there. */
  readonly write: (changes: readonly Change[]) => void;
  /** Every row of a go-live; empty tables when there is none. */
  readonly rowsOf: (goLiveId: string) => Rows;
  readonly all: (name: TableName) => readonly AnyRow[];
}

export function openRowStore(db: Database): RowStore {
  const statements = new Map<string, Statement>();
  const prepared = (sql: string) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = db.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const writeOne = ({ table: name, id, set, was }: Change) => {
    const table = tableNamed(name);
    if (!table) throw new Error(`change of unknown table ${name}`);
    if (set === null) return oneRow(prepared(`DELETE FROM "${name}" WHERE id = ?`).run(id).changes, name, id);
    const columns = columnsOf(table).filter((column) => column.name in set);
    const values = columns.map((column) => toSql(column, set[column.name]));
    if (was === null) {
      const names = columns.map((column) => `"${column.name}"`).join(', ');
      prepared(`INSERT INTO "${name}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`).run(...values);
      return;
    }
    const assignments = columns.map((column) => `"${column.name}" = ?`).join(', ');
    oneRow(prepared(`UPDATE "${name}" SET ${assignments} WHERE id = ?`).run(...values, id).changes, name, id);
  };
  const readAll = (name: TableName, raws: unknown[]) => raws.map((raw) => rowFromSql(tables[name], raw as Fields) as AnyRow);
  return {
    write: (changes) => changes.forEach(writeOne),
    rowsOf: (goLiveId) => {
      const rows = emptyRows() as unknown as Record<string, Map<string, AnyRow>>;
      for (const name of tableNames) {
        const raws = prepared(`SELECT * FROM "${name}" WHERE goLiveId = ? ORDER BY id`).all(goLiveId);
        rows[name] = new Map(readAll(name, raws).map((row) => [row.id, row]));
      }
      return rows as unknown as Rows;
    },
    all: (name) => readAll(name, prepared(`SELECT * FROM "${name}" ORDER BY id`).all()),
  };
}

function oneRow(changed: number, table: string, id: string): void {
  if (changed !== 1) throw new Error(`${table} ${id} is not in the record`);
}
