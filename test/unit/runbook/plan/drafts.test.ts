import { expect, test } from 'vitest';
import { type CellDraft, noDrafts, withCells, withNewRows } from '../../../../renderer/boards/runbook/plan/plan-drafts.ts';
import { idsOfAdded, withoutSaved } from '../../../../renderer/boards/runbook/plan/saved.ts';
import { unsavedOf } from '../../../../renderer/boards/runbook/plan/unsaved.ts';
import { leftOf } from '../../../../renderer/store/kept-text.ts';
import { update } from '../../../../shared/base/change.ts';
import { cellTexts } from '../../../../shared/domain/runbook/plan/cells.ts';
import { editTasks } from '../../../../shared/domain/runbook/plan/edit-tasks.ts';
import type { PlanField } from '../../../../shared/domain/runbook/plan/plan-fields.ts';
import { task as tasks } from '../../../../shared/domain/runbook/schema.ts';
import { applyChanges, type Rows } from '../../../../shared/domain/tables.ts';
import { aGoLive, anAct, aTask, changesOf, HOUR, MINUTE, rowsWith, T_ZERO } from '../../../support/builders.ts';

const task = aTask({ ref: 'T-001', title: 'Take the backup', startOffset: null, durationMs: 30 * MINUTE });
const rows = rowsWith({ goLive: [aGoLive()], task: [task] });
const sure = (row: string, field: PlanField, text: string, was: unknown, isSure = true) => ({ row, field, draft: { text, was, isSure } });
const unsaved = (at: Rows, drafts: typeof noDrafts) => unsavedOf(at, drafts, cellTexts(at, { zone: 'UTC', tZeroAt: T_ZERO }, ['N1', 'N2']));
const said = (cells: ReadonlyMap<PlanField, CellDraft> | undefined) => [...(cells ?? [])].map(([field, { text }]) => [field, text]);

test('what stood in an empty cell when typing began stays empty, so that a start somebody else gives it is a conflict', () => {
  const once = withCells(noDrafts, [sure(task.id, 'startOffset', 'T+01:00', null)]);
  const theirs = applyChanges(rows, update(tasks, task, { startOffset: 2 * HOUR }));
  const retyped = withCells(once, [sure(task.id, 'startOffset', 'T+03:00', 2 * HOUR)]);
  expect(unsaved(theirs, retyped).conflicts).toMatchObject([{ field: 'startOffset', was: null, here: 2 * HOUR }]);
  expect(unsaved(theirs, retyped).command.edits).toEqual([]);
});

test('a save takes only the cells it saved: what was not confirmed, or typed meanwhile, stays', () => {
  const sent = withCells(noDrafts, [
    sure(task.id, 'title', 'Not confirm', task.title, false),
    sure(task.id, 'durationMs', '45', task.durationMs),
    sure(task.id, 'stream', 'Data', ''),
  ]);
  const { command } = unsaved(rows, sent);
  const meanwhile = withCells(sent, [sure(task.id, 'stream', 'Data team', ''), sure(task.id, 'peopleNeeded', '3', 0)]);
  const left = withoutSaved(meanwhile, sent, command, new Map());
  expect(said(left.cells.get(task.id))).toEqual([
    ['title', 'Not confirm'],
    ['stream', 'Data team'],
    ['peopleNeeded', '3'],
  ]);
  const after = applyChanges(rows, changesOf(editTasks(rows, command, anAct())));
  const next = unsaved(after, left);
  expect(next.conflicts).toEqual([]); // what stands there now is one's own
  expect(next.command.edits).toMatchObject([{ was: { stream: 'Data' }, set: { stream: 'Data team', peopleNeeded: 3 } }]);
});

test('what is left of a new row goes on as an edit of the task it became', () => {
  const { drafts } = withNewRows(noDrafts, { parentId: null, behindId: task.id }, 2);
  const sent = withCells(drafts, [sure('N1', 'title', 'First', undefined), sure('N2', 'title', 'Second', undefined)]);
  const { command } = unsaved(rows, sent);
  const changes = changesOf(editTasks(rows, command, anAct()));
  const ids = idsOfAdded({ changes }, command.added);
  const after = applyChanges(rows, changes);
  expect([...ids].map(([key, id]) => [key, after.task.get(id)?.title])).toEqual([
    ['N1', 'First'],
    ['N2', 'Second'],
  ]);
  const meanwhile = withCells(sent, [sure('N2', 'durationMs', '20', undefined)]);
  const left = withoutSaved(meanwhile, sent, command, ids);
  expect([left.newRows, [...left.cells.keys()]]).toEqual([[], [ids.get('N2')]]);
  expect(unsaved(after, left).command.edits).toMatchObject([{ set: { durationMs: 20 * MINUTE } }]);
  const unknown = withoutSaved(meanwhile, sent, command, new Map());
  expect([unknown.newRows.map(({ key }) => key), said(unknown.cells.get('N2'))]).toEqual([['N2'], [['durationMs', '20']]]);
});

test('a remark that went out leaves what was typed behind it', () => {
  expect(['On it', 'On it, soon', 'Something else'].map((text) => leftOf(text, 'On it'))).toEqual(['', ', soon', 'Something else']);
});
