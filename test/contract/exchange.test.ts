import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { insert } from '../../shared/base/change.ts';
import { link as links } from '../../shared/domain/runbook/schema.ts';
import { tables } from '../../shared/domain/tables.ts';
import { aPerson } from '../support/builders.ts';
import { type Client, eachHost } from '../support/hosts.ts';
import { aGoLive, insertGoLive, NOW } from '../support/record.ts';
import { task } from '../unit/runbook-exchange/plans.ts';

const idOf = (n: number) => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const MINUTE = 60_000;

eachHost((at) => {
  const goLive = aGoLive({ id: idOf(0), zone: 'Europe/Prague' });
  let client: Client;

  beforeAll(() => {
    client = at().join();
    const ours = { goLiveId: goLive.id };
    const changes = [
      insertGoLive(goLive),
      insert(tables.person, aPerson({ ...ours, id: idOf(901), name: 'L. Costa' })),
      ...Array.from({ length: 30 }, (_, n) =>
        insert(tables.task, task(n + 1, { ...ours, startOffset: n * 30 * MINUTE, stream: n % 2 ? 'Data' : 'Apps' })),
      ),
      ...Array.from({ length: 29 }, (_, n) =>
        insert(links, { id: idOf(500 + n), ...ours, fromId: idOf(n + 1), toId: idOf(n + 2), kind: 'FS', lagMs: 0 }),
      ),
    ];
    const entry = { goLiveId: goLive.id, at: NOW, occurredAt: NOW, actor: 'M. Okoro', note: '', undoes: null };
    at().host.record.commit({ ...entry, action: 'goLive.create', changes });
  });
  const rowsNow = () => at().host.record.rows(goLive.id);
  const exported = async (format: 'xlsx' | 'csv' = 'xlsx') => {
    const made = await client.exchange.exportPlan.query({ goLiveId: goLive.id, format });
    if (!made.ok) throw new Error(made.refusal.reason);
    return made;
  };
  /** The workbook with cells changed: row 1 is the first task. */
  const withCells = async (base64: string, cells: readonly (readonly [number, string, string | number])[]) => {
    const book = await readXlsx(Buffer.from(base64, 'base64'));
    const [plan] = book.sheets;
    const heads = plan?.rows[0]?.map(String) ?? [];
    for (const [row, head, value] of cells) {
      const column = heads.findIndex((each) => each.startsWith(head));
      const cellsOfRow = plan?.rows[row];
      if (column < 0 || !cellsOfRow) throw new Error(`no cell ${row} ${head}`);
      cellsOfRow[column] = value;
    }
    const bytes = await writeXlsx({ sheets: book.sheets.map(({ name, rows }) => ({ name, rows })) });
    return Buffer.from(bytes).toString('base64');
  };

  test('ten cells edited in an exported workbook are ten changes, made by one act and taken back by one', async () => {
    const before = { task: new Map(rowsNow().task), link: new Map(rowsNow().link), person: new Map(rowsNow().person) };
    const { base64 } = await exported();
    const edited = await withCells(base64, [
      [1, 'Title', 'Extract master files'],
      [2, 'Duration', 45],
      [3, 'T offset', 'T+02:00'],
      [4, 'Start (', '2025-11-22 03:15'],
      [5, 'Owners', 'L. Costa'],
      [6, 'Stream', 'Validation'],
      [7, 'Predecessors', 'T-006 SS +15m'],
      [8, 'Detail', "'=not a formula"],
      [9, 'Timing', 'fixed'],
      [10, 'Run in', 'mock only'],
    ]);
    const wish = { goLiveId: goLive.id, fileName: 'plan.xlsx', base64: edited };
    const preview = await client.exchange.previewFile.mutate(wish);
    if (!preview.ok) throw new Error(preview.refusal.reason);
    expect(preview.problems).toEqual([]);
    expect(preview.lines).toHaveLength(10);
    expect(preview.impact.join(', ')).toMatch(/tasks? moves?/);
    expect(preview).toMatchObject({ taken: 10, conflicts: 0, refusal: null, missing: [] });
    expect(preview.lines[6]).toMatchObject({ what: 'link changed', ref: 'T-007', was: 'T-006', becomes: 'T-006 SS +15m' });
    expect(rowsNow().task).toEqual(before.task);

    const taken = await client.exchange.takeFile.mutate(wish);
    if (!taken.ok) throw new Error(taken.refusal.reason);
    const entry = at().host.record.journal.at(taken.seq);
    expect(entry?.changes).toHaveLength(10);
    expect(rowsNow().task.get(idOf(8))?.detail).toBe('=not a formula');
    expect(rowsNow().task.get(idOf(4))?.startOffset).toBe(Date.UTC(2025, 10, 22, 2, 15) - NOW);

    const undone = await client.journal.undo.mutate({ goLiveId: goLive.id, seq: taken.seq });
    expect(undone.ok).toBe(true);
    expect(rowsNow().task).toEqual(before.task);
    expect(rowsNow().link).toEqual(before.link);
    expect(rowsNow().person).toEqual(before.person);
    expect(at().host.record.verify().faults).toEqual([]);
  }, 30_000);

  test('a file that nobody edited changes nothing, and says so', async () => {
    for (const format of ['xlsx', 'csv'] as const) {
      const { base64 } = await exported(format);
      const wish = { goLiveId: goLive.id, fileName: `plan.${format}`, base64 };
      const preview = await client.exchange.previewFile.mutate(wish);
      expect(preview).toMatchObject({ ok: true, lines: [], problems: [], taken: 0, impact: [], refusal: { code: 'nothing-changed' } });
      expect(await client.exchange.takeFile.mutate(wish)).toMatchObject({ ok: false, refusal: { code: 'nothing-changed' } });
    }
  }, 30_000);

  test('what changed in both the file and the record is named, and the record stays unless the file is to win', async () => {
    const { base64 } = await exported();
    await client.runbook.editTask.mutate({ goLiveId: goLive.id, taskId: idOf(12), title: 'Renamed here' });
    await client.runbook.editTask.mutate({ goLiveId: goLive.id, taskId: idOf(13), title: 'Only changed here' });
    const edited = await withCells(base64, [[12, 'Title', 'Renamed in the file']]);
    const wish = { goLiveId: goLive.id, fileName: 'plan.xlsx', base64: edited };
    const preview = await client.exchange.previewFile.mutate(wish);
    expect(preview).toMatchObject({
      taken: 0,
      conflicts: 1,
      lines: [{ ref: 'T-012', was: 'Task 12', becomes: 'Renamed in the file', here: 'Renamed here' }],
    });
    expect((await client.exchange.takeFile.mutate(wish)).ok).toBe(false);
    expect((await client.exchange.takeFile.mutate({ ...wish, fileWins: true })).ok).toBe(true);
    expect(rowsNow().task.get(idOf(12))?.title).toBe('Renamed in the file');
    expect(rowsNow().task.get(idOf(13))?.title).toBe('Only changed here');
  }, 30_000);

  test('whose is taken is chosen line by line, and a line that stays is told as such', async () => {
    const { base64 } = await exported();
    for (const n of [14, 15]) await client.runbook.editTask.mutate({ goLiveId: goLive.id, taskId: idOf(n), title: `Here ${n}` });
    const edited = await withCells(base64, [
      [13, 'Stream', 'Validation'],
      [14, 'Title', 'There 14'],
      [15, 'Title', 'There 15'],
    ]);
    const wish = { goLiveId: goLive.id, fileName: 'plan.xlsx', base64: edited };
    const preview = await client.exchange.previewFile.mutate(wish);
    if (!preview.ok) throw new Error(preview.refusal.reason);
    expect(preview.lines.map(({ ref, here, isTaken }) => [ref, here, isTaken])).toEqual([
      ['T-014', 'Here 14', false],
      ['T-015', 'Here 15', false],
      ['T-013', null, true],
    ]);
    const chosen = { ...wish, fileWins: [preview.lines[1]?.key ?? ''] };
    expect(await client.exchange.previewFile.mutate(chosen)).toMatchObject({ taken: 2, conflicts: 2 });
    expect((await client.exchange.takeFile.mutate(chosen)).ok).toBe(true);
    expect([14, 15].map((n) => rowsNow().task.get(idOf(n))?.title)).toEqual(['Here 14', 'There 15']);
  }, 30_000);

  test('what was looked at is what is made: a plan that moved since is refused, and the answer counts the changes', async () => {
    const { base64 } = await exported();
    const edited = await withCells(base64, [
      [16, 'Title', 'Mine 16'],
      [17, 'Title', 'Mine 17'],
    ]);
    const wish = { goLiveId: goLive.id, fileName: 'plan.xlsx', base64: edited, fileWins: true };
    const looked = await client.exchange.previewFile.mutate(wish);
    if (!looked.ok) throw new Error(looked.refusal.reason);
    await client.runbook.editTask.mutate({ goLiveId: goLive.id, taskId: idOf(16), title: 'Ana 16' });
    const refused = await client.exchange.takeFile.mutate({ ...wish, seen: looked.seen });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'plan-moved', reason: expect.stringContaining('Nothing was changed') } });
    expect([16, 17].map((n) => rowsNow().task.get(idOf(n))?.title)).toEqual(['Ana 16', 'Task 17']);

    const careful = { ...wish, fileWins: false };
    const again = await client.exchange.previewFile.mutate(careful);
    if (!again.ok) throw new Error(again.refusal.reason);
    await client.runbook.editTask.mutate({ goLiveId: goLive.id, taskId: idOf(18), title: 'Of no matter to the file' });
    expect(await client.exchange.takeFile.mutate({ ...careful, seen: again.seen })).toMatchObject({ ok: true, taken: 1 });
    expect([16, 17].map((n) => rowsNow().task.get(idOf(n))?.title)).toEqual(['Ana 16', 'Mine 17']);
    expect(await client.exchange.previewFile.mutate(careful)).toMatchObject({
      conflicts: 1,
      taken: 0,
      refusal: { code: 'nothing-changed', reason: expect.stringContaining('theirs is taken') },
    });
  }, 30_000);

  test('a circle through a group is refused before anything is made, with its path', async () => {
    const { base64 } = await exported();
    const grouped = await withCells(base64, [
      [20, 'Kind', 'group'],
      [21, 'Group', 'T-020'],
    ]);
    const wish = { goLiveId: goLive.id, fileName: 'plan.xlsx', base64: grouped };
    const before = rowsNow().task;
    const preview = await client.exchange.previewFile.mutate(wish);
    expect(preview).toMatchObject({ ok: true, refusal: { code: 'cycle', reason: expect.stringContaining('T-020 → T-021 → T-020') } });
    expect(await client.exchange.takeFile.mutate(wish)).toMatchObject({ ok: false, refusal: { code: 'cycle' } });
    expect(rowsNow().task).toEqual(before);
  }, 30_000);

  test('only managers bring a file in; viewers may export', async () => {
    const { base64 } = await exported('csv');
    const member = at().join('member');
    await expect(member.exchange.takeFile.mutate({ goLiveId: goLive.id, fileName: 'plan.csv', base64 })).rejects.toThrow(
      /needs the role manager/,
    );
    const viewer = at().join('viewer');
    expect(await viewer.exchange.exportPlan.query({ goLiveId: goLive.id, format: 'csv', stream: 'Data' })).toMatchObject({
      ok: true,
      tasks: 15,
    });
  }, 30_000);

  test('a project file comes back without a change, and tasks are saved as a calendar', async () => {
    const project = await client.exchange.exportPlan.query({ goLiveId: goLive.id, format: 'project' });
    if (!project.ok) throw new Error(project.refusal.reason);
    expect(project.fileName).toMatch(/\.xml$/);
    const back = await client.exchange.previewFile.mutate({ goLiveId: goLive.id, fileName: project.fileName, base64: project.base64 });
    expect(back).toMatchObject({ ok: true, lines: [], problems: [], refusal: { code: 'nothing-changed' } });
    const calendar = await client.exchange.exportCalendar.query({ goLiveId: goLive.id, of: { stream: 'Data' }, times: 'planned' });
    if (!calendar.ok) throw new Error(calendar.refusal.reason);
    expect(calendar.tasks).toBe(15);
    expect(Buffer.from(calendar.base64, 'base64').toString()).toContain(`UID:${idOf(2)}@gantry`);
    expect(await client.exchange.exportCalendar.query({ goLiveId: goLive.id, of: 'communication' })).toMatchObject({
      ok: false,
      refusal: { code: 'no-tasks' },
    });
  }, 30_000);
});
