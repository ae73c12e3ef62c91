/** What an edited file would change, and what is said of rows that cannot be taken. */
import { describe, expect, it } from 'vitest';
import { insert } from '../../../shared/base/change.ts';
import { planFile } from '../../../shared/domain/runbook/exchange/plan-file.ts';
import { rowsAt } from '../../../shared/domain/runbook/exchange/rows-at.ts';
import { takeFile } from '../../../shared/domain/runbook/exchange/take-file.ts';
import { planOrder } from '../../../shared/domain/runbook/plan/order.ts';
import { task as tasks } from '../../../shared/domain/runbook/schema.ts';
import { applyChanges, type Rows } from '../../../shared/domain/tables.ts';
import { undoEntry } from '../../../shared/domain/undo.ts';
import { anAct, changesOf, HOUR, idOf, MINUTE, rowsAfter, rowsWith } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';
import { added, aPlan, bytesOf, careful, diffOf, type Edit, edited, link, lists, reasons, sheetOf, task } from './plans.ts';

const plan = aPlan();
const sheet = await sheetOf(await bytesOf(plan, 'xlsx'));
const withCells = (...cells: readonly Edit[]) => diffOf(plan, edited(sheet, cells));
const take = (rows: Rows, diff: ReturnType<typeof diffOf>) => takeFile(rows, diff, careful, 'From plan.xlsx', anAct());

describe('a cell that means the same', () => {
  it.each<Edit>([
    [2, 'Duration', '0:30'],
    [2, 'Duration', { spanMs: 30 * MINUTE }],
    [2, 'Duration', '0.5 h'],
    [2, 'T offset', 't-1:30'],
    [2, 'Start (', '21.11.2026 20:30'],
    [2, 'Start (', { date: { year: 2026, month: 11, day: 21, hour: 20, minute: 30, second: 0 } }],
    [4, 'Predecessors', 't-003 ss+90.5s, T-002 FF - 1h'],
    [3, 'Owners', 'l. costa; J. Novak [00000103]'],
    [2, 'Kind', 'TASK'],
    [2, 'Starts itself', ''],
  ])('row %i, %s: %j is no change', (...cell) => {
    const diff = withCells(cell);
    expect(diff.problems).toEqual([]);
    expect(diff.lines).toEqual([]);
  });
});

describe('a start that a spreadsheet holds as a date', () => {
  it.each<Edit>([
    [2, 'Start (', 46_347.5],
    [2, 'Start (', { date: { year: 2026, month: 11, day: 21, hour: 12, minute: 0, second: 0 } }],
  ])('row %i, %s: %j is told as a time', (...cell) => {
    const diff = withCells(cell);
    expect(diff.problems).toEqual([]);
    expect(diff.lines).toMatchObject([{ column: expect.stringMatching(/^Start/), was: '2026-11-21 20:30', becomes: '2026-11-21 12:00' }]);
  });

  it('is one in the column of T offsets too', () => {
    const diff = withCells([2, 'T offset', 46_347.5]);
    expect(diff.problems).toEqual([]);
    expect(diff.lines).toMatchObject([{ column: 'T offset', was: 'T-01:30', becomes: 'T-10:00' }]);
  });
});

describe('links', () => {
  it('are added, changed and removed one by one, and one undo gives them back', () => {
    const diff = withCells([4, 'Predecessors', 'T-002 FF -2h; T-001']);
    expect(diff.lines.map(({ what, was, becomes }) => [what, was, becomes])).toEqual([
      ['link changed', 'T-002 FF -60m', 'T-002 FF -120m'],
      ['link added', '', 'T-001'],
      ['link removed', 'T-003 SS +90.5s', ''],
    ]);
    const verdict = take(plan, diff);
    const after = rowsAfter(plan, verdict);
    const back = undoEntry(after, anEntry('plan.exchange', changesOf(verdict)), []);
    expect(new Map([...rowsAfter(after, back).link].sort())).toEqual(new Map([...plan.link].sort()));
  });

  it('that close a circle through mixed kinds are refused with the path', () => {
    const verdict = take(plan, withCells([2, 'Predecessors', 'T-004 SF']));
    expect(verdict.ok || verdict.refusal).toMatchObject({
      code: 'cycle',
      reason: expect.stringContaining('T-002 → T-003 SS → T-004 SF → T-002.'),
    });
  });

  it('that close a circle through a group are refused with the path, as everywhere in the app', () => {
    const verdict = take(plan, withCells([1, 'Predecessors', 'T-003']));
    expect(verdict.ok || verdict.refusal).toMatchObject({ code: 'cycle', reason: expect.stringMatching(/T-003 → T-001|T-001 → T-003/) });
  });

  it('to a task there is not are told with row and column', () => {
    expect(reasons(withCells([4, 'Predecessors', 'T-099 SS']))).toEqual([
      [5, 'Predecessors', 'refused', 'There is no task T-099 to come before this one.'],
    ]);
  });
});

