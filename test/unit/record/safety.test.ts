import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { backUp, backupFolder, backupsOf, kept, newestGoodBackup } from '../../../electron/record/backup.ts';
import { openRecord } from '../../../electron/record/open.ts';
import { restoreNewestBackup } from '../../../electron/record/restore.ts';
import { aGoLive, commit, insertGoLive, NOW, openTestRecord, testFolder } from '../../support/record.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function fullRecord() {
  const record = openTestRecord();
  const goLive = aGoLive();
  commit(record, goLive.id, 'goLive.create', [insertGoLive(goLive)]);
  return { record, goLive };
}

test('a second opener is told who holds the record', () => {
  const { record } = fullRecord();
  record.announce('http://127.0.0.1:4610/#key=secret');
  const second = openRecord(record.file, NOW);
  expect(second).toMatchObject({ ok: false, refusal: { code: 'record-held' } });
  expect(second.ok || second.refusal.reason).toContain(`process ${process.pid}`);
  expect(second.ok || second.refusal.reason).not.toContain('secret');
  record.close();
});

test('a record whose holder was killed opens at once', () => {
  const file = join(testFolder(), 'record.gantry');
  const script = `import { openRecord } from ${JSON.stringify(new URL('../../../electron/record/open.ts', import.meta.url).href)};
    if (!openRecord(${JSON.stringify(file)}, Date.now()).ok) process.exit(3);
    process.kill(process.pid, 'SIGKILL');`;
  expect(() => execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'pipe' })).toThrow(/SIGKILL|Command failed/);
  expect(existsSync(`${file}.holder`)).toBe(true);
  openTestRecord(file).close();
});

test('a damaged record is refused, named with its newest good backup, and not touched', async () => {
  const { record } = fullRecord();
  await record.backUp(NOW);
  record.close();
  const bytes = readFileSync(record.file);
  bytes.fill(0x55, 4096, 12_288);
  writeFileSync(record.file, bytes);
  const opened = openRecord(record.file, NOW);
  expect(opened).toMatchObject({ ok: false, refusal: { code: 'record-damaged', about: [backupsOf(record.file)[0]?.file] } });
  expect(readFileSync(record.file).equals(bytes)).toBe(true);
});

test('restoring puts the backup in place and keeps the damaged file', async () => {
  const { record, goLive } = fullRecord();
  await record.backUp(NOW);
  record.close();
  writeFileSync(record.file, 'not a database at all, but long enough to be looked at');
  const restored = restoreNewestBackup(record.file, NOW);
  expect(restored.ok && readFileSync(restored.value.kept, 'utf8')).toContain('not a database');
  const again = openTestRecord(record.file);
  expect(again.goLives().map(({ id }) => id)).toEqual([goLive.id]);
  again.close();
});

test('a whole record is never replaced by a backup', async () => {
  const { record } = fullRecord();
  await record.backUp(NOW);
  record.close();
  expect(restoreNewestBackup(record.file, NOW)).toMatchObject({ ok: false, refusal: { code: 'record-whole' } });
});

test('a rewritten entry in the tail keeps the record from being opened for writing', () => {
  const { record } = fullRecord();
  record.close();
  const db = new Database(record.file);
  db.exec("UPDATE entry SET actor = 'Somebody else'");
  db.close();
  const opened = openRecord(record.file, NOW);
  expect(opened.ok || opened.refusal.reason).toMatch(/entry 1 was rewritten/);
});

test('a damaged backup is passed over for an older good one', async () => {
  const { record } = fullRecord();
  await record.backUp(NOW - HOUR);
  const newest = await record.backUp(NOW);
  record.close();
  writeFileSync(newest.file, 'broken');
  expect(newestGoodBackup(record.file)?.at).toBe(NOW - HOUR);
});

test('backups are thinned to hourly for a day and daily for a month', () => {
  const every15Minutes = Array.from({ length: 4 * 24 * 40 }, (_, index) => ({ file: String(index), at: NOW - index * 15 * 60_000 }));
  const stay = kept(every15Minutes, NOW);
  const ages = stay.map(({ at }) => NOW - at);
  expect(ages.filter((age) => age <= HOUR)).toHaveLength(5);
  expect(ages.filter((age) => age > HOUR && age <= DAY).length).toBeLessThanOrEqual(24);
  expect(ages.filter((age) => age > DAY).length).toBeLessThanOrEqual(30);
  expect(ages.filter((age) => age > DAY).length).toBeGreaterThanOrEqual(29);
  expect(Math.max(...ages)).toBeLessThanOrEqual(30 * DAY);
});

test('a backup that was cut off in the middle is never taken for one', async () => {
  const { record } = fullRecord();
  mkdirSync(backupFolder(record.file), { recursive: true });
  writeFileSync(join(backupFolder(record.file), '20251121T220000Z.gantry.part'), 'half');
  expect(backupsOf(record.file)).toEqual([]);
  const db = new Database(record.file, { readonly: true });
  await backUp(db, record.file, NOW);
  db.close();
  expect(backupsOf(record.file)).toHaveLength(1);
  record.close();
});
