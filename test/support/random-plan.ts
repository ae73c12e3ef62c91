/** Random plans and random acts on them, in steps of five minutes, for comparing the engine with the reference. */
import fc from 'fast-check';
import { type Gate, gate as gates } from '../../shared/domain/gate/schema.ts';
import type { Calendar, Hold } from '../../shared/domain/runbook/schedule-schema.ts';
import { type Link, linkKinds, runsIn, type Task, taskKinds, taskStatuses, timings } from '../../shared/domain/runbook/schema.ts';
import { aTask, goLiveId, idOf } from './builders.ts';
import type { ReferencePlan } from './reference-schedule.ts';

const FIRST_LINK = 5_000;
const STEP = 5 * 60_000;
const PHASES = ['', 'first', 'second', 'third'];
const STREAMS = ['', 'Data', 'Network', 'Night', 'Idle'];
/** The nights the clocks in Prague go forward and back, and one on which they do not. */
const T_ZEROS = [Date.UTC(2026, 2, 29, 0, 0), Date.UTC(2026, 9, 25, 0, 0), Date.UTC(2026, 10, 21, 21, 0)];

const week = (shifts: Calendar['week'][number], weekend = shifts): Calendar['week'] => [
  shifts,
  shifts,
  shifts,
  shifts,
  shifts,
  weekend,
  weekend,
];
const calendars: readonly Calendar[] = [
  calendarOf(1, 'Data', week([{ from: 480, to: 1_020 }], [{ from: 600, to: 720 }])),
  calendarOf(
    2,
    'Network',
    week([
      { from: 0, to: 145 },
      { from: 150, to: 390 },
      { from: 1_200, to: 1_440 },
    ]),
    [
      { date: '2026-11-22', shifts: [] },
      {
        date: '2026-10-25',
        shifts: [
          { from: 135, to: 160 },
          { from: 165, to: 1_440 },
        ],
      },
    ],
  ),
  calendarOf(
    3,
    'Night',
    week([
      { from: 155, to: 185 },
      { from: 190, to: 1_300 },
    ]),
  ),
  calendarOf(4, 'Idle', week([])),
];

function calendarOf(number: number, stream: string, shifts: Calendar['week'], days: Calendar['days'] = []): Calendar {
  return { id: idOf(800 + number), goLiveId, stream, week: shifts, days };
}

export interface RandomNight {
  readonly plan: ReferencePlan;
  readonly now: number;
}

const instant = fc.integer({ min: -60, max: 60 });
const length = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }));
const randomTask = fc.record({
  kind: fc.oneof({ weight: 4, arbitrary: fc.constant('task' as const) }, { weight: 2, arbitrary: fc.constantFrom(...taskKinds) }),
  phase: fc.constantFrom(...PHASES),
  stream: fc.constantFrom(...STREAMS),
  startOffset: fc.option(instant),
  durationMs: length,
  timing: fc.constantFrom(...timings),
  runIn: fc.oneof({ weight: 5, arbitrary: fc.constant('always' as const) }, { weight: 1, arbitrary: fc.constantFrom(...runsIn) }),
  parent: fc.option(fc.nat(), { freq: 2 }),
  work: workOf(),
});

function workOf() {
  return fc.record({
    status: fc.oneof({ weight: 2, arbitrary: fc.constant('planned' as const) }, { weight: 1, arbitrary: fc.constantFrom(...taskStatuses) }),
    began: fc.option(instant),
    took: length,
    clearsAt: fc.option(instant),
    blockedAt: fc.option(length),
  });
}

const randomLink = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  kind: fc.constantFrom(...linkKinds),
  lag: fc.oneof(fc.constant(0), fc.integer({ min: -15, max: 15 })),
});
const randomGate = fc.record({
  phase: fc.constantFrom(...PHASES),
  guards: fc.subarray(PHASES.slice(1)),
  plannedOffset: fc.option(instant),
  decision: fc.constantFrom('go' as const, 'no-go' as const, null),
  decided: instant,
});
const randomHold = fc.record({ expected: fc.option(instant), hasEnded: fc.boolean() });

/** Most are free of circles: a link leads back to an earlier task only now and then. */
export const randomNight: fc.Arbitrary<RandomNight> = fc
  .record({
    tasks: fc.array(randomTask, { minLength: 1, maxLength: 14 }),
    links: fc.array(randomLink, { maxLength: 24 }),
    mayCircle: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    gates: fc.array(randomGate, { maxLength: 3 }),
    holds: fc.array(randomHold, { maxLength: 1 }),
    tZeroAt: fc.constantFrom(...T_ZEROS),
    kind: fc.constantFrom('live' as const, 'rehearsal' as const),
    hasCalendars: fc.boolean(),
    now: instant,
  })
  .map((made) => {
    const at = (steps: number) => made.tZeroAt + steps * STEP;
    const tasks = made.tasks.map((given, index) => {
      const parent = given.parent === null ? null : given.parent % made.tasks.length;
      const isParent = parent !== null && (made.mayCircle || parent < index);
      const { kind, phase, stream, timing, runIn } = given;
      return aTask({
        id: idOf(1_000 + index),
        ref: `T-${String(index).padStart(3, '0')}`,
        kind,
        phase,
        stream,
        timing,
        runIn,
        position: index,
        startOffset: given.startOffset === null ? null : given.startOffset * STEP,
        durationMs: given.durationMs * STEP,
        parentId: isParent ? idOf(1_000 + parent) : null,
        ...worked(given.work, at),
      });
    });
    const plan: ReferencePlan = {
      tasks,
      links: made.links.flatMap((given, index) => linkOf(given, index, tasks.length, made.mayCircle)),
      gates: made.gates.map((given, index) => gateOf(given, index, at)),
      holds: made.holds.map((given, index) => holdOf(given, index, at)),
      calendars: made.hasCalendars ? calendars : [],
      zone: 'Europe/Prague',
      tZeroAt: made.tZeroAt,
      kind: made.kind,
    };
    return { plan, now: at(made.now) };
  });

