import { describe, expect, test } from 'vitest';
import { EditTasks, type EditTasksCommand } from '../../../../shared/domain/runbook/plan/commands.ts';
import { conflictsOf } from '../../../../shared/domain/runbook/plan/conflicts.ts';
import { editTasks } from '../../../../shared/domain/runbook/plan/edit-tasks.ts';
import { planOrder, withRoom } from '../../../../shared/domain/runbook/plan/order.ts';
import { applyChanges, type Rows } from '../../../../shared/domain/tables.ts';
import {
  aGoLive,
  anAct,
  aPerson,
  aTask,
  changesOf,
  goLiveId,
  idOf,
  MINUTE,
  refusalOf,
  rowsAfter,
  rowsWith,
} from '../../../support/builders.ts';

const [a, b, c] = [1, 2, 3].map((at) => aTask({ id: idOf(200 + at), ref: `T-00${at}`, title: `Task ${at}`, position: at * 10 })) as [
  ReturnType<typeof aTask>,
  ReturnType<typeof aTask>,
  ReturnType<typeof aTask>,
];
const link = (from: { id: string }, to: { id: string }, at: number) => ({
  id: idOf(800 + at),
  goLiveId,
  fromId: from.id,
  toId: to.id,
  kind: 'FS' as const,
  lagMs: 0,
});
const plan = rowsWith({ goLive: [aGoLive()], person: [aPerson()], task: [a, b, c], link: [link(a, b, 1)] });
const edits = (...list: EditTasksCommand['edits']): EditTasksCommand => ({ edits: list, added: [] });
const edit = (task: { id: string }, was: object, set: object) => ({ taskId: task.id, was, set });
const added = (key: string, title: string, given: Partial<EditTasksCommand['added'][number]> = {}, values: object = {}) => ({
  key,
  parentId: null,
  behindId: null,
  ...given,
  values: { title, kind: 'task' as const, ...values },
});
const refusalText = (rows: Rows, command: EditTasksCommand) => {
  const verdict = editTasks(rows, command, anAct());
  return verdict.ok ? '' : verdict.refusal.reason;
};

describe('edits', () => {
  test('many tasks are edited by one act', () => {
    const after = rowsAfter(
      plan,
      editTasks(plan, edits(edit(a, { stream: '' }, { stream: 'Data' }), edit(b, { durationMs: 0 }, { durationMs: MINUTE })), anAct()),
    );
    expect([after.task.get(a.id)?.stream, after.task.get(b.id)?.durationMs]).toEqual(['Data', MINUTE]);
  });

  test('what somebody else changed meanwhile is a conflict, and nothing is saved', () => {
    const theirs = rowsAfter(plan, editTasks(plan, edits(edit(a, { title: 'Task 1' }, { title: 'Theirs' })), anAct()));
    const mine = edits(edit(a, { title: 'Task 1' }, { title: 'Mine' }), edit(b, { stream: '' }, { stream: 'Data' }));
    expect(refusalOf(editTasks(theirs, mine, anAct()))).toBe('conflict');
    expect(conflictsOf(theirs, mine.edits)).toEqual([{ taskId: a.id, field: 'title', was: 'Task 1', here: 'Theirs', wanted: 'Mine' }]);
  });

  test('another field of the same task, and the same change by both, are no conflict', () => {
    const theirs = rowsAfter(plan, editTasks(plan, edits(edit(a, { title: 'Task 1' }, { title: 'Same' })), anAct()));
    expect(conflictsOf(theirs, [edit(a, { stream: '' }, { stream: 'Data' }), edit(a, { title: 'Task 1' }, { title: 'Same' })])).toEqual([]);
  });

  test('a task that was removed meanwhile is a conflict of the whole row', () => {
    expect(conflictsOf(plan, [edit({ id: idOf(999) }, {}, { title: 'Gone' })])).toMatchObject([{ field: null }]);
  });

  test('predecessors are read in any order and seen as one field', () => {
    const was = { after: [{ fromId: a.id, kind: 'FS', lagMs: 0 }] };
    const set = { after: [{ fromId: a.id, kind: 'SS', lagMs: MINUTE }] };
    const changes = changesOf(editTasks(plan, edits(edit(b, was, set) as never), anAct()));
    expect(changes).toEqual([{ table: 'link', id: idOf(801), set: { kind: 'SS', lagMs: MINUTE }, was: { kind: 'FS', lagMs: 0 } }]);
    expect(conflictsOf(plan, [edit(b, { after: [] }, set) as never])).toMatchObject([{ field: 'after' }]);
  });

  test('a circle is named as a path', () => {
    const closing = edits(edit(a, { after: [] }, { after: [{ fromId: b.id, kind: 'FS', lagMs: 0 }] }));
    expect(refusalOf(editTasks(plan, closing, anAct()))).toBe('cycle');
    expect(refusalText(plan, closing)).toMatch(/T-001 → T-002 → T-001|T-002 → T-001 → T-002/);
  });

  test.each([
    [{ ownerIds: [] }, { ownerIds: [idOf(777)] }, 'T-001, Owners: An owner is not in the roster'],
    [{ timing: 'not before' }, { timing: 'fixed' }, 'T-001, Timing: A fixed start needs'],
    [{ shortestMs: null }, { shortestMs: MINUTE }, 'T-001, Shortest: Shortest, duration and longest are not in order'],
    [{ after: [] }, { after: [{ fromId: idOf(777), kind: 'FS', lagMs: 0 }] }, 'T-001, Predecessors: A predecessor is not in this plan'],
    [{ after: [] }, { after: [{ fromId: a.id, kind: 'FS', lagMs: 0 }] }, 'T-001, Predecessors: A task cannot come before itself'],
  ])('row and column are named: %j', (was, set, says) => {
    expect(refusalText(plan, edits(edit(a, was, set) as never))).toContain(says);
  });

  test('a worked task cannot become a group', () => {
    const worked = rowsWith({ goLive: [aGoLive()], task: [{ ...a, status: 'in progress', actualStart: 1 }] });
    expect(refusalText(worked, edits(edit(a, { kind: 'task' }, { kind: 'group' })))).toContain('cannot become a group');
    const blocked = rowsWith({ goLive: [aGoLive()], task: [{ ...a, status: 'blocked', blockedAt: 1 }] });
    expect(refusalText(blocked, edits(edit(a, { kind: 'task' }, { kind: 'group' })))).toContain('cannot become a group');
  });

  test('a negative duration and a text that is too long do not pass the door', () => {
    expect(EditTasks.safeParse(edits(edit(a, {}, { durationMs: -1 }))).success).toBe(false);
    expect(EditTasks.safeParse(edits(edit(a, {}, { title: 'x'.repeat(201) }))).success).toBe(false);
  });
});

