import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellTexts } from '../../../../shared/domain/runbook/plan/cells.ts';
import { blockText, readBlock } from '../../../../shared/domain/runbook/plan/clipboard.ts';
import { removeTasks } from '../../../../shared/domain/runbook/plan/remove-tasks.ts';
import {
  aGoLive,
  anAct,
  anIncident,
  aPerson,
  aTask,
  changesOf,
  goLiveId,
  idOf,
  MINUTE,
  refusalOf,
  rowsWith,
  T_ZERO,
} from '../../../support/builders.ts';

describe('a block of cells', () => {
  test('is the same after a way over the clipboard', () => {
    const word = fc.stringMatching(/^[a-z"=+\t\n ]{0,8}$/);
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(block, (cells) => {
        fc.pre(cells.some((row) => row.length > 1) || cells.every((row) => row[0] !== ''));
        expect(readBlock(blockText(cells)).cells).toEqual(cells);
      }),
    );
  });

  test('of more rows than are taken is counted whole', () => {
    const read = readBlock('x\n'.repeat(15_000));
    expect([read.rows, read.cells.length]).toEqual([15_000, 5_000]);
  });
});

describe('cells', () => {
  const [a, b] = [aTask({ id: idOf(201), ref: 'T-012' }), aTask({ id: idOf(202), ref: 'T-013' })];
  const rows = rowsWith({ goLive: [aGoLive()], person: [aPerson()], task: [a, b] });
  const texts = cellTexts(rows, { zone: 'Europe/Prague', tZeroAt: T_ZERO }, ['N1']);

  test.each([
    [
      'after',
      'T-012FS+30m, T-013SS',
      [
        { fromId: a.id, kind: 'FS', lagMs: 30 * MINUTE },
        { fromId: b.id, kind: 'SS', lagMs: 0 },
      ],
    ],
    ['after', 'N1', [{ fromId: 'N1', kind: 'FS', lagMs: 0 }]],
    ['startOffset', 'T-01:30', -90 * MINUTE],
    ['startOffset', '2026-11-21 22:10', 10 * MINUTE],
    ['startOffset', '', null],
    ['durationMs', '1 h 30 m', 90 * MINUTE],
    ['ownerIds', 'l. costa', [aPerson().id]],
    ['kind', 'Milestone', 'milestone'],
    ['peopleNeeded', '3', 3],
  ] as const)('%s reads %s', (field, text, value) => {
    expect(texts.read(field, text)).toMatchObject({ ok: true, value });
  });

  test.each([
    ['after', 'T-999', 'no task T-999'],
    ['durationMs', '-5', 'must not be negative'],
    ['startOffset', 'soon', 'no start'],
    ['ownerIds', 'Nobody Here', 'not in the roster'],
    ['title', '', 'must not be empty'],
    ['title', 'x'.repeat(201), 'longer than 200'],
    ['kind', 'rollback', 'Write one of'],
    ['peopleNeeded', '41', '0 to 40'],
  ] as const)('%s does not read %s and says why', (field, text, says) => {
    const read = texts.read(field, text);
    expect(read.ok ? '' : read.reason).toContain(says);
  });
});

describe('removing tasks', () => {
  const task = aTask();
  const other = aTask({ id: idOf(201), ref: 'T-023' });
  const link = { id: idOf(801), goLiveId, fromId: task.id, toId: other.id, kind: 'FS' as const, lagMs: 0 };
  const step = { id: idOf(811), goLiveId, taskId: task.id, position: 0, title: 'Look', isRequired: true, tickedBy: '', tickedAt: null };

  test('takes links and steps along', () => {
    const rows = rowsWith({ task: [task, other], link: [link], taskStep: [step] });
    expect(changesOf(removeTasks(rows, { taskIds: [task.id] }, anAct())).map(({ table, set }) => [table, set])).toEqual([
      ['link', null],
      ['taskStep', null],
      ['task', null],
    ]);
  });

  test('a task that was worked on stays', () => {
    const rows = rowsWith({ task: [{ ...task, status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO }] });
    expect(refusalOf(removeTasks(rows, { taskIds: [task.id] }, anAct()))).toBe('was-worked');
  });

  test('what something else names stays, and what names it is told', () => {
    const rows = rowsWith({ task: [task], incident: [anIncident({ taskId: task.id })] });
    const verdict = removeTasks(rows, { taskIds: [task.id] }, anAct());
    expect(verdict.ok ? '' : verdict.refusal.reason).toContain('T-022 is named by INC-002');
  });

  test('a group goes with all that stands in it', () => {
    const rows = rowsWith({
      task: [
        { ...task, kind: 'group' },
        { ...other, parentId: task.id },
      ],
    });
    expect(changesOf(removeTasks(rows, { taskIds: [task.id] }, anAct())).map(({ id }) => id)).toEqual([other.id, task.id]);
  });
});