describe('rows that are added', () => {
  it('at the end become tasks behind the others, linked and grouped by the words they go by', () => {
    const rows = [
      ...sheet.rows,
      added(sheet, { Ref: 'CLEAN', Title: 'Clean up', Kind: 'group' }, 91),
      added(sheet, { Ref: 'x', Title: "'=1+1", Group: 'clean', Duration: 5, Predecessors: 'T-004; y FF', Owners: 'New Person' }, 92),
      added(sheet, { Ref: 'y', Title: 'Archive', Group: 'CLEAN', 'T offset': 'T+03:00' }, 93),
    ];
    const diff = diffOf(plan, { ...sheet, rows });
    expect(diff.problems).toEqual([]);
    expect(diff.lines.map(({ what }) => what)).toEqual(['added', 'added', 'added']);
    expect(diff.newPeople).toEqual(['New Person']);
    const after = rowsAfter(plan, take(plan, diff));
    const made = [...after.task.values()].slice(4);
    expect(planOrder(after).map(({ task: { ref }, depth }) => [ref, depth])).toEqual([
      ['T-001', 0],
      ['T-002', 1],
      ['T-003', 1],
      ['T-004', 0],
      ['T-005', 0],
      ['T-006', 1],
      ['T-007', 1],
    ]);
    expect(made.map(({ ref, title, kind }) => [ref, title, kind])).toEqual([
      ['T-005', 'Clean up', 'group'],
      ['T-006', '=1+1', 'task'],
      ['T-007', 'Archive', 'task'],
    ]);
    expect(made[1]).toMatchObject({ parentId: made[0]?.id, durationMs: 5 * MINUTE });
    expect(made[2]).toMatchObject({ parentId: made[0]?.id, startOffset: 3 * HOUR });
    expect([...after.link.values()].slice(3).map(({ fromId, kind }) => [after.task.get(fromId)?.ref, kind])).toEqual([
      ['T-004', 'FS'],
      ['T-007', 'FF'],
    ]);
    const back = undoEntry(after, anEntry('plan.exchange', changesOf(take(plan, diff))), []);
    expect(back.ok).toBe(true);
  });

  it('stand where they stand in the file, and make room where there is none', () => {
    const at = (row: number, ...rows: readonly (typeof sheet.rows)[number][]) => sheet.rows.toSpliced(row, 0, ...rows);
    const orderWith = (rows: typeof sheet.rows, before = plan) => {
      const after = rowsAfter(before, take(before, diffOf(before, { ...sheet, rows })));
      const order = planOrder(after).map(({ task: each }) => each);
      expect(order.map(({ position }) => position)).toEqual(order.map(({ position }) => position).sort((a, b) => a - b));
      return order.map(({ title }) => title).join(', ');
    };
    expect(orderWith(at(0, added(sheet, { Title: 'New' }, 91)))).toBe('New, Data, Extract, =SUM(A1), Check');
    expect(orderWith(at(1, added(sheet, { Title: 'New', Group: 'T-001' }, 91)))).toBe('Data, New, Extract, =SUM(A1), Check');
    expect(orderWith(at(2, added(sheet, { Title: 'A', Group: 'T-001' }, 91), added(sheet, { Title: 'B', Group: 'T-001' }, 92)))).toBe(
      'Data, Extract, A, B, =SUM(A1), Check',
    );
    expect(orderWith(at(2, added(sheet, { Title: 'In no group' }, 91)))).toBe('Data, Extract, =SUM(A1), In no group, Check');
    expect(orderWith(at(4, added(sheet, { Title: 'Elsewhere', Group: 'T-001' }, 91)))).toBe('Data, Extract, =SUM(A1), Elsewhere, Check');
    const spacious = rowsWith({
      ...lists(plan),
      task: [...plan.task.values()].map((each) => ({ ...each, position: each.position * 1_000 })),
    });
    expect(orderWith(at(2, added(sheet, { Title: 'New', Group: 'T-001' }, 91)), spacious)).toBe('Data, Extract, New, =SUM(A1), Check');
    const changes = changesOf(
      take(spacious, diffOf(spacious, { ...sheet, rows: at(2, added(sheet, { Title: 'New', Group: 'T-001' }, 91)) })),
    );
    expect(changes.map(({ set }) => set?.position)).toEqual([2_500]);
  });

  it('without a title, or by the reference of another task, are refused', () => {
    const rows = [...sheet.rows, added(sheet, { Detail: 'lost' }, 91), added(sheet, { Ref: 'T-002', Title: 'Copy' }, 92)];
    expect(reasons(diffOf(plan, { ...sheet, rows })).map(([row, column]) => [row, column])).toEqual([
      [91, 'Title'],
      [92, 'Ref'],
    ]);
  });

  it('that hang on a row that cannot be read are taken without it when the person goes on', () => {
    const rows = [
      ...sheet.rows,
      added(sheet, { Ref: 'G', Title: 'G', Kind: 'groop' }, 91),
      added(sheet, { Title: 'In it', Group: 'G', Predecessors: 'G' }, 92),
    ];
    const diff = diffOf(plan, { ...sheet, rows });
    const after = rowsAfter(plan, takeFile(plan, diff, { skipsRefused: true }, '', anAct()));
    expect([...after.task.values()].at(-1)).toMatchObject({ title: 'In it', parentId: null });
    expect(after.link.size).toBe(plan.link.size);
  });
});

