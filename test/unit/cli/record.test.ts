/** The record as a whole, from the command line: proven, copied out, taken in, backed up. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { backupsOf } from '../../../electron/record/backup.ts';
import { answerOf, gantry } from '../../support/command-line.ts';
import { testFolder } from '../../support/record.ts';

async function sample() {
  const folder = testFolder();
  const file = join(folder, 'record.gantry');
  await answerOf(file, 'sample');
  return { folder, file, proof: await gantry(file, 'verify') };
}

function sqlite(file: string, statement: string, ...values: unknown[]) {
  const db = new Database(file);
  try {
    return db.prepare(statement).run(...values);
  } finally {
    db.close();
  }
}

describe('verify', () => {
  test('passes on a record nobody touched, and tells what it proved', async () => {
    const { proof } = await sample();
    expect(proof).toMatchObject({ code: 0, err: '' });
    expect(proof.out).toMatch(/^Proven: \d{3} entries, \d+ rows, last hash [0-9a-f]{64}\.\n$/);
  });

  test('names the entry of which one byte was changed, in any of its columns, and exits 1', async () => {
    const { file } = await sample();
    for (const [seq, column] of [
      [1, 'actor'],
      [57, 'changes'],
      [112, 'note'],
      [200, 'action'],
      [300, 'at'],
    ] as const) {
      const db = new Database(file, { readonly: true });
      const before = db.prepare(`SELECT ${column} FROM entry WHERE seq = ?`).pluck().get(seq) as string | number;
      db.close();
      const changed = typeof before === 'number' ? before + 1 : `${before.slice(0, -1)}${before.endsWith('}') ? ' ' : '~'}`;
      sqlite(file, `UPDATE entry SET ${column} = ? WHERE seq = ?`, changed, seq);
      const { code, out, err } = await gantry(file, 'verify');
      expect({ code, out }, column).toEqual({ code: 1, out: '' });
      expect(err).toMatch(new RegExp(`^ {2}entry ${seq} (was rewritten|cannot be read)`, 'm'));
      sqlite(file, `UPDATE entry SET ${column} = ? WHERE seq = ?`, before, seq);
      expect((await gantry(file, 'verify')).code).toBe(0);
    }
  });

  test('names a row that was changed behind the journal', async () => {
    const { file } = await sample();
    sqlite(file, "UPDATE task SET title = 'Nothing to see' WHERE ref = 'T-014'");
    expect(await gantry(file, 'verify')).toMatchObject({ code: 1, err: expect.stringMatching(/task .* title differs/) });
  });

  test('refuses a file that is not there without making one, and one that is no record without changing it', async () => {
    const file = join(testFolder(), 'record.gantry');
    expect(await gantry(file, 'verify')).toMatchObject({ code: 1, err: expect.stringContaining('no record') });
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, 'not a database at all');
    expect(await gantry(file, 'verify')).toMatchObject({ code: 1, err: expect.stringContaining('It was not changed') });
    expect(readFileSync(file, 'utf8')).toBe('not a database at all');
  });
});

describe('export record', () => {
  test('writes a copy that proves the same', async () => {
    const { folder, file, proof } = await sample();
    const copy = join(folder, 'copy.gantry');
    expect(await gantry(file, 'export', 'record', '--out', copy)).toEqual({ code: 0, out: `Record written to ${copy}.\n`, err: '' });
    expect(await gantry(copy, 'verify')).toEqual(proof);
  });

  test('never overwrites a file, and refuses where there is no record', async () => {
    const { folder, file } = await sample();
    expect(await gantry(file, 'export', 'record', '--out', file)).toMatchObject({
      code: 1,
      err: expect.stringContaining('exists already'),
    });
    const nothing = join(folder, 'nothing.gantry');
    expect(await gantry(nothing, 'export', 'record', '--out', `${nothing}.copy`)).toMatchObject({ code: 1, out: '' });
    expect(existsSync(`${nothing}.copy`)).toBe(false);
  });
});

describe('import record', () => {
  test('takes a record in where there is none, also into a folder that is not there yet', async () => {
    const { folder, file, proof } = await sample();
    const place = join(folder, 'other', 'laptop', 'record.gantry');
    expect(await gantry(place, 'import', 'record', file)).toEqual({ code: 0, out: `Record taken in at ${place}.\n`, err: '' });
    expect(await gantry(place, 'verify')).toEqual(proof);
    expect(await answerOf(place, 'call', 'goLive.list', '{}')).toHaveLength(1);
  });

  test('takes in what was last written to a record that is still open', async () => {
    const { folder, file } = await sample();
    const open = new Database(file);
    open.pragma('wal_autocheckpoint = 0');
    open.exec('CREATE TABLE mark (word TEXT)');
    const place = join(folder, 'taken.gantry');
    expect((await gantry(place, 'import', 'record', file)).code).toBe(0);
    open.close();
    const taken = new Database(place, { readonly: true });
    expect(taken.prepare("SELECT name FROM sqlite_schema WHERE name = 'mark'").pluck().get()).toBe('mark');
    taken.close();
  });

  test('is refused where there is a record already, which stays as it was', async () => {
    const [one, other] = [await sample(), await sample()];
    expect(await gantry(one.file, 'import', 'record', other.file)).toMatchObject({ code: 1, err: expect.stringContaining('already') });
    expect(await gantry(one.file, 'verify')).toEqual(one.proof);
  });

  test('is refused for a rewritten record, for one that is not there, and for no record at all', async () => {
    const { folder, file } = await sample();
    const place = join(folder, 'place.gantry');
    sqlite(file, "UPDATE entry SET actor = 'Somebody else' WHERE seq = 9");
    expect(await gantry(place, 'import', 'record', file)).toMatchObject({ code: 1, err: expect.stringContaining('entry 9 was rewritten') });
    expect((await gantry(place, 'import', 'record', `${file}.gone`)).code).toBe(1);
    writeFileSync(`${file}.txt`, 'not a record');
    expect((await gantry(place, 'import', 'record', `${file}.txt`)).code).toBe(1);
    expect(existsSync(place)).toBe(false);
  });
});

test('backup makes a copy beside the record that proves the same', async () => {
  const { file, proof } = await sample();
  const { out } = await gantry(file, 'backup');
  const [newest] = backupsOf(file);
  expect(out).toBe(`Backup: ${newest?.file}\n`);
  expect(await gantry(newest?.file ?? '', 'verify')).toEqual(proof);
});

describe('restore', () => {
  test('puts the newest good backup in the place of a damaged record and keeps the damaged file', async () => {
    const { file } = await sample();
    await gantry(file, 'backup');
    writeFileSync(file, 'no record at all');
    expect(await gantry(file, 'backup')).toMatchObject({ code: 1, err: expect.stringContaining('gantry restore') });
    expect(await gantry(file, 'restore')).toMatchObject({ code: 0, out: expect.stringContaining('.damaged-') });
    expect((await gantry(file, 'verify')).code).toBe(0);
  });

  test('leaves a whole record alone', async () => {
    const { file } = await sample();
    expect(await gantry(file, 'restore')).toMatchObject({ code: 1, err: expect.stringContaining('is not damaged') });
  });
});
