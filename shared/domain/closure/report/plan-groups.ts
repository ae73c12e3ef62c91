/** Tasks taken together as phases or streams: counts, planned and actual times, and when work was going on. */
import type { Schedule } from '../../runbook/schedule.ts';
import type { Task } from '../../runbook/schema.ts';
import { hasEndedWell, isOpen } from '../../runbook/task-state.ts';
import type { PlanGroup } from './schema-work.ts';

type Span = readonly [number, number];
const SPANS_SHOWN = 40;

/** One group for each name: first those of `order`, then the others as they are planned. */
export function groupsBy(
  tasks: readonly Task[],
  nameOf: (task: Task) => string,
  order: readonly string[],
  schedule: Schedule,
  asOf: number,
): PlanGroup[] {
  const byName = new Map<string, Task[]>();
  for (const task of tasks) {
    const name = nameOf(task);
    const group = byName.get(name);
    if (group) group.push(task);
    else byName.set(name, [task]);
  }
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...byName]
    .map(([name, members]) => groupOf(name, members, schedule, asOf))
    .sort((a, b) => place(a.name) - place(b.name) || (a.plannedStart ?? Infinity) - (b.plannedStart ?? Infinity) || 0);
}

export function groupOf(name: string, tasks: readonly Task[], { times }: Schedule, asOf: number): PlanGroup {
  const of = (...statuses: readonly Task['status'][]) => tasks.filter(({ status }) => statuses.includes(status)).length;
  const planned = tasks.flatMap((task): Span[] => {
    const { plannedStart = null, plannedEnd = null } = times.get(task.id) ?? {};
    return plannedStart === null || plannedEnd === null ? [] : [[plannedStart, plannedEnd]];
  });
  const actual = tasks.flatMap((task): Span[] => {
    if (task.status === 'skipped' || task.actualStart === null) return [];
    return [[task.actualStart, Math.max(task.actualStart, task.actualEnd ?? asOf)]];
  });
  const open = tasks.filter(isOpen).length;
  const failed = of('failed');
  const plannedEnd = highest(planned.map(([, end]) => end));
  const actualEnd = open > failed ? null : highest(actual.map(([, end]) => end));
  return {
    name,
    tasks: tasks.length,
    finished: of('finished', 'finished by workaround'),
    workaround: of('finished by workaround'),
    skipped: of('skipped'),
    failed,
    rolledBack: of('rolled back'),
    closed: tasks.filter(hasEndedWell).length,
    open,
    plannedStart: lowest(planned.map(([start]) => start)),
    plannedEnd,
    actualStart: lowest(actual.map(([start]) => start)),
    actualEnd,
    slipMs: actualEnd === null || plannedEnd === null ? null : actualEnd - plannedEnd,
    plannedSpans: joined(planned, SPANS_SHOWN),
    actualSpans: joined(actual, SPANS_SHOWN),
  };
}

/** The spans as few as they can be without gaps between them, then the smallest gaps closed until at most `most` are left. */
export function joined(spans: readonly Span[], most: number): [number, number][] {
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  if (result.length <= most) return result;
  const gaps = result.slice(1).map(([start], at) => start - (result[at]?.[1] ?? start));
  const kept = [...gaps].sort((a, b) => b - a)[most - 2] ?? Infinity;
  let allowed = most - 1;
  return result.slice(1).reduce<[number, number][]>(
    (few, [start, end], at) => {
      const last = few.at(-1) as [number, number];
      if ((gaps[at] ?? 0) >= kept && allowed > 0) {
        allowed -= 1;
        few.push([start, end]);
      } else last[1] = end;
      return few;
    },
    [[...(result[0] as [number, number])]],
  );
}

function lowest(values: readonly number[]): number | null {
  return values.reduce<number | null>((least, value) => (least === null || value < least ? value : least), null);
}

function highest(values: readonly number[]): number | null {
  return values.reduce<number | null>((most, value) => (most === null || value > most ? value : most), null);
}
