/** A record that another process holds: joined through its room, refused by name without one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { startHost } from '../../../electron/app/host.ts';
import { keysIn } from '../../../electron/transport/guard.ts';
import { openRoom } from '../../../electron/transport/room-server.ts';
import { answerOf, gantry, makeGoLive } from '../../support/command-line.ts';
import { openTestRecord, testFolder } from '../../support/record.ts';

async function heldRecord() {
  const file = join(testFolder(), 'record.gantry');
  const goLiveId = await makeGoLive(file);
  const record = openTestRecord(file);
  const host = startHost(record);
  onTestFinished(() => host.close());
  return { file, goLiveId, record, host };
}

async function heldByRoom() {
  const held = await heldRecord();
  const room = await openRoom(held.host, { port: 0, webRoot: testFolder(), keys: keysIn(`${held.file}.keys`) });
  onTestFinished(() => room.close());
  held.record.announce(room.address);
  return held;
}

test('an act goes through the room that holds the record, and its screens see it', async () => {
  const { file, goLiveId, record } = await heldByRoom();
  const seen: string[] = [];
  record.onEntry(({ action, actor }) => seen.push(`${action} by ${actor}`));
  await answerOf(file, 'call', 'runbook.addTask', JSON.stringify({ goLiveId, title: 'Freeze the old system' }));
  expect(seen).toEqual(['task.add by Go-live desk']);
  expect([...record.rows(goLiveId).task.values()].map(({ title }) => title)).toContain('Freeze the old system');
});

test('a refusal comes back through the room with its reason and exit 1', async () => {
  const { file } = await heldByRoom();
  const { code, out, err } = await gantry(file, 'call', 'runbook.addTask', '{"goLiveId":"GL-404","title":"x"}');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('no go-live GL-404');
  expect((await gantry(file, 'call', 'runbook.addTask', '{"goLiveId":"GL-001"}')).err).toMatch(/title/);
});

test('verify, export and backup work while the room is open', async () => {
  const { file } = await heldByRoom();
  const proof = await gantry(file, 'verify');
  expect(proof.code).toBe(0);
  const copy = join(testFolder(), 'copy.gantry');
  expect((await gantry(file, 'export', 'record', '--out', copy)).code).toBe(0);
  expect(await gantry(copy, 'verify')).toEqual(proof);
  expect((await gantry(file, 'backup')).out).toMatch(/^Backup: /);
});

test('without a room it is refused, naming the process that holds the record', async () => {
  const { file } = await heldRecord();
  const { code, out, err } = await gantry(file, 'call', 'goLive.list', '{}');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(`${file} is open in process ${process.pid} on `);
});

test('a room that is said to be there and does not answer is a refusal, not a wait', { timeout: 20_000 }, async () => {
  const { file, record } = await heldRecord();
  record.announce('http://127.0.0.1:9/#key=gone');
  const { code, err } = await gantry(file, 'call', 'goLive.list', '{}');
  expect(code).toBe(1);
  expect(err).toMatch(/does not answer/);
});

test('room opens, says where, is found by a second start, and ends with SIGTERM', { timeout: 20_000 }, async () => {
  const file = join(testFolder(), 'record.gantry');
  await answerOf(file, 'sample');
  const entry = fileURLToPath(new URL('../../../electron/gantry.ts', import.meta.url));
  const room = spawn(process.execPath, [entry, '--record', file, 'room', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void room.kill('SIGKILL'));
  const [first] = (await once(createInterface(room.stdout), 'line')) as [string];
  expect(first).toMatch(/^Gantry is ready: http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]+$/);
  expect(await answerOf(file, 'call', 'goLive.list', '{}')).toMatchObject([{ ref: 'GL-001' }]);
  const second = spawn(process.execPath, [entry, '--record', file, 'room', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = (await once(createInterface(second.stdout), 'line')) as [string];
  expect(said[0]).toBe(first.replace('Gantry is ready', 'Gantry is already open'));
  expect(await once(second, 'exit')).toEqual([0, null]);
  room.kill('SIGTERM');
  expect(await once(room, 'exit')).toEqual([0, null]);
  expect((await gantry(file, 'verify')).code).toBe(0);
});
