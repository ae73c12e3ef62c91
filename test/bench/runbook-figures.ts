/** What the schedule of a large plan takes: made anew, after one act, its odds, each beside a plain pass over the same network. */
import { openScheduler } from '../../shared/domain/runbook/engine/scheduler.ts';
import { finishOdds } from '../../shared/domain/runbook/odds/finish-odds.ts';
import { remainingOf } from '../../shared/domain/runbook/odds/remaining.ts';
import type { Task } from '../../shared/domain/runbook/schema.ts';
import { type Figure, inMs, median, timed } from './figure.ts';
import { wovenPlan } from './large-plan.ts';
import { plainSchedule } from './plain-schedule.ts';

const TASKS = 15_000;
const LINKS = 40_000;
const RUNS = 1_000;
const TIMES = 31;
const HOUR = 3_600_000;

export async function runbookFigures(): Promise<readonly Figure[]> {
  const { goLive, tasks, links } = wovenPlan(TASKS, LINKS);
  const now = goLive.tZeroAt - HOUR;
  const task = new Map(tasks.map((row) => [row.id, row]));
  const link = new Map(links.map((row) => [row.id, row]));
  const rows = { task, link };
  agree(plainSchedule(task, link).finish, (openScheduler().next(rows, goLive, now).finish ?? 0) - goLive.tZeroAt);

  /* Turn by turn, so that both meet the machine in the same state. */
  const [plain, full]: [number[], number[]] = [[], []];
  for (let run = 0; run < TIMES; run += 1) {
    plain.push(await timed(() => plainSchedule(task, link)));
    full.push(await timed(() => openScheduler().next(rows, goLive, now)));
  }

  const kept = openScheduler();
  kept.next(rows, goLive, now);
  let current: ReadonlyMap<string, Task> = task;
  const acts: number[] = [];
  for (let run = 0; run < TIMES; run += 1) {
    const next = new Map(current);
    const worked = tasks[run * 7] as Task;
    next.set(worked.id, { ...worked, status: 'finished', actualStart: now - HOUR, actualEnd: now - HOUR / 2 });
    current = next;
    acts.push(await timed(() => kept.next({ task: current, link }, goLive, now)));
  }
  const standing = kept.standing();
  if (!standing) throw new Error('nothing was scheduled');
  const odds: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    odds.push(await timed(() => finishOdds(remainingOf(standing, goLive.windowEnd + 1_000 * HOUR, goLive.zone), RUNS, Math.random)));
  }
  const size = `${TASKS.toLocaleString('en-US')} tasks, ${LINKS.toLocaleString('en-US')} links`;
  return [
    inMs(`plain pass over ${size}, rows to arrays`, median(plain)),
    inMs(`full schedule, rows to result`, median(full), 15),
    { name: '  as a multiple of the plain pass', value: median(full) / median(plain), unit: '×', limit: 2 },
    inMs('  the quickest', Math.min(...full)),
    inMs('one act on it, scheduled anew', median(acts), 50),
    { name: '  as a multiple of the plain pass', value: median(acts) / median(plain), unit: '×', limit: null },
    inMs(`finish odds of ${RUNS.toLocaleString('en-US')} runs`, median(odds), 500),
    inMs('  one run', median(odds) / RUNS),
    { name: '  one run as a multiple of the plain pass', value: median(odds) / RUNS / median(plain), unit: '×', limit: null },
  ];
}

function agree(plain: number, engine: number): void {
  if (plain !== engine) throw new Error(`the plain pass finishes ${plain - engine} ms apart from the engine`);
}
