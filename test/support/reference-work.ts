/** Working time counted step by step along the clock on the wall; shares nothing with the engine. */
import type { Calendar } from '../../shared/domain/runbook/schedule-schema.ts';
import type { Task } from '../../shared/domain/runbook/schema.ts';

/** Instants of all work lie on whole steps of this length. */
const STEP = 5 * 60_000;
const known = new WeakMap<Calendar, Map<string, boolean>>();

export function referenceWork({ calendars, zone }: { readonly calendars: readonly Calendar[]; readonly zone: string }) {
  return { onShift, workedFrom, workedUntil, workBetween };

  /** Whether the stream of the task works in the step that begins at `at`. */
  function works(task: Task, at: number): boolean {
    const calendar = calendars.find(({ stream }) => stream === task.stream);
    if (!calendar || calendar.week.every((shifts) => shifts.length === 0)) return true;
    const answers = known.get(calendar) ?? new Map<string, boolean>();
    known.set(calendar, answers);
    const key = `${zone} ${at}`;
    const answer = answers.get(key) ?? isOnShift(calendar, at);
    answers.set(key, answer);
    return answer;
  }

  function isOnShift({ week, days }: Calendar, at: number): boolean {
    const date = onTheWall(at, zone).slice(0, 10);
    const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
    const shifts = days.find((day) => day.date === date)?.shifts ?? week[weekday] ?? [];
    /* A shift lasts from the first instant of that day that shows its beginning, or more, to the first that shows its end. */
    const hasPassed = (edge: number) => {
      for (let before = at; onTheWall(before, zone).slice(0, 10) === date; before -= STEP) {
        if (minuteShown(onTheWall(before, zone)) >= edge) return true;
      }
      return false;
    };
    return shifts.some(({ from, to }) => hasPassed(from) && !hasPassed(to));
  }

  function onShift(task: Task, at: number): number {
    let start = at;
    while (!works(task, start)) start += STEP;
    return start;
  }

  function workedFrom(task: Task, at: number, work: number): number {
    let [end, left] = [at, work];
    while (left > 0) {
      if (works(task, end)) left -= STEP;
      end += STEP;
    }
    return end;
  }

  function workedUntil(task: Task, at: number, work: number): number {
    let [start, left] = [at, work];
    while (left > 0) {
      start -= STEP;
      if (works(task, start)) left -= STEP;
    }
    return start;
  }

  function workBetween(task: Task, from: number, to: number): number {
    let work = 0;
    for (let at = from; at < to; at += STEP) if (works(task, at)) work += STEP;
    return work;
  }
}

const minuteShown = (shown: string) => Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16));

const shownAt = new Map<string, string>();

/** Date and time as the clock on the wall shows it, such as 2026-11-21T22:00. */
function onTheWall(at: number, zone: string): string {
  const key = `${zone} ${at}`;
  let shown = shownAt.get(key);
  if (shown === undefined) {
    shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T');
    shownAt.set(key, shown);
  }
  return shown;
}

/** The instant as a list; empty for null. */
export function some(at: number | null): readonly number[] {
  return at === null ? [] : [at];
}

/** Computes each id once. */
export function memo<Value>(compute: (id: string) => Value): (id: string) => Value {
  const found = new Map<string, Value>();
  return (id) => {
    if (!found.has(id)) found.set(id, compute(id));
    return found.get(id) as Value;
  };
}

/** A negative length counts as none. */
export function lengthOf({ durationMs }: { readonly durationMs: number }): number {
  return Math.max(0, durationMs);
}
