import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { aGoLive, commit, insertGoLive, openTestRecord, testFolder } from '../../support/record.ts';

/** 20 where every change is tested; set GANTRY_KILLS=200 for the long run. */
const kills = Number(process.env.GANTRY_KILLS ?? 20);
const stream = fileURLToPath(new URL('../../support/act-stream.ts', import.meta.url));

test(`${kills} kills in the middle of a stream of acts lose no acknowledged act`, { timeout: kills * 15_000 }, async () => {
  const file = join(testFolder(), 'record.gantry');
  const first = openTestRecord(file);
  const goLive = aGoLive();
  commit(first, goLive.id, 'goLive.create', [insertGoLive(goLive)]);
  first.close();
  let acknowledged = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    acknowledged = Math.max(acknowledged, await lastAcknowledgedBeforeKill(file, Math.random() * 120));
    const record = openTestRecord(file);
    expect(record.journal.last().seq).toBeGreaterThanOrEqual(acknowledged);
    expect(record.verify().faults).toEqual([]);
    record.close();
  }
  expect(acknowledged).toBeGreaterThan(kills);
});

/** Starts the stream, kills it `afterMs` after its first acknowledgement, and gives the last `seq` it said. */
function lastAcknowledgedBeforeKill(file: string, afterMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [stream, file], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let complaint = '';
    child.stderr.on('data', (data) => {
      complaint += data;
    });
    child.stdout.on('data', (data) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
      said += data;
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      const lines = said.split('\n').slice(0, -1); // what follows the last line break was cut off
      if (signal === 'SIGKILL') resolve(Number(lines.at(-1)));
      else reject(new Error(`the stream ended by itself: ${complaint}`));
    });
  });
}
