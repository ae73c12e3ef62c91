import { describe, expect, test } from 'vitest';
import { callHold } from '../../../shared/domain/go-live/hold-rules.ts';
import { recycle, recyclePreview } from '../../../shared/domain/go-live/recycle.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import {
  aGate,
  aGoLive,
  anAct,
  aTask,
  goLiveId,
  HOUR,
  idOf,
  MINUTE,
  refusalOf,
  rowsAfter,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';

const now = T_ZERO + HOUR;
const closed = { status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO + MINUTE } as const;
const numbered = (number: number, given: Partial<Task> = {}) =>
  aTask({ id: idOf(number), ref: `T-00${number}`, position: number, startOffset: number * 10 * MINUTE, durationMs: 10 * MINUTE, ...given });
const after = (fromId: number, toId: number) => ({
  id: idOf(800 + fromId * 10 + toId),
  goLiveId,
  fromId: idOf(fromId),
  toId: idOf(toId),
  kind: 'FS' as const,
  lagMs: 0,
});

/** T-001 → T-002 → T-003, T-004 on its own, T-005 skipped after T-002. */
const night = (given: Partial<Task> = {}) =>
  rowsWith({
    goLive: [aGoLive({ stage: 'cutover', startedAt: T_ZERO - HOUR })],
    task: [
      numbered(1, closed),
      numbered(2, { ...closed, ...given }),
      numbered(3, { status: 'blocked', reason: 'No disk', blockedAt: T_ZERO, actualStart: T_ZERO, workerId: null, phase: 'switch' }),
      numbered(4, closed),
      numbered(5, { status: 'skipped', actualEnd: T_ZERO }),
    ],
    link: [after(1, 2), after(2, 3), after(2, 5)],
  });
const command = { taskId: idOf(2), reason: 'Load again', withLater: false, moveWindow: false };
const goLiveOf = (rows: Rows) => rows.goLive.get(goLiveId) ?? aGoLive();
const act = () => anAct({ now, occurredAt: now });
const preview = (rows: Rows, more: Partial<typeof command> = {}) => recyclePreview(rows, goLiveOf(rows), { ...command, ...more }, now);

describe('a recycle', () => {
  test('says before what is taken up again and where T-0 comes to lie', () => {
    const seen = preview(night());
    expect(seen?.again.map(({ ref }) => ref)).toEqual(['T-002', 'T-003']);
    expect(seen).toMatchObject({ staySkipped: 1, tZeroAt: now - 20 * MINUTE, gates: [] });
    expect(preview(night(), { withLater: true })?.again.map(({ ref }) => ref)).toEqual(['T-002', 'T-003', 'T-004']);
  });

  test('does what it said: planned again without actual times, the task planned to start now', () => {
    const rows = rowsAfter(night(), recycle(night(), command, act()));
    for (const id of [2, 3]) {
      const cleared = {
        status: 'planned',
        actualStart: null,
        actualEnd: null,
        reason: '',
        blockedAt: null,
        clearsAt: null,
        workerId: null,
      };
      expect(rows.task.get(idOf(id))).toMatchObject(cleared);
    }
    expect([1, 4, 5].map((id) => rows.task.get(idOf(id))?.status)).toEqual(['finished', 'finished', 'skipped']);
    expect(goLiveOf(rows).tZeroAt + 20 * MINUTE).toBe(now);
  });

  test('unticks what was ticked inside the tasks', () => {
    const step = {
      id: idOf(70),
      goLiveId,
      taskId: idOf(2),
      position: 0,
      title: 'Count',
      isRequired: true,
      tickedBy: 'Ann',
      tickedAt: T_ZERO,
    };
    const rows = { ...night(), taskStep: new Map([[step.id, step]]) };
    expect(rowsAfter(rows, recycle(rows, command, act())).taskStep.get(step.id)).toMatchObject({ tickedBy: '', tickedAt: null });
  });

  test('follows links that lead out of a group and into one', () => {
    const grouped = rowsWith({
      goLive: [aGoLive({ stage: 'cutover' })],
      task: [
        numbered(1, { kind: 'group' }),
        numbered(2, { ...closed, parentId: idOf(1) }),
        numbered(3, { kind: 'group' }),
        numbered(4, { ...closed, parentId: idOf(3) }),
      ],
      link: [after(1, 3)],
    });
    expect(preview(grouped)?.again.map(({ ref }) => ref)).toEqual(['T-002', 'T-004']);
    expect(refusalOf(recycle(grouped, { ...command, taskId: idOf(1) }, act()))).toBe('wrong-kind');
  });

  test('keeps T-0 for work that is ahead of the plan, and takes another time to begin', () => {
    const ahead = (rows: Rows) => recyclePreview(rows, goLiveOf(rows), command, T_ZERO);
    expect(ahead(night())?.tZeroAt).toBe(T_ZERO);
    const rows = rowsAfter(night(), recycle(night(), { ...command, at: now + HOUR }, act()));
    expect(goLiveOf(rows).tZeroAt + 20 * MINUTE).toBe(now + HOUR);
    const placed = night({ startOffset: null }); // by T-001, which ends 20 minutes after T-0
    expect(goLiveOf(rowsAfter(placed, recycle(placed, command, act()))).tZeroAt).toBe(now - 20 * MINUTE);
  });

  test('ends a hold that runs without adding its length', () => {
    const held = rowsAfter(night(), callHold(night(), { reason: 'Wrong rows', expectedEndAt: null }, anAct({ now: T_ZERO })));
    const rows = rowsAfter(held, recycle(held, command, act()));
    expect([...rows.hold.values()][0]?.endedAt).toBe(now);
    expect(goLiveOf(rows).tZeroAt).toBe(now - 20 * MINUTE);
  });

  test('names the gates that stay decided', () => {
    const gate = aGate({ guards: ['switch'], decision: 'go', decidedAt: T_ZERO });
    expect(preview({ ...night(), gate: new Map([[gate.id, gate]]) })?.gates).toEqual([gate]);
  });

  test('is refused where nothing was begun, out of the window without a reason, and once live', () => {
    expect(refusalOf(recycle(night(), { ...command, taskId: idOf(99) }, act()))).toBe('unknown-task');
    const rows = rowsWith({ goLive: [aGoLive({ stage: 'cutover' })], task: [numbered(2)] });
    expect(refusalOf(recycle(rows, command, act()))).toBe('nothing-changed');
    const late = { ...command, at: T_ZERO + 8 * HOUR };
    expect(refusalOf(recycle(night(), late, act()))).toBe('outside-window');
    expect(recycle(night(), { ...late, despite: 'Agreed' }, act()).ok).toBe(true);
    const live = rowsWith({ goLive: [aGoLive({ stage: 'hypercare' })], task: [numbered(2, closed)] });
    expect(refusalOf(recycle(live, command, act()))).toBe('wrong-stage');
  });
});
