/** What the wall shows of the tasks: what runs, what the next hour brings, what is stopped, what is late. */
import { formatSlip } from '../../../shared/base/time-words.ts';
import type { GoLive } from '../../../shared/domain/go-live/schema.ts';
import { isStopped, type TaskLine } from '../../../shared/domain/runbook/lines.ts';
import { countedLines, tallyOf } from '../../../shared/domain/runbook/tally.ts';
import { isClosed } from '../../../shared/domain/runbook/task-state.ts';

const HOUR = 3_600_000;

export interface Coming {
  readonly at: number;
  readonly line: TaskLine;
  readonly what: 'starts' | 'ends' | 'clears';
}

export interface WallFacts {
  /** The one that ends first, first. */
  readonly running: readonly TaskLine[];
  /** Starts, ends and blocks that are expected to clear within the hour, in the order of time. */
  readonly nextHour: readonly Coming[];
  /** Blocked or failed, critical ones first. */
  readonly stopped: readonly TaskLine[];
  /** Open and late, the latest first; without what is stopped. */
  readonly late: readonly TaskLine[];
  readonly closed: number;
  readonly all: number;
}

/** Of the tasks that count in `run`. */
export function wallFacts(lines: readonly TaskLine[], run: Pick<GoLive, 'kind'>, now: number): WallFacts {
  const worked = countedLines(lines, run);
  const { closed, all } = tallyOf(worked);
  const running = worked.filter(({ state }) => state === 'in progress').sort((a, b) => a.times.end - b.times.end);
  const stopped = worked
    .filter(isStopped)
    .sort((a, b) => Number(b.times.isCritical) - Number(a.times.isCritical) || b.times.slip - a.times.slip);
  const late = worked.filter((line) => line.isLate && !isStopped(line)).sort((a, b) => b.times.slip - a.times.slip);
  const nextHour = worked
    .flatMap((line): readonly Coming[] => {
      const { task, state, times } = line;
      if (isClosed(task)) return [];
      if (state === 'blocked') return task.clearsAt === null ? [] : [{ at: task.clearsAt, line, what: 'clears' }];
      return task.actualStart === null ? [{ at: times.start, line, what: 'starts' }] : [{ at: times.end, line, what: 'ends' }];
    })
    .filter(({ at }) => at >= now - HOUR && at <= now + HOUR)
    .sort((a, b) => a.at - b.at);
  return { running, nextHour, stopped, late, closed, all };
}

/** The one sentence across the wall: the worst that is true. Null when nothing is wrong. */
export function worstOf({
  stopped,
  late,
}: WallFacts): { readonly sentence: string; readonly because: string; readonly isStop: boolean } | null {
  const [first, ...others] = stopped;
  if (first) {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    return {
      sentence: `${first.task.ref} ${first.task.title}: ${first.state}${more}`,
      because: first.task.reason || first.owners,
      isStop: true,
    };
  }
  const [latest] = late;
  if (!latest) return null;
  const sentence = late.length === 1 ? `${latest.task.ref} ${latest.task.title} is late` : `${late.length} tasks are late`;
  return { sentence, because: `at most ${formatSlip(latest.times.slip)} min, ${latest.task.ref}`, isStop: false };
}