describe('rows that are deleted', () => {
  const without = { ...sheet, rows: sheet.rows.filter((_, at) => at !== 1) };

  it('remove their tasks with their links only when the person says so', () => {
    const asked = diffOf(plan, without);
    expect(asked.missing.map(({ ref }) => ref)).toEqual(['T-002']);
    expect(asked.lines).toEqual([]);
    const diff = diffOf(plan, without, { removesMissing: true });
    expect(diff.lines).toMatchObject([{ what: 'removed', ref: 'T-002' }]);
    const verdict = take(plan, diff);
    const after = rowsAfter(plan, verdict);
    expect([after.task.size, after.link.size]).toEqual([3, 1]);
    const back = rowsAfter(after, undoEntry(after, anEntry('plan.exchange', changesOf(verdict)), []));
    expect([...back.task.values()].sort((a, b) => a.position - b.position)).toEqual([...plan.task.values()]);
  });

  it('never remove a task that was worked, nor in a file of some tasks', async () => {
    const worked = rowsWith({
      ...lists(plan),
      task: [...plan.task.values()].map((each) =>
        each.ref === 'T-002' ? { ...each, status: 'finished' as const, actualStart: 1, actualEnd: 2 } : each,
      ),
    });
    expect(diffOf(worked, without, { removesMissing: true }).missing).toEqual([]);
    const some = await sheetOf(await bytesOf(plan, 'csv', 'Validation'), 'plan.csv');
    expect(diffOf(plan, some, { removesMissing: true }).missing).toEqual([]);
  });
});

