/** Files brought in from the command line: looked at first, corrected, then all or nothing. */
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerOf, gantry, makeGoLive } from '../../support/command-line.ts';
import { testFolder } from '../../support/record.ts';

interface Preview {
  readonly readable: number;
  readonly refusedRows: number;
  readonly mapping: Readonly<Record<string, string>>;
  readonly problems: readonly { readonly row: number; readonly reason: string }[];
  readonly effect: readonly string[];
}

const plan = [
  'Task ID,Title,Predecessors,Duration,Planned start,Stream,Owner,Status,Cost centre',
  '1,Announce the freeze,,15m,2026-02-07 20:00,Comms,Ann Lee,1-Planned,CC-7',
  '2,Freeze the old system,1,30m,2026-02-07 20:15,Data,Ann Lee / Bo Dahl,1-Planned,CC-7',
  '3,Load the balances,2FS+30m,1h,2026-02-07 21:15,Data,Bo Dahl,1-Planned,CC-9',
].join('\n');
const brokenPlan = `${plan}\n4,,2,30m,not a date,Data,Bo Dahl,1-Planned,CC-9`;
const tickets = [
  'Number,Title,State,Opened',
  'INC1,Cannot print,New,2026-02-07 22:01',
  'INC2,Cannot post an invoice,Resolved,2026-02-07 22:04',
].join('\n');

async function goLiveAnd(content: string, name = 'plan.csv') {
  const folder = testFolder();
  const record = join(folder, 'record.gantry');
  const goLiveId = await makeGoLive(record);
  const file = join(folder, name);
  writeFileSync(file, content);
  const rowsNow = async () => ((await answerOf(record, 'call', 'live.snapshot', JSON.stringify({ goLiveId }))) as { rows: Snapshot }).rows;
  return { record, file, before: await rowsNow(), rowsNow };
}
interface Snapshot {
  readonly task: readonly { sourceId: string; title: string; extra: Record<string, unknown> }[];
  readonly ticket: readonly { sourceId: string; title: string; status: string }[];
}

test('--dry-run says what a plan would do and changes nothing', async () => {
  const { record, file, before, rowsNow } = await goLiveAnd(plan);
  const preview = (await answerOf(record, 'import', 'plan', file, '--go-live', 'GL-001', '--dry-run')) as Preview;
  expect(preview).toMatchObject({ readable: 3, refusedRows: 0, mapping: { title: 'Title', predecessors: 'Predecessors' } });
  expect(preview.effect.join(' ')).toContain('3 tasks are added');
  expect(await rowsNow()).toEqual(before);
});

test('a plan comes in with its links, and columns nobody knows stay on the task', async () => {
  const { record, file, before, rowsNow } = await goLiveAnd(plan);
  expect((await gantry(record, 'import', 'plan', file, '--go-live', 'GL-001')).code).toBe(0);
  const after = await rowsNow();
  expect(after.task).toHaveLength(before.task.length + 3);
  const loaded = after.task.find(({ title }) => title === 'Load the balances');
  expect(loaded).toMatchObject({ sourceId: '3', extra: { 'Cost centre': 'CC-9' } });
});

test('a plan with a row that cannot be read is refused whole, or comes in without it by --skip-refused', async () => {
  const { record, file, before, rowsNow } = await goLiveAnd(brokenPlan);
  const seen = (await answerOf(record, 'import', 'plan', file, '--go-live', 'GL-001', '--dry-run')) as Preview;
  expect(seen).toMatchObject({ readable: 3, refusedRows: 1 });
  expect(seen.problems.map(({ row }) => row)).toContain(5);
  const refused = await gantry(record, 'import', 'plan', file, '--go-live', 'GL-001');
  expect({ code: refused.code, out: refused.out }).toEqual({ code: 1, out: '' });
  expect(await rowsNow()).toEqual(before);
  expect((await gantry(record, 'import', 'plan', file, '--go-live', 'GL-001', '--skip-refused')).code).toBe(0);
  expect((await rowsNow()).task).toHaveLength(before.task.length + 3);
});

test('--map says which column a field is read from', async () => {
  const { record, file } = await goLiveAnd(plan.replace('Title', 'Thing to be carried out'));
  const map = JSON.stringify({ title: 'Thing to be carried out' });
  const look = ['import', 'plan', file, '--go-live', 'GL-001', '--dry-run', '--map'];
  expect(await answerOf(record, ...look, map)).toMatchObject({ readable: 3, mapping: { title: 'Thing to be carried out' } });
  expect(await gantry(record, ...look, '{"title":"Not there"}')).toMatchObject({ code: 1, err: expect.stringContaining('Not there') });
  expect(await gantry(record, ...look, '{title}')).toMatchObject({ code: 1, err: expect.stringContaining('not JSON') });
});

test('tickets are looked at and brought in the same way', async () => {
  const { record, file, before, rowsNow } = await goLiveAnd(tickets, 'tickets.csv');
  const args = ['import', 'tickets', file, '--go-live', 'GL-001'];
  expect(await answerOf(record, ...args, '--dry-run')).toMatchObject({ readable: 2, refusedRows: 0 });
  expect(await rowsNow()).toEqual(before);
  expect((await gantry(record, ...args)).code).toBe(0);
  const { ticket } = await rowsNow();
  expect(ticket.map(({ sourceId, title, status }) => `${sourceId} ${title}: ${status}`)).toEqual([
    'INC1 Cannot print: new',
    'INC2 Cannot post an invoice: resolved',
  ]);
});

test('a file that cannot be read is refused by its name', async () => {
  const { record, file, before, rowsNow } = await goLiveAnd('', 'empty.csv');
  const args = (path: string) => ['import', 'plan', path, '--go-live', 'GL-001'];
  const folder = `${file}.folder`;
  mkdirSync(folder);
  expect(await gantry(record, ...args(file))).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Nothing was imported') });
  expect(await gantry(record, ...args(`${file}.gone`))).toMatchObject({ code: 1, err: expect.stringContaining(`${file}.gone`) });
  expect(await gantry(record, ...args(folder))).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was imported') });
  truncateSync(file, 200 * 1024 * 1024);
  expect(await gantry(record, ...args(file))).toMatchObject({ code: 1, err: expect.stringContaining('larger than 25 MB') });
  expect(await rowsNow()).toEqual(before);
});

test('an import into a go-live that is not there is refused', async () => {
  const { record, file } = await goLiveAnd(plan);
  const { code, err } = await gantry(record, 'import', 'plan', file, '--go-live', 'GL-404');
  expect(code).toBe(1);
  expect(err).toContain('no go-live GL-404');
});
