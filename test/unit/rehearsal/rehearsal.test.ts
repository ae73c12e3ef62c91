import { describe, expect, test } from 'vitest';
import { comparedRuns, failuresIn, streamTotals } from '../../../shared/domain/rehearsal/compare.ts';
import { createRehearsal } from '../../../shared/domain/rehearsal/copy.ts';
import { impactOf, learnDurations, learntLengths } from '../../../shared/domain/rehearsal/learn.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { applyChanges, emptyRows, type Rows, tables } from '../../../shared/domain/tables.ts';
import {
  aCheck,
  aCriterion,
  aGate,
  aGoLive,
  anAct,
  anAssignment,
  aPerson,
  aTask,
  changesOf,
  HOUR,
  idOf,
  MINUTE,
  refusalOf,
  rowsAfter,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';

const runId = idOf(7_000);
const real = aGoLive({ stage: 'cutover', startedAt: T_ZERO });
const worked = aTask({
  id: idOf(200),
  status: 'finished',
  actualStart: T_ZERO,
  actualEnd: T_ZERO + HOUR,
  workerId: idOf(100),
  ownerIds: [idOf(100)],
  startOffset: 0,
  durationMs: HOUR,
});
const failed = aTask({
  id: idOf(201),
  ref: 'T-023',
  status: 'failed',
  reason: 'x',
  runIn: 'live only',
  parentId: idOf(203),
  startOffset: HOUR,
  durationMs: HOUR,
});
const mock = aTask({ id: idOf(202), ref: 'T-024', runIn: 'mock only', startOffset: HOUR, durationMs: HOUR });
const group = aTask({ id: idOf(203), ref: 'T-025', kind: 'group' });
const back = aTask({ id: idOf(204), ref: 'T-026', kind: 'rollback', rollbackOf: worked.id });
const link = { id: idOf(250), goLiveId: real.id, fromId: worked.id, toId: mock.id, kind: 'FS' as const, lagMs: 0 };
const toRollback = { ...link, id: idOf(251), toId: back.id };
const rows = rowsWith({
  goLive: [real],
  person: [aPerson({ pinSetAt: T_ZERO })],
  assignment: [anAssignment()],
  task: [worked, failed, mock, group, back],
  link: [link, toRollback],
  check: [aCheck({ status: 'passed' })],
  gate: [aGate({ decision: 'go', decidedAt: T_ZERO, decidedBy: 'M. Okoro' })],
  criterion: [aCriterion({ checkIds: [idOf(600)], status: 'waived', neededToStart: true })],
  taskStep: [
    {
      id: idOf(260),
      goLiveId: real.id,
      taskId: worked.id,
      position: 0,
      title: 'Look',
      isRequired: true,
      tickedBy: 'L. Costa',
      tickedAt: T_ZERO,
    },
  ],
  hold: [],
});
const act = anAct({ goLiveId: runId, now: T_ZERO });
const made = (kind: 'rehearsal' | 'drill', taken = [real]) =>
  applyChanges(emptyRows(), changesOf(createRehearsal(rows, real, taken, { kind, tZeroAt: T_ZERO + 24 * HOUR }, act)));

describe('a rehearsal', () => {
  const run = made('rehearsal');
  const taskOf = (of: Task) => [...run.task.values()].find(({ planTaskId }) => planTaskId === of.id);

  test('is a go-live of its own with its own reference, T-0 and window', () => {
    expect(run.goLive.get(runId)).toMatchObject({
      ref: 'GL-002',
      name: 'Rehearsal 1 of GL-001',
      kind: 'rehearsal',
      rehearsalOf: real.id,
      stage: 'planning',
      startedAt: null,
      tZeroAt: T_ZERO + 24 * HOUR,
      windowEnd: real.windowEnd + 24 * HOUR,
      clock: null,
    });
  });

  test('begins unworked and undecided, with pointers that stay inside it', () => {
    expect(taskOf(worked)).toMatchObject({ status: 'planned', actualStart: null, actualEnd: null, workerId: null, ref: 'T-022' });
    expect(taskOf(worked)?.ownerIds).toEqual([...run.person.keys()]);
    expect(taskOf(failed)).toMatchObject({ status: 'planned', reason: '', runIn: 'live only', parentId: taskOf(group)?.id });
    expect(taskOf(mock)?.runIn).toBe('mock only');
    expect([...run.person.values()]).toMatchObject([{ pinSetAt: null }]);
    expect([...run.gate.values()]).toMatchObject([{ decision: null, decidedBy: '', decidedAt: null }]);
    expect([...run.criterion.values()]).toMatchObject([{ status: 'open', neededToStart: false, checkIds: [...run.check.keys()] }]);
    expect([...run.taskStep.values()]).toMatchObject([{ tickedBy: '', taskId: taskOf(worked)?.id }]);
  });

  test('leaves the tasks of a rollback behind, and the links to them', () => {
    expect(taskOf(back)).toBeUndefined();
    expect([...run.link.values()]).toMatchObject([{ fromId: taskOf(worked)?.id, toId: taskOf(mock)?.id }]);
  });

  test('fits the schema in every row', () => {
    for (const [name, table] of Object.entries(tables))
      for (const row of run[name as keyof Rows].values()) expect(table.row.safeParse(row).error?.message).toBeUndefined();
  });

  test('is counted by its kind, and is made of a real go-live with a plan only', () => {
    const first = run.goLive.get(runId) ?? real;
    const second = made('rehearsal', [real, first]);
    expect([...second.goLive.values()]).toMatchObject([{ ref: 'GL-003', name: 'Rehearsal 2 of GL-001' }]);
    const wish = { kind: 'rehearsal' as const, tZeroAt: T_ZERO };
    expect(refusalOf(createRehearsal(run, first, [real], wish, act))).toBe('no-real');
    expect(refusalOf(createRehearsal(rowsWith({ goLive: [real] }), real, [real], wish, act))).toBe('no-plan');
  });

  test('that is a drill has a clock that stands before its first task', () => {
    expect(made('drill').goLive.get(runId)?.clock).toEqual({ realAt: T_ZERO, shownAt: T_ZERO + 24 * HOUR - 30 * MINUTE, speed: 0 });
  });
});

/** A run in which the task `worked` took that long. */
function runTook(ms: number | null, id = runId) {
  const run = made('rehearsal');
  const task = [...run.task.values()].map((each) =>
    each.planTaskId === worked.id && ms !== null
      ? {
          ...each,
          status: 'finished' as const,
          actualStart: T_ZERO + 24 * HOUR + 5 * MINUTE,
          actualEnd: T_ZERO + 24 * HOUR + 5 * MINUTE + ms,
        }
      : each,
  );
  return {
    goLive: { ...(run.goLive.get(runId) ?? real), id },
    rows: { ...run, task: new Map(task.map((each) => [each.id, each])) },
    failures: new Map<string, number>(),
    blocked: new Map<string, ReadonlyMap<number, number>>(),
  };
}

describe('comparing', () => {
  const runs = [{ goLive: real, rows, failures: new Map([[failed.id, 2]]), blocked: new Map() }, runTook(3 * HOUR), runTook(null)];
  const lines = comparedRuns(rows, runs);

  test('puts the task that was farthest from its plan first, and leaves groups and rollback tasks out', () => {
    expect(lines.map(({ ref }) => ref)).toEqual(['T-022', 'T-023', 'T-024']);
    expect(lines[0]).toMatchObject({ plannedMs: HOUR, differenceMs: 2 * HOUR });
    expect(lines[0]?.worked).toMatchObject([
      { tookMs: HOUR, lateMs: 0 },
      { tookMs: 3 * HOUR, lateMs: 5 * MINUTE },
      { tookMs: null, status: 'planned' },
    ]);
  });

  test('has nothing where a task is not in a run, and counts failures', () => {
    const live = lines.find(({ taskId }) => taskId === failed.id);
    expect(live?.worked).toMatchObject([{ failures: 2 }, null, null]);
    expect(lines.find(({ taskId }) => taskId === mock.id)?.worked[0]).toBeNull();
  });

  test('sums each stream over the tasks that were timed', () => {
    expect(streamTotals(lines)).toEqual([
      {
        stream: '',
        plannedMs: 3 * HOUR,
        runs: [
          { tookMs: HOUR, plannedMs: HOUR, timed: 1, failures: 2 },
          { tookMs: 3 * HOUR, plannedMs: HOUR, timed: 1, failures: 0 },
          { tookMs: 0, plannedMs: 0, timed: 0, failures: 0 },
        ],
      },
    ]);
  });

  test('takes each time a task failed from the journal', () => {
    const fail = { changes: [{ table: 'task', id: failed.id, set: { status: 'failed' }, was: { status: 'in progress' } }] };
    expect(failuresIn([fail, { changes: [] }, fail]).get(failed.id)).toBe(2);
  });
});

describe('learning', () => {
  const open = {
    ...worked,
    status: 'planned' as const,
    actualStart: null,
    actualEnd: null,
    shortestMs: 50 * MINUTE,
    longestMs: 70 * MINUTE,
  };
  const plan = rowsWith({ goLive: [real], task: [open, mock] });
  const of = (...took: readonly (number | null)[]) =>
    learntLengths(
      plan,
      took.map((ms) => runTook(ms)),
    );

  test('from one run takes its length, and widens what was said of shortest and longest', () => {
    expect(of(90 * MINUTE)).toMatchObject([
      { taskId: open.id, runs: 1, to: { durationMs: 90 * MINUTE, shortestMs: 50 * MINUTE, longestMs: 90 * MINUTE } },
    ]);
  });

  test('from several takes the shortest, the median and the longest, in whole minutes', () => {
    expect(of(80 * MINUTE + 20_000, 40 * MINUTE, null, 100 * MINUTE)).toMatchObject([
      { runs: 3, to: { durationMs: 80 * MINUTE, shortestMs: 40 * MINUTE, longestMs: 100 * MINUTE } },
    ]);
    expect(of(40 * MINUTE, 60 * MINUTE)[0]?.to.durationMs).toBe(50 * MINUTE);
  });

  test('leaves out what was not timed, is as the plan says, or has begun', () => {
    expect(of(null)).toEqual([]);
    expect(of(HOUR)).toEqual([]);
    expect(learntLengths(rowsWith({ goLive: [real], task: [worked] }), [runTook(2 * HOUR)])).toEqual([]);
    expect(refusalOf(learnDurations(plan, [], '', anAct()))).toBe('nothing-learnt');
  });

  test('is one act, and says before what it does to the finish', () => {
    const learnt = of(3 * HOUR);
    const alone = rowsWith({ goLive: [real], task: [open] });
    expect(impactOf(alone, real, learnt, T_ZERO)).toEqual({ before: T_ZERO + HOUR, after: T_ZERO + 3 * HOUR });
    const after = rowsAfter(plan, learnDurations(plan, learnt, 'from GL-002', anAct()));
    expect(after.task.get(open.id)).toMatchObject({ durationMs: 3 * HOUR, longestMs: 3 * HOUR });
  });
});
