import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../shared/base/entry.ts';
import type { Verdict } from '../../../shared/base/rule.ts';
import { endRollback, giveUpRollback, setRollbackTarget, startRollback } from '../../../shared/domain/rollback/rules.ts';
import { rollbackEnd, runningRollback, tasksOfRollback } from '../../../shared/domain/rollback/running.ts';
import { finishTask, reopenTask, startTask } from '../../../shared/domain/runbook/rules.ts';
import { applyChanges, type Rows } from '../../../shared/domain/tables.ts';
import { sentence } from '../../../shared/domain/timeline/words.ts';
import { undoEntry } from '../../../shared/domain/undo.ts';
import {
  aGate,
  aGoLive,
  anAct,
  anAssignment,
  aPerson,
  aPlaybookCopy,
  aTask,
  changesOf,
  goLiveId,
  HOUR,
  idOf,
  MINUTE,
  refusalOf,
  rowsAfter,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';
import { aLink } from './network.ts';

const now = T_ZERO + HOUR;
let made = 50_000;
function newId(): string {
  made += 1;
  return idOf(made);
}
const act = (at = now) => anAct({ now: at, newId });
const finished = { status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO + MINUTE } as const;

/** Schema changed, then data moved, then the switch in progress; training was held and cannot be taken back; one task is still ahead. */
const schema = aTask({
  id: idOf(201),
  ref: 'T-001',
  title: 'Change the schema',
  position: 0,
  ...finished,
  undoMs: 10 * MINUTE,
  undoTitle: 'Restore the schema',
  ownerIds: [idOf(100)],
});
const held = aTask({ id: idOf(202), ref: 'T-002', title: 'Brief the desk', position: 1, ...finished });
const data = aTask({
  id: idOf(203),
  ref: 'T-003',
  title: 'Move the data',
  position: 2,
  ...finished,
  undoMs: 20 * MINUTE,
  workerId: idOf(100),
});
const change = aTask({
  id: idOf(204),
  ref: 'T-004',
  title: 'Switch',
  position: 3,
  status: 'in progress',
  actualStart: T_ZERO,
  undoMs: 5 * MINUTE,
});
const ahead = aTask({ id: idOf(205), ref: 'T-005', title: 'Open the doors', position: 4, undoMs: 30 * MINUTE });
const link = [
  aLink(1, schema.id, held.id),
  aLink(2, held.id, data.id),
  aLink(3, data.id, change.id, { kind: 'SS' }),
  aLink(4, change.id, ahead.id),
];
const goLive = aGoLive({ stage: 'cutover', rollbackTargetMs: 5 * MINUTE });
const night = rowsWith({ goLive: [goLive], person: [aPerson()], task: [schema, held, data, change, ahead], link });
const manual = { kind: 'manual', reason: 'Orders are lost' } as const;

const playbook = aPlaybookCopy({
  roles: [{ key: 'operator', title: 'Operator', isRequired: false }],
  rollbacks: [
    {
      key: 'manual',
      title: 'Manual',
      kind: 'manual',
      role: 'operator',
      steps: [
        { title: 'Stop the jobs' },
        { title: 'Deploy the version before', place: 'instead' },
        { title: 'Start the jobs', place: 'after' },
      ],
    },
    { key: 'telling', title: 'Telling', kind: 'communication', role: 'operator', steps: [{ title: 'Call the sponsor' }] },
  ],
});

function started(rows: Rows = night, command: Parameters<typeof startRollback>[1] = manual): Rows {
  return rowsAfter(rows, startRollback(rows, command, act()));
}

function tasksIn(rows: Rows) {
  const running = [...rows.rollback.values()].at(-1);
  return running ? tasksOfRollback(rows, running) : [];
}

/** Titles of what each task of the rollback waits for, by its title. */
function waits(rows: Rows): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    tasksIn(rows).map(({ id, title }) => [
      title,
      [...rows.link.values()].filter(({ toId }) => toId === id).map(({ fromId }) => rows.task.get(fromId)?.title ?? ''),
    ]),
  );
}

/** Finishes everything that may be finished, one after the other, until the rollback is worked. */
function worked(rows: Rows): Rows {
  let after = rows;
  for (const { id } of tasksIn(rows)) after = rowsAfter(after, finishTask(after, { taskId: id, byWorkaround: false }, act()));
  return after;
}

