import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { columnsOf } from '../../../electron/record/columns.ts';
import { migrate, migrations } from '../../../electron/record/migrate.ts';
import { tableNames, tables } from '../../../shared/domain/tables.ts';

const sqlTypes = { text: 'TEXT', integer: 'INTEGER', real: 'REAL', boolean: 'INTEGER', json: 'TEXT' } as const;

test.each(tableNames)('the columns of %s are the fields of its rows', (name) => {
  const db = new Database(':memory:');
  migrate(db);
  const columns = db.pragma(`table_info("${name}")`) as { name: string; type: string; notnull: number }[];
  const fields = columnsOf(tables[name]).map(({ name: field, kind, isNullable }) => [field, sqlTypes[kind], isNullable ? 0 : 1]);
  expect(columns.map((column) => [column.name, column.type, column.notnull])).toEqual(fields);
});

test('every table is strict, and every single reference is a foreign key', () => {
  const db = new Database(':memory:');
  migrate(db);
  const list = db.pragma('table_list') as { name: string; strict: number }[];
  for (const name of tableNames) {
    expect(list.find((table) => table.name === name)?.strict).toBe(1);
    const keys = (db.pragma(`foreign_key_list("${name}")`) as { from: string; table: string }[]).map((each) => [each.from, each.table]);
    const single = Object.entries(tables[name].refs).filter(
      ([field]) => columnsOf(tables[name]).find((column) => column.name === field)?.kind === 'text',
    );
    expect(keys.sort()).toEqual(single.sort());
  }
});

test('a file of a later Gantry is refused and left as it is', () => {
  const db = new Database(':memory:');
  migrate(db);
  db.pragma(`user_version = ${migrations.length + 1}`);
  expect(migrate(db)).toMatchObject({ ok: false, refusal: { code: 'record-too-new' } });
});

test('a database of another program is refused and left as it is', () => {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE theirs (x)');
  expect(migrate(db)).toMatchObject({ ok: false, refusal: { code: 'not-a-record' } });
  expect(db.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['theirs']);
});
