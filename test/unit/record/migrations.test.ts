import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { columnsOf, fromSql } from '../../../electron/record/columns.ts';
import { migrate, migrations } from '../../../electron/record/migrate.ts';
import { tableNames, tables } from '../../../shared/domain/tables.ts';
import { openTestRecord } from '../../support/record.ts';

/** A record that an earlier Gantry wrote: its sample go-live. */
function recordOf(format: number): string {
  const file = join(mkdtempSync(join(tmpdir(), 'gantry-')), 'night.gantry');
  writeFileSync(file, gunzipSync(readFileSync(new URL(`../../fixtures/records/format-${format}.gantry.gz`, import.meta.url))));
  return file;
}

function formatOf(file: string): unknown {
  const db = new Database(file, { readonly: true });
  const format = db.pragma('user_version', { simple: true });
  db.close();
  return format;
}

const earlier = migrations.map((_, at) => at + 1).slice(0, -1);

test.each(earlier)('a record of format %i opens in the present format, proves itself, and nothing in it has changed', (format) => {
  const file = recordOf(format);
  const before = new Database(file, { readonly: true });
  const counts = new Map(
    (before.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]).map((name) => [
      name,
      before.prepare(`SELECT count(*) FROM "${name}"`).pluck().get(),
    ]),
  );
  before.close();
  expect(formatOf(file)).toBe(format);

  const record = openTestRecord(file);
  const [goLive] = record.goLives();
  const rows = record.rows(goLive?.id ?? '');
  expect(record.verify()).toMatchObject({ faults: [], entries: counts.get('entry') });
  for (const name of tableNames) expect(rows[name].size, name).toBe(counts.get(name) ?? 0);
  record.close();
  expect(formatOf(file)).toBe(migrations.length);
});

test.each(earlier)('every row of format %i fits the present schema, with what older rows hold in fields that came later', (format) => {
  const record = openTestRecord(recordOf(format));
  const rows = record.rows(record.goLives()[0]?.id ?? '');
  for (const name of tableNames)
    for (const row of rows[name].values()) expect(tables[name].row.safeParse(row).error?.message, `${name} ${row.id}`).toBeUndefined();
  expect([...rows.task.values()].every(({ timing, undoMs }) => timing === 'not before' && undoMs === null)).toBe(true);
  expect([...rows.playbookCopy.values()].map(({ content }) => content.wayBack.consistencyMinutes)).toEqual([15]);
  record.close();
});

test.each(tableNames)('in %s, what SQL gives a field that came later is what the journal gives it', (name) => {
  const db = new Database(':memory:');
  migrate(db);
  const info = db.pragma(`table_info("${name}")`) as { name: string; dflt_value: string | null }[];
  for (const [field, value] of Object.entries(tables[name].added)) {
    const column = columnsOf(tables[name]).find((each) => each.name === field);
    const sql = info.find((each) => each.name === field)?.dflt_value ?? 'NULL';
    expect(column && fromSql(column, db.prepare(`SELECT ${sql}`).pluck().get()), field).toEqual(value);
  }
});