describe('deciding a rollback', () => {
  test('makes a task for each thing that was done and says how it is taken back, the successor first', () => {
    expect(waits(started())).toEqual({
      'Announce the rollback': [],
      'Take back T-004: Switch': [],
      'Take back T-003: Move the data': ['Take back T-004: Switch'],
      'Restore the schema': ['Take back T-003: Move the data'],
    });
  });

  test('gives each to who did it, with its length and the task it takes back', () => {
    const [, last, middle, first] = tasksIn(started());
    expect(last).toMatchObject({ kind: 'rollback', rollbackOf: change.id, durationMs: 5 * MINUTE, ref: 'T-007', phase: '' });
    expect(middle).toMatchObject({ rollbackOf: data.id, ownerIds: [idOf(100)] });
    expect(first).toMatchObject({ rollbackOf: schema.id, ownerIds: [idOf(100)], durationMs: 10 * MINUTE });
  });

  test('keeps reason, who decided, target, window and forecast', () => {
    expect([...started().rollback.values()]).toMatchObject([
      {
        ref: 'RB-1',
        reason: 'Orders are lost',
        decidedBy: 'M. Okoro',
        decidedAt: now,
        targetMs: 5 * MINUTE,
        forecastEndAt: now + 35 * MINUTE,
        windowEnd: goLive.windowEnd,
        endedAt: null,
      },
    ]);
  });

  test('puts the steps of the playbook before and after, and whom to tell into the announcement', () => {
    const rows = started({
      ...night,
      playbookCopy: new Map([[playbook.id, playbook]]),
      assignment: new Map([[idOf(150), anAssignment({ role: 'operator' })]]),
    });
    expect(waits(rows)).toMatchObject({
      'Stop the jobs': [],
      'Take back T-004: Switch': ['Stop the jobs'],
      'Start the jobs': ['Restore the schema'],
    });
    expect(waits(rows)).not.toHaveProperty('Deploy the version before');
    const announce = tasksIn(rows).find(({ title }) => title === 'Announce the rollback');
    expect(announce?.detail).toContain('Call the sponsor');
    expect(announce?.ownerIds).toEqual([idOf(100)]);
  });

  test('works the steps in its place where no task says how it is taken back', () => {
    const rows = started({ ...night, playbookCopy: new Map([[playbook.id, playbook]]), task: new Map([[held.id, held]]), link: new Map() });
    expect(waits(rows)).toMatchObject({ 'Deploy the version before': ['Stop the jobs'], 'Start the jobs': ['Deploy the version before'] });
  });

  test('is refused while one runs, when nothing was worked, and when the go-live is over', () => {
    expect(refusalOf(startRollback(started(), manual, act()))).toBe('already-rolling-back');
    expect(refusalOf(startRollback({ ...night, task: new Map([[ahead.id, ahead]]) }, manual, act()))).toBe('nothing-done');
    const over = { ...night, goLive: new Map([[goLiveId, aGoLive({ stage: 'closed' })]]) };
    expect(refusalOf(startRollback(over, manual, act()))).toBe('over');
  });

  test('past a point of no return it needs to say why all the same', () => {
    const gate = aGate({ isPointOfNoReturn: true, decision: 'go', decidedAt: T_ZERO });
    const rows = { ...night, gate: new Map([[gate.id, gate]]) };
    expect(refusalOf(startRollback(rows, manual, act()))).toBe('past-no-return');
    const after = started(rows, { ...manual, despite: 'Orders weigh more' });
    expect(runningRollback(after)?.despite).toBe('Orders weigh more');
  });

  test('is taken back by one undo while nothing of it was worked, and not after', () => {
    const verdict = startRollback(night, manual, act());
    const entry: Entry = anEntry('rollback.start', changesOf(verdict));
    const after = rowsAfter(night, verdict);
    expect(applyChanges(after, changesOf(undoEntry(after, entry, [])))).toEqual(night);
    const first = tasksIn(after)[0]?.id ?? '';
    const begun = rowsAfter(after, startTask(after, { taskId: first }, act()));
    expect(refusalOf(undoEntry(begun, entry, []))).toBe('depends');
  });
});

describe('while a rollback runs', () => {
  test('tasks that go forward do not start without a reason, and those of the rollback do', () => {
    const free = aTask({ id: idOf(206), ref: 'T-006' });
    const rows = started({ ...night, task: new Map([...night.task, [free.id, free]]) });
    expect(refusalOf(startTask(rows, { taskId: free.id }, act()))).toBe('rolling-back');
    expect(startTask(rows, { taskId: free.id, despite: 'No harm' }, act()).ok).toBe(true);
    expect(startTask(rows, { taskId: tasksIn(rows)[0]?.id ?? '' }, act()).ok).toBe(true);
  });

  test('finishing a task of it marks what it takes back as rolled back, in the same act', () => {
    const rows = started();
    const [, first] = tasksIn(rows);
    const after = rowsAfter(rows, finishTask(rows, { taskId: first?.id ?? '', byWorkaround: false }, act()));
    expect(after.task.get(change.id)).toMatchObject({ status: 'rolled back', actualStart: T_ZERO, actualEnd: now });
    expect(after.task.get(data.id)?.status).toBe('finished');
  });

  test('its end is forecast from what is left, whatever hold is on', () => {
    const rows = started();
    const running = runningRollback(rows);
    if (!running) throw new Error('none runs');
    expect(rollbackEnd(rows, running, now + 10 * MINUTE)).toBe(now + 45 * MINUTE);
    const [, first] = tasksIn(rows);
    const begun = rowsAfter(rows, startTask(rows, { taskId: first?.id ?? '' }, act(now + MINUTE)));
    expect(rollbackEnd(begun, running, now + 2 * MINUTE)).toBe(now + 36 * MINUTE);
  });
});