type Given<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

function worked(given: Given<ReturnType<typeof workOf>>, at: (steps: number) => number): Partial<Task> {
  const { status, began, took } = given;
  const isOver = status !== 'planned' && status !== 'in progress' && status !== 'blocked';
  const hasBegun = status !== 'planned' && began !== null;
  return {
    status,
    actualStart: hasBegun ? at(began) : null,
    actualEnd: isOver && began !== null ? at(began + took) : null,
    blockedAt: status === 'blocked' && given.blockedAt !== null ? at((began ?? 0) + given.blockedAt) : null,
    clearsAt: status === 'blocked' && given.clearsAt !== null ? at(given.clearsAt) : null,
  };
}

function linkOf(given: Given<typeof randomLink>, index: number, tasks: number, mayCircle: boolean): readonly Link[] {
  const [from, to] = [given.from % (tasks + 1), given.to % tasks]; // one past the last names a task that is missing
  if (!mayCircle && from >= to) return [];
  return [
    {
      id: idOf(FIRST_LINK + index),
      goLiveId,
      fromId: idOf(1_000 + from),
      toId: idOf(1_000 + to),
      kind: given.kind,
      lagMs: given.lag * STEP,
    },
  ];
}

/** One that no link has, also after links were removed. */
function nextIndex(links: readonly Link[]): number {
  return Math.max(0, ...links.map(({ id }) => Number(id.slice(-12)) - FIRST_LINK + 1));
}

function gateOf({ decided, plannedOffset, ...given }: Given<typeof randomGate>, index: number, at: (steps: number) => number): Gate {
  return {
    id: idOf(700 + index),
    goLiveId,
    ref: `G-${index}`,
    title: 'May we?',
    question: '',
    position: index,
    deciderRole: 'lead',
    positions: [],
    plannedOffset: plannedOffset === null ? null : plannedOffset * STEP,
    decidedBy: '',
    decidedAt: given.decision === null ? null : at(decided),
    reasons: '',
    known: null,
    catalogueIds: [],
    ...gates.added,
    ...given,
  };
}

function holdOf({ expected, hasEnded }: Given<typeof randomHold>, index: number, at: (steps: number) => number): Hold {
  return {
    id: idOf(600 + index),
    goLiveId,
    ref: `H-${index}`,
    reason: 'Power is out',
    taskId: null,
    calledBy: 'L. Costa',
    startedAt: at(-70),
    expectedEndAt: expected === null ? null : at(expected),
    endedAt: hasEnded ? at(-65) : null,
    endedBy: '',
    tZeroAt: at(0),
  };
}

/** One act on the plan of a night. */
export type RandomAct = (night: RandomNight) => RandomNight;

export const randomAct: fc.Arbitrary<RandomAct> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.nat(), workOf()).map(([which, work]) => onTask(which, (_, at) => worked(work, at))) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(), length, fc.option(instant), fc.constantFrom(...timings))
      .map(([which, steps, start, timing]) =>
        onTask(which, () => ({ durationMs: steps * STEP, startOffset: start === null ? null : start * STEP, timing })),
      ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.nat(), fc.constantFrom(...STREAMS)).map(([which, stream]) => onTask(which, () => ({ stream }))) },
  {
    weight: 1,
    arbitrary: randomLink.map(
      (given): RandomAct =>
        ({ plan, now }) => {
          const links = linkOf(given, nextIndex(plan.links), plan.tasks.length, false);
          return { plan: { ...plan, links: [...plan.links, ...links] }, now };
        },
    ),
  },
  { weight: 1, arbitrary: fc.constant<RandomAct>(({ plan, now }) => ({ plan: { ...plan, links: plan.links.slice(1) }, now })) },
  {
    weight: 1,
    arbitrary: randomGate.map(
      (given): RandomAct =>
        ({ plan, now }) => {
          const [first, ...others] = plan.gates;
          const decided = first && { ...first, decision: given.decision, decidedAt: plan.tZeroAt + given.decided * STEP };
          return { plan: { ...plan, gates: decided ? [decided, ...others] : [] }, now };
        },
    ),
  },
  {
    weight: 1,
    arbitrary: randomHold.map(
      (given): RandomAct =>
        ({ plan, now }) => {
          return { plan: { ...plan, holds: [holdOf(given, 1, (steps) => plan.tZeroAt + steps * STEP)] }, now };
        },
    ),
  },
  {
    weight: 2,
    arbitrary: instant.map(
      (steps): RandomAct =>
        ({ plan, now }) => ({ plan, now: now + steps * STEP }),
    ),
  },
  {
    weight: 1,
    arbitrary: instant.map(
      (steps): RandomAct =>
        ({ plan, now }) => ({ plan: { ...plan, tZeroAt: plan.tZeroAt + steps * STEP }, now }),
    ),
  },
);

function onTask(which: number, change: (task: Task, at: (steps: number) => number) => Partial<Task>): RandomAct {
  return ({ plan, now }) => {
    const index = which % plan.tasks.length;
    const at = (steps: number) => plan.tZeroAt + steps * STEP;
    return { plan: { ...plan, tasks: plan.tasks.map((task, place) => (place === index ? { ...task, ...change(task, at) } : task)) }, now };
  };
}
