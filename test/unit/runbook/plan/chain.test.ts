import { describe, expect, test } from 'vitest';
import { findTask } from '../../../../renderer/boards/runbook/plan/find-task.ts';
import { noDrafts, withCells, withNewRows } from '../../../../renderer/boards/runbook/plan/plan-drafts.ts';
import { unsavedOf } from '../../../../renderer/boards/runbook/plan/unsaved.ts';
import { cellTexts } from '../../../../shared/domain/runbook/plan/cells.ts';
import { chainEdits, chainOrder } from '../../../../shared/domain/runbook/plan/chain.ts';
import { editTasks } from '../../../../shared/domain/runbook/plan/edit-tasks.ts';
import { aGoLive, aLink, anAct, aTask, idOf, rowsAfter, rowsWith, T_ZERO } from '../../../support/builders.ts';

const ids = [1, 2, 3, 4].map(idOf);
const rows = rowsWith({
  goLive: [aGoLive()],
  task: [
    aTask({ id: idOf(9), ref: 'T-009', kind: 'group', title: 'Data', position: 5 }),
    ...ids.map((id, at) =>
      aTask({ id, ref: `T-00${at + 1}`, title: ['Freeze entry', 'Take backup', 'Load data', 'Load history'][at], position: 10 * (at + 1) }),
    ),
  ],
  link: [aLink(idOf(2), idOf(3))],
});

describe('a chain', () => {
  test('links each task after the one before it in the plan, and leaves what is linked already', () => {
    const chain = chainOrder(rows, [...ids.toReversed(), idOf(9)]);
    expect(chain.map(({ ref }) => ref)).toEqual(['T-001', 'T-002', 'T-003', 'T-004']);
    const edits = chainEdits(rows, chain);
    expect(edits.map(({ taskId }) => taskId)).toEqual([idOf(2), idOf(4)]);
    const after = rowsAfter(rows, editTasks(rows, { edits, added: [] }, anAct()));
    expect([...after.link.values()].map(({ fromId, toId, kind }) => [fromId, toId, kind]).sort()).toEqual(
      [1, 2, 3].map((at) => [idOf(at), idOf(at + 1), 'FS']),
    );
  });
});

describe('a task is found', () => {
  test('by its reference, by words of its title, and not while several could be meant', () => {
    expect(findTask(rows, 't-002', idOf(1)).task?.ref).toBe('T-002');
    expect(findTask(rows, 'backup', idOf(1)).task?.ref).toBe('T-002');
    expect(findTask(rows, 'load', idOf(1))).toMatchObject({ task: null, count: 2, others: [{ ref: 'T-003' }, { ref: 'T-004' }] });
    expect(findTask(rows, 'nothing', idOf(1))).toEqual({ task: null, others: [], count: 0 });
  });
});

test('a row after a new one that cannot be saved yet is kept back with it', () => {
  const { drafts, keys } = withNewRows(noDrafts, { parentId: null, behindId: null }, 2);
  const [one = '', two = ''] = keys;
  const draft = (text: string) => ({ text, was: undefined, isSure: true });
  const typed = withCells(drafts, [
    { row: one, field: 'title', draft: draft('One') },
    { row: one, field: 'ownerIds', draft: draft('Nobody we know') },
    { row: two, field: 'title', draft: draft('Two') },
    { row: two, field: 'after', draft: draft(one) },
  ]);
  const { command, rows: count } = unsavedOf(rows, typed, cellTexts(rows, { zone: 'UTC', tZeroAt: T_ZERO }, keys));
  expect([command.added, count]).toEqual([[], 2]);
});
