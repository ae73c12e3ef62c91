import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../shared/base/entry.ts';
import { type Asker, stageActs, startOverdue } from '../../../shared/domain/go-live/stage-acts.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { aCriterion, aGate, aGoLive, aTask, goLiveId, HOUR, idOf, rowsWith, T_ZERO } from '../../support/builders.ts';

const leading: Asker = { role: 'manager', last: null, since: [] };
const planning = aGoLive({ stage: 'planning', startedAt: null, windowStart: T_ZERO - 2 * HOUR, windowEnd: T_ZERO + 6 * HOUR });
const whyNot = (rows: Rows, key: string, asker = leading) => {
  const [goLive] = rows.goLive.values();
  if (!goLive) throw new Error('no go-live');
  return stageActs(rows, goLive, asker, T_ZERO).find((act) => act.key === key)?.whyNot;
};

describe('what may be done with the go-live as a whole', () => {
  test('in planning it starts, and is not live, resumed or closed', () => {
    const rows = rowsWith({ goLive: [planning] });
    expect(whyNot(rows, 'start')).toBeNull();
    expect(whyNot(rows, 'hold')).toBeNull();
    expect(whyNot(rows, 'scrub')).toBeNull();
    expect(whyNot(rows, 'live')).toContain('has not been started');
    expect(whyNot(rows, 'close')).toContain('has not started');
    expect(whyNot(rows, 'resume')).toBe('No hold runs.');
    expect(whyNot(rows, 'rollback')).toContain('Nothing was done');
    expect(whyNot(rows, 'decide')).toBe('Every gate is decided.');
  });

  test('the start says which criterion nobody may waive keeps it back', () => {
    const gate = aGate({ decision: null });
    const rows = rowsWith({ goLive: [planning], gate: [gate], criterion: [aCriterion({ gateId: gate.id, neededToStart: true })] });
    expect(whyNot(rows, 'start')).toContain('nobody may waive');
    expect(whyNot(rows, 'decide')).toBeNull();
  });

  test('once it runs it is not started again, and what was done can be rolled back', () => {
    const running = aGoLive({ stage: 'cutover', startedAt: T_ZERO });
    const rows = rowsWith({ goLive: [running], task: [aTask({ status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO })] });
    expect(whyNot(rows, 'start')).toContain('has started already');
    expect(whyNot(rows, 'live')).toBeNull();
    expect(whyNot(rows, 'rollback')).toBeNull();
    expect(whyNot(rows, 'start', { ...leading, role: 'member' })).toContain('manager');
    expect(whyNot(rows, 'hold', { ...leading, role: 'viewer' })).toBe('This screen only looks.');
    expect(whyNot(rowsWith({ goLive: [{ ...running, stage: 'closed' }] }), 'scrub')).toContain('closed');
  });

  test('the last act is named, and why it cannot be taken back', () => {
    const task = aTask({ status: 'in progress', actualStart: T_ZERO });
    const rows = rowsWith({ goLive: [planning], task: [task] });
    const change = { table: 'task', id: task.id, set: { status: 'in progress' }, was: { status: 'planned' } };
    const entry = (given: Partial<Entry>): Entry => ({
      seq: 1,
      id: idOf(1),
      goLiveId,
      at: T_ZERO,
      occurredAt: T_ZERO,
      actor: 'M. Okoro',
      action: 'task.start',
      note: '',
      undoes: null,
      changes: [change],
      prev: '',
      hash: '',
      ...given,
    });
    const undo = (last: Entry | null) =>
      stageActs(rows, planning, { ...leading, last }, T_ZERO).find(({ key }) => key === 'undo') ?? { about: '', whyNot: '' };
    expect(undo(entry({}))).toMatchObject({ whyNot: null, about: expect.stringContaining(task.ref) });
    expect(undo(entry({ action: 'drill.jump' })).whyNot).toContain('never goes back');
    expect(undo(null).whyNot).toContain('nothing lately');
  });
});

describe('a start that is overdue', () => {
  const idle = rowsWith({ task: [aTask()] });
  const worked = rowsWith({ task: [aTask({ status: 'in progress', actualStart: T_ZERO })] });
  test('is told once the window opened or a task is worked, and only in planning', () => {
    const before = planning.windowStart - 1;
    expect(startOverdue(idle, planning, before)).toBeNull();
    expect(startOverdue(idle, planning, planning.windowStart)).toBe('The change window opened 20:00 CET.');
    expect(startOverdue(worked, planning, before)).toBe('1 task is being worked.');
    expect(startOverdue(worked, planning, T_ZERO)).toBe('The change window opened 20:00 CET and 1 task is being worked.');
    expect(startOverdue(worked, { ...planning, stage: 'cutover' }, T_ZERO)).toBeNull();
  });
});