describe('what changed here since the export', () => {
  const since = [
    anEntry('task.edit', [
      { table: 'task', id: idOf(2), set: { title: 'Here', stream: 'Apps' }, was: { title: 'Extract', stream: 'Data' } },
    ]),
  ];
  const now = applyChanges(plan, since[0]?.changes ?? []);

  it('stays, and what both changed is named', () => {
    expect(rowsAt(now, since).task.get(idOf(2))).toEqual(plan.task.get(idOf(2)));
    const file = edited(sheet, [
      [2, 'Title', 'There'],
      [2, 'Detail', 'More'],
    ]);
    const diff = diffOf(now, file, {}, rowsAt(now, since));
    expect(diff.lines).toMatchObject([
      { column: 'Title', was: 'Extract', becomes: 'There', here: 'Here' },
      { column: 'Detail', here: null },
    ]);
    expect(rowsAfter(now, take(now, diff)).task.get(idOf(2))).toMatchObject({ title: 'Here', detail: 'More', stream: 'Apps' });
    const wins = diffOf(now, file, { fileWins: true }, rowsAt(now, since));
    expect(rowsAfter(now, take(now, wins)).task.get(idOf(2))).toMatchObject({ title: 'There', stream: 'Apps' });
  });

  it('is settled line by line: the file wins where its line is named, and nowhere else', () => {
    const here = applyChanges(now, [
      { table: 'task', id: idOf(4), set: { title: 'Checked here' }, was: { title: 'Check' } },
      { table: 'link', id: idOf(13), set: { lagMs: 0 }, was: { lagMs: -60 * MINUTE } },
    ]);
    const file = edited(sheet, [
      [2, 'Title', 'There'],
      [4, 'Title', 'Checked there'],
      [4, 'Predecessors', 'T-003 SS +90.5s; T-002 FF +5m'],
    ]);
    const conflicts = diffOf(here, file, {}, plan).lines;
    expect(conflicts.map(({ ref, column, here: record, isTaken }) => [ref, column, record, isTaken])).toEqual([
      ['T-002', 'Title', 'Here', false],
      ['T-004', 'Title', 'Checked here', false],
      ['T-004', 'Predecessors', 'T-002 FF', false],
    ]);
    expect(new Set(conflicts.map(({ key }) => key)).size).toBe(3);
    const some = diffOf(here, file, { fileWins: conflicts.slice(1).map(({ key }) => key) }, plan);
    expect(some.lines.map(({ isTaken }) => isTaken)).toEqual([false, true, true]);
    const after = rowsAfter(here, take(here, some));
    expect([idOf(2), idOf(4)].map((id) => after.task.get(id)?.title)).toEqual(['Here', 'Checked there']);
    expect(after.link.get(idOf(13))?.lagMs).toBe(5 * MINUTE);
  });

  it('keeps a task whose row was deleted in the file, unless the file wins there', () => {
    const without = { ...sheet, rows: sheet.rows.filter((_, at) => at !== 1) };
    const [line] = diffOf(now, without, { removesMissing: true }, plan).lines;
    expect(line).toMatchObject({ what: 'removed', ref: 'T-002', here: 'Title, Stream', isTaken: false });
    expect(diffOf(now, without, { removesMissing: true }, plan).changes.removed).toEqual([]);
    const chosen = diffOf(now, without, { removesMissing: true, fileWins: [line?.key ?? ''] }, plan);
    expect(chosen.changes.removed.map(({ ref }) => ref)).toEqual(['T-002']);
    const same = diffOf(plan, without, { removesMissing: true }, plan);
    expect(same.lines).toMatchObject([{ what: 'removed', here: null, isTaken: true }]);
  });

  it('the same change made on both sides is none', () => {
    expect(diffOf(now, edited(sheet, [[2, 'Title', 'Here']]), {}, rowsAt(now, since)).lines).toEqual([]);
  });

  it('a task added here is not missing, one removed here is passed over', () => {
    const made = task(9);
    const later = applyChanges(plan, [insert(tasks, made)]);
    expect(diffOf(later, sheet, { removesMissing: true }, plan).missing).toEqual([]);
    const gone = rowsWith({ ...lists(plan), task: [...plan.task.values()].filter(({ ref }) => ref !== 'T-004'), link: [link(11, 2, 3)] });
    const diff = diffOf(gone, sheet, {}, plan);
    expect(diff.lines).toEqual([]);
    expect(reasons(diff)).toEqual([[5, 'Gantry id', 'warning', 'T-004 was removed here since the export; its row is passed over.']]);
  });
});

describe('a file as a whole', () => {
  const goLive = { ref: 'GL-001', zone: 'Europe/Prague' };
  const headed = (head: string) => planFile({ ...sheet, columns: sheet.columns.map((each, at) => (at === 0 ? head : each)) }, goLive);
  const codeOf = (read: ReturnType<typeof planFile>) => (read.ok ? 'read' : read.refusal.code);

  it('that is no export, of another go-live or of another version is refused', () => {
    expect(codeOf(headed('Id'))).toBe('not-an-export');
    expect(codeOf(planFile(sheet, { ...goLive, ref: 'GL-002' }))).toBe('other-go-live');
    expect(codeOf(headed((sheet.columns[0] ?? '').replace('format 1', 'format 2')))).toBe('other-version');
    expect(codeOf(headed('Gantry id'))).toBe('read');
  });

  it('may be sorted, have columns deleted and others added', () => {
    const keep = ['Gantry id', 'Title', 'Duration'].map((head) => sheet.columns.findIndex((each) => each.startsWith(head)));
    const rows = sheet.rows
      .toReversed()
      .map(({ cells }, at) => ({ number: at + 2, cells: [...keep.map((column) => cells[column] ?? ''), 'mine'] }));
    const diff = diffOf(plan, { ...sheet, rows, columns: [...keep.map((column) => sheet.columns[column] ?? ''), 'Cost centre'] });
    expect(diff.lines).toEqual([]);
    expect(diff.problems).toEqual([]);
    expect(diff.missing).toEqual([]);
  });
});