describe('new rows', () => {
  const titles = (rows: Rows) => planOrder(rows).map(({ task, depth }) => `${'>'.repeat(depth)}${task.title}`);

  test('stand behind the row they were inserted at, in their order, and may name each other', () => {
    const rows = rowsAfter(
      plan,
      editTasks(
        plan,
        {
          edits: [],
          added: [
            added('n1', 'First', { behindId: a.id }),
            added('n2', 'Second', { behindId: 'n1' }, { after: [{ fromId: 'n1', kind: 'FS', lagMs: 0 }] }),
          ],
        },
        anAct(),
      ),
    );
    expect(titles(rows)).toEqual(['Task 1', 'First', 'Second', 'Task 2', 'Task 3']);
    expect([...rows.link.values()].map(({ fromId, toId }) => [rows.task.get(fromId)?.title, rows.task.get(toId)?.title])).toContainEqual([
      'First',
      'Second',
    ]);
    expect([...rows.task.values()].map(({ ref }) => ref)).toEqual(['T-001', 'T-002', 'T-003', 'T-004', 'T-005']);
  });

  test('may stand in a group that is new too', () => {
    const rows = rowsAfter(
      plan,
      editTasks(
        plan,
        { edits: [], added: [added('in', 'Inside', { parentId: 'g' }), added('g', 'Group', { behindId: c.id }, { kind: 'group' })] },
        anAct(),
      ),
    );
    expect(titles(rows)).toEqual(['Task 1', 'Task 2', 'Task 3', 'Group', '>Inside']);
  });

  test('two rows with one id are named', () => {
    expect(refusalText(plan, { edits: [], added: [added('n', 'One'), added('n', 'Two')] })).toContain('Two new rows have one id');
  });

  test('more rows than one act adds are refused with the bound', () => {
    const many = Array.from({ length: 15_000 }, (_, at) => added(`n${at}`, `Row ${at}`));
    expect(EditTasks.safeParse({ edits: [], added: many }).error?.issues[0]?.message).toContain('5000');
  });

  test('where the tasks stand too close the plan is moved apart, and stays in order', () => {
    const close = rowsWith({ goLive: [aGoLive()], task: [a, b, c].map((task, position) => ({ ...task, position })) });
    const many = Array.from({ length: 3_000 }, (_, at) => added(`n${at}`, `Row ${at}`, { behindId: at === 0 ? a.id : `n${at - 1}` }));
    const { room, verdict } = withRoom(close, (rows) => editTasks(rows, { edits: [], added: many }, anAct()));
    if (!room?.ok) throw new Error('no room was made');
    const rows = applyChanges(applyChanges(close, room.value.changes), changesOf(verdict));
    const shown = titles(rows);
    expect([shown[0], shown[1], shown[3_000], shown[3_001], shown.at(-1)]).toEqual(['Task 1', 'Row 0', 'Row 2999', 'Task 2', 'Task 3']);
  });
});
