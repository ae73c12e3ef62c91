/** Trouble made by a seeded generator, spread over the plan. The same seed, plan and wishes make the same trouble. */
import type { z } from 'zod';
import type { Act } from '../../base/rule.ts';
import type { GoLive } from '../go-live/schema.ts';
import { scheduleOf } from '../runbook/schedule.ts';
import type { Task } from '../runbook/schema.ts';
import { isInRun } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';
import type { GenerateTrouble, Trouble } from './commands.ts';
import type { Injection } from './schema.ts';
import { isStrikable } from './trouble.ts';

const MINUTE = 60_000;

/** What is told for each kind; `{title}` and `{name}` are filled. */
const says: Readonly<Record<Injection['kind'], readonly string[]>> = {
  failure: [
    '{title} ended with an error. The log says: connection refused.',
    '{title} failed: the figures before and after do not agree.',
    '{title} failed: permission denied for the service account.',
  ],
  delay: [
    '{title} runs at a third of its speed.',
    '{title} waits for a lock somebody else holds.',
    '{title} waits for a part that is late.',
  ],
  absence: ['{name} had to leave and cannot be reached.', '{name} is ill and goes home.'],
  'lost connection': ['The line of {name} is down.'],
};

/**
 * Fewer than asked for when the plan has too few open tasks or nobody works in it. In the order of time. People in `runners`, who run the
 * drill, are neither sent away nor cut off.
 */
export function generatedTrouble(
  rows: Rows,
  goLive: GoLive,
  wish: z.infer<typeof GenerateTrouble>,
  act: Act,
  runners: ReadonlySet<string> = new Set(),
): readonly Trouble[] {
  const draw = drawsFrom(wish.seed);
  const pick = <Of>(list: readonly Of[]) => list[Math.floor(draw() * list.length)];
  const { times } = scheduleOf(rows, goLive, act.now);
  const open = [...rows.task.values()].filter((task) => isStrikable(task) && isInRun(task, goLive) && task.durationMs > 0);
  const people = [...new Set(open.flatMap(({ ownerIds }) => ownerIds))].filter((personId) => !runners.has(personId));
  const struck = new Set<string>();
  const made: Trouble[] = [];
  const whenOf = (task: Task) => {
    const { start, end } = times.get(task.id) ?? { start: act.now, end: act.now };
    return Math.round(Math.max(act.now, start) + (end - Math.max(act.now, start)) * (0.2 + 0.6 * draw()));
  };
  for (let at = 0; at < wish.count; at += 1) {
    const kind = pick(wish.kinds) ?? 'failure';
    const task = pick(open.filter(({ id }) => !struck.has(id)));
    if (!task) break;
    const isOfTask = kind === 'failure' || kind === 'delay';
    const personId = isOfTask ? null : (pick(people) ?? null);
    if (!isOfTask && personId === null) continue;
    if (isOfTask) struck.add(task.id);
    const words = (pick(says[kind]) ?? '').replace('{title}', task.title).replace('{name}', rows.person.get(personId ?? '')?.name ?? '');
    const lengthMs = kind === 'failure' ? 0 : Math.round(10 + draw() * (kind === 'lost connection' ? 20 : 110)) * MINUTE;
    const taskId = isOfTask ? task.id : null;
    made.push({
      id: act.newId(),
      kind,
      dueAt: whenOf(task),
      taskId,
      personId,
      lengthMs,
      says: words,
      setBy: `Generator, seed ${wish.seed}`,
    });
  }
  return made.sort((a, b) => a.dueAt - b.dueAt);
}

/** Numbers from 0 up to 1 that depend on the seed alone (mulberry32, Tommy Ettinger). */
export function drawsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