describe('the end of a rollback', () => {
  const over = { rollbackId: '', outcomeNote: 'Counts agree' };
  const idIn = (rows: Rows) => [...rows.rollback.keys()][0] ?? '';

  test('needs every task of it to be over', () => {
    const rows = started();
    expect(refusalOf(endRollback(rows, { ...over, rollbackId: idIn(rows) }, act()))).toBe('tasks-open');
    const after = worked(rows);
    const ended = rowsAfter(after, endRollback(after, { ...over, rollbackId: idIn(after) }, act(now + 30 * MINUTE)));
    expect([...ended.rollback.values()]).toMatchObject([
      { endedAt: now + 30 * MINUTE, outcome: 'back in the prior state', outcomeNote: 'Counts agree' },
    ]);
    expect([schema, data, change].map(({ id }) => ended.task.get(id)?.status)).toEqual(['rolled back', 'rolled back', 'rolled back']);
    expect(runningRollback(ended)).toBeNull();
    expect(refusalOf(endRollback(ended, { ...over, rollbackId: idIn(ended) }, act()))).toBe('rollback-over');
    const closed = tasksIn(ended).find(({ status }) => status === 'finished')?.id ?? '';
    expect(refusalOf(reopenTask(ended, { taskId: closed, reason: 'Once more' }, act()))).toBe('rollback-over');
  });

  test('of a database needs the consistency check made, not skipped', () => {
    const rows = started(night, { ...manual, kind: 'database' });
    const check = rows.task.get(runningRollback(rows)?.consistencyTaskId ?? '');
    expect(waits(rows)[check?.title ?? '']).toEqual(['Restore the schema']);
    const after = worked(rows);
    if (!check) throw new Error('no check');
    const skipped = { ...after, task: new Map([...after.task, [check.id, { ...check, status: 'skipped' as const }]]) };
    expect(refusalOf(endRollback(skipped, { ...over, rollbackId: idIn(skipped) }, act()))).toBe('not-consistent');
    expect(endRollback(after, { ...over, rollbackId: idIn(after) }, act()).ok).toBe(true);
  });

  test('given up: open tasks are skipped, what was taken back stays so, and work may go on', () => {
    const rows = started();
    const [, first] = tasksIn(rows);
    const begun = rowsAfter(rows, finishTask(rows, { taskId: first?.id ?? '', byWorkaround: false }, act()));
    const after = rowsAfter(begun, giveUpRollback(begun, { rollbackId: idIn(begun), reason: 'Found the cause' }, act(now + MINUTE)));
    expect([...after.rollback.values()]).toMatchObject([{ outcome: 'given up', outcomeNote: 'Found the cause', endedAt: now + MINUTE }]);
    expect(tasksIn(after).map(({ status }) => status)).toEqual(['skipped', 'finished', 'skipped', 'skipped']);
    expect(after.task.get(change.id)?.status).toBe('rolled back');
    expect(startRollback(after, manual, act()).ok).toBe(true);
  });
});

test('acts of rolling back are told in words', () => {
  const say = (rows: Rows, action: string, verdict: Verdict) => sentence(anEntry(action, changesOf(verdict)), rowsAfter(rows, verdict));
  const running = started();
  const rollbackId = [...running.rollback.keys()][0] ?? '';
  expect(say(night, 'rollback.start', startRollback(night, manual, act()))).toBe('RB-1 decided, manual, 4 tasks: Orders are lost');
  expect(say(running, 'rollback.giveUp', giveUpRollback(running, { rollbackId, reason: 'Found it' }, act(now + HOUR)))).toBe(
    'RB-1 given up after 1 h: Found it',
  );
  const after = worked(running);
  expect(say(after, 'rollback.end', endRollback(after, { rollbackId, outcomeNote: 'Counts agree' }, act(now + HOUR)))).toBe(
    'RB-1 over after 1 h, the prior state is back: Counts agree',
  );
  expect(say(night, 'rollback.target', setRollbackTarget(night, { targetMs: 10 * MINUTE }, act()))).toBe('A rollback may take 10 m');
});
