/** Requests asked from the command line, and how it says no. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appRouter } from '../../../electron/app/router.ts';
import { answerOf, gantry, makeGoLive } from '../../support/command-line.ts';
import { testFolder } from '../../support/record.ts';

const freshFile = () => join(testFolder(), 'record.gantry');

test('requests lists every request of the application with the JSON Schema of its input, and opens no record', async () => {
  const file = freshFile();
  const listed = (await answerOf(file, 'requests')) as readonly { name: string; kind: string; input: { [key: string]: unknown } }[];
  expect(listed.map(({ name }) => name).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
  for (const { name, kind, input } of listed) {
    expect(['query', 'mutation', 'subscription'], name).toContain(kind);
    expect(input, name).toMatchObject({ type: 'object', additionalProperties: false, properties: expect.anything() });
  }
  const start = listed.find(({ name }) => name === 'runbook.startTask');
  expect(start).toMatchObject({ kind: 'mutation', input: { required: expect.arrayContaining(['goLiveId', 'taskId']) } });
  expect(existsSync(file)).toBe(false);
});

test('call prints the answer and exits 0, by the id of a go-live or by its reference', async () => {
  const file = freshFile();
  const goLiveId = await makeGoLive(file);
  const asked = JSON.stringify({ goLiveId: 'GL-001', title: 'Freeze the old system' });
  const { code, out, err } = await gantry(file, 'call', 'runbook.addTask', asked);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { seq, rowId } = JSON.parse(out) as { seq: number; rowId: string };
  const { rows } = (await answerOf(file, 'call', 'live.snapshot', JSON.stringify({ goLiveId }))) as {
    rows: { task: readonly { id: string; title: string }[] };
  };
  expect(seq).toBeGreaterThan(1);
  expect(rows.task.find(({ id }) => id === rowId)).toMatchObject({ title: 'Freeze the old system' });
});

test('a refused act exits 1 with the reason on stderr, nothing on stdout, and changes nothing', async () => {
  const file = freshFile();
  const goLiveId = await makeGoLive(file);
  const before = await gantry(file, 'verify');
  const taskId = '00000000-0000-7000-8000-000000000001';
  const { code, out, err } = await gantry(file, 'call', 'runbook.startTask', JSON.stringify({ goLiveId, taskId }));
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^There is no such task in this go-live/);
  expect(await gantry(file, 'verify')).toEqual(before);
});

test('with --json a refusal is one line of JSON on stderr', async () => {
  const { code, out, err } = await gantry(freshFile(), '--json', 'call', 'live.snapshot', '{"goLiveId":"GL-404"}');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(err)).toMatchObject({ code: 'unknown-go-live', reason: expect.stringContaining('GL-404') });
});

test.each([
  ['what is not JSON', 'runbook.startTask', '{"goLiveId":', /not JSON.*Nothing was asked/],
  ['an unknown request', 'runbook.explode', '{}', /no request runbook\.explode/],
  ['a field of the wrong type', 'runbook.startTask', '{"goLiveId":"GL-001","taskId":7}', /taskId/],
  ['a field that is not known', 'goLive.list', '{"sudo":true}', /sudo/],
  ['a live stream', 'live.room', '{"goLiveId":"00000000-0000-7000-8000-000000000001"}', /live stream/],
])('call refuses %s with exit 1', async (_, request, json, reason) => {
  const { code, out, err } = await gantry(freshFile(), 'call', request, json);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(reason);
});

test('sample makes a go-live that can be asked for at once', async () => {
  const file = freshFile();
  const { code, out } = await gantry(file, 'sample');
  expect(code).toBe(0);
  expect(out).toMatch(/^GL-001 \S/);
  expect(await answerOf(file, 'call', 'goLive.list', '{}')).toMatchObject([{ ref: 'GL-001', isSample: true, tasks: 120 }]);
});
