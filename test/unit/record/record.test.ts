import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { verifyFile } from '../../../electron/record/verify-file.ts';
import { aGoLive, aTask, commit, editTask, insertGoLive, insertTask, NOW, openTestRecord } from '../../support/record.ts';

function recordWithTask() {
  const record = openTestRecord();
  const goLive = aGoLive();
  const task = aTask(goLive.id);
  commit(record, goLive.id, 'goLive.create', [insertGoLive(goLive)]);
  commit(record, goLive.id, 'task.add', [insertTask(task)]);
  return { record, goLive, task };
}

test('rows and entry are there again after closing and opening', () => {
  const { record, goLive, task } = recordWithTask();
  commit(record, goLive.id, 'task.start', editTask(task, { status: 'in progress', actualStart: NOW }));
  record.close();
  const again = openTestRecord(record.file);
  expect(again.rows(goLive.id).task.get(task.id)).toEqual({ ...task, status: 'in progress', actualStart: NOW });
  expect(again.journal.after(goLive.id, 0, 10).map(({ action }) => action)).toEqual(['goLive.create', 'task.add', 'task.start']);
  again.close();
});

test('an act that would break a row is written neither to the rows nor to the journal', () => {
  const { record, goLive, task } = recordWithTask();
  const bad = { table: 'task', id: task.id, set: { title: '' }, was: { title: task.title } };
  expect(() => commit(record, goLive.id, 'task.edit', [bad])).toThrow(/schema/);
  const dangling = insertTask(aTask('00000000-0000-7000-8000-000000000000', { ref: 'T-002' }));
  expect(() => commit(record, goLive.id, 'task.add', [dangling])).toThrow(/FOREIGN KEY/);
  expect(record.rows(goLive.id).task.get(task.id)).toEqual(task);
  expect(record.journal.last().seq).toBe(2);
  expect(record.verify().faults).toEqual([]);
  record.close();
});

test('listeners hear an entry only after it is in the file', () => {
  const { record, goLive, task } = recordWithTask();
  const heard: [string, number][] = [];
  record.onEntry((entry) => heard.push([entry.action, record.journal.last().seq]));
  commit(record, goLive.id, 'task.edit', editTask(task, { title: 'Final delta extract, all sites' }));
  expect(heard).toEqual([['task.edit', 3]]);
  record.close();
});

test('verify proves a sound record and counts what it read', () => {
  const { record } = recordWithTask();
  expect(record.verify()).toMatchObject({ entries: 2, rows: 2, faults: [] });
  record.close();
});

const tampering: readonly [string, string, RegExp][] = [
  ['a changed note', "UPDATE entry SET note = 'x' WHERE seq = 2", /entry 2 was rewritten/],
  ['a changed change', "UPDATE entry SET changes = replace(changes, 'delta', 'omega') WHERE seq = 2", /entry 2 was rewritten/],
  ['a changed time', 'UPDATE entry SET at = at + 1 WHERE seq = 1', /entry 1 was rewritten/],
  [
    'a changed hash',
    "UPDATE entry SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE seq = 1",
    /entry 1 was rewritten|entry 2 does not follow/,
  ],
  ['a removed entry', 'DELETE FROM entry WHERE seq = 1', /entry 1 is missing/],
  ['a changed row', "UPDATE task SET title = 'Something else'", /task .*: title differs/],
  ['a removed row', 'DELETE FROM task', /is in the journal but not in the record/],
];
test.each(tampering)('verify finds %s', (_what, sql, says) => {
  const { record } = recordWithTask();
  record.close();
  const db = new Database(record.file);
  db.exec(sql);
  db.close();
  const verified = verifyFile(record.file);
  expect(verified.ok && verified.value.faults.join('\n')).toMatch(says);
});
