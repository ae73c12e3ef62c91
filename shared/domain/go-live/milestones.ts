/** The instants a go-live is steered by: its gates, T-0, its milestones, and the end of the work planned inside the change window. */
import { mayDecideAgain } from '../gate/decision-rules.ts';
import type { Gate } from '../gate/schema.ts';
import type { Schedule } from '../runbook/schedule.ts';
import { isClosed } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';
import type { GoLive } from './schema.ts';

export interface Milestone {
  readonly kind: 'gate' | 't-zero' | 'task' | 'finish';
  /** Reference of the gate or task; empty for T-0 and the finish. */
  readonly ref: string;
  readonly title: string;
  /** UTC ms; null when the plan gives no time. */
  readonly plannedAt: number | null;
  /** When it is forecast, or when it happened; UTC ms. Null for a gate that neither plan nor tasks give a time. */
  readonly at: number | null;
  readonly isReached: boolean;
}

/** Every milestone, in the order of their times; those without one last. */
export function milestonesOf(rows: Rows, goLive: GoLive, schedule: Schedule, now: number): readonly Milestone[] {
  const gates = gateTimes(rows, schedule).map(({ gate, plannedAt, at }) => ({
    kind: 'gate' as const,
    ref: gate.ref,
    title: gate.title,
    plannedAt,
    at,
    isReached: !mayDecideAgain(gate),
  }));
  const tasks = [...rows.task.values()].flatMap((task) => {
    const times = schedule.times.get(task.id);
    if (task.kind !== 'milestone' || task.status === 'skipped' || !times) return [];
    const { ref, title } = task;
    return [{ kind: 'task' as const, ref, title, plannedAt: times.plannedEnd, at: times.end, isReached: isClosed(task) }];
  });
  const { tZeroAt } = goLive;
  const tZero = { kind: 't-zero', ref: '', title: goLive.tZeroMeans, plannedAt: tZeroAt, at: tZeroAt, isReached: now >= tZeroAt } as const;
  const finish = cutoverFinish(rows, goLive, schedule);
  const end = finish && {
    kind: 'finish' as const,
    ref: '',
    title: 'Cutover finish',
    plannedAt: finish.plannedAt,
    at: finish.at,
    isReached: finish.isReached,
  };
  return [...gates, ...tasks, tZero, ...(end ? [end] : [])].sort((a, b) => (a.at ?? LATEST) - (b.at ?? LATEST));
}

/** The first that is not reached; null when all are. */
export function nextMilestone(milestones: readonly Milestone[]): Milestone | null {
  return milestones.find(({ isReached }) => !isReached) ?? null;
}

export interface GateTime {
  readonly gate: Gate;
  readonly plannedAt: number | null;
  /** When it was decided; else the earliest it may be; null for an open gate that the plan gives no time. */
  readonly at: number | null;
}

/** The gates in their order. */
export function gateTimes(rows: Pick<Rows, 'gate'>, { gates }: Pick<Schedule, 'gates'>): readonly GateTime[] {
  return [...rows.gate.values()]
    .sort((a, b) => a.position - b.position)
    .map((gate) => {
      const { plannedAt, at } = gates.get(gate.id) ?? { plannedAt: null, at: 0 };
      return { gate, plannedAt, at: mayDecideAgain(gate) ? plannedAt && at : gate.decidedAt };
    });
}

export interface CutoverFinish {
  readonly plannedAt: number | null;
  /** Forecast while work is left, else when it ended; UTC ms. */
  readonly at: number;
  readonly isReached: boolean;
  /** The task that ends last. */
  readonly lastTaskId: string;
}

/**
 * The end of the work of the change window: all tasks that go forward but those the plan starts at its end or later. A group ends with
 * what stands in it. Null when there are none.
 */
export function cutoverFinish(
  rows: Pick<Rows, 'task'>,
  { windowEnd }: Pick<GoLive, 'windowEnd'>,
  schedule: Pick<Schedule, 'times'>,
): CutoverFinish | null {
  let [plannedAt, at]: [number | null, number] = [null, Number.NEGATIVE_INFINITY];
  let lastTaskId: string | null = null;
  let isReached = true;
  for (const task of rows.task.values()) {
    if (task.status === 'skipped' || task.kind === 'group' || task.kind === 'rollback') continue;
    const times = schedule.times.get(task.id);
    if (!times || (times.plannedStart !== null && times.plannedStart >= windowEnd)) continue;
    if (lastTaskId === null || times.end > at) [lastTaskId, at] = [task.id, times.end];
    if (times.plannedEnd !== null && (plannedAt === null || times.plannedEnd > plannedAt)) plannedAt = times.plannedEnd;
    isReached &&= isClosed(task);
  }
  return lastTaskId === null ? null : { plannedAt, at, isReached, lastTaskId };
}

const LATEST = Number.POSITIVE_INFINITY;
