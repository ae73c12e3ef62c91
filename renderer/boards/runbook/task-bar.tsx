/** One task on the clock: actual solid, forecast outlined, plan a thin bar below, blocked hatched. */
import { formatSlip } from '../../../shared/base/time-words.ts';
import { type Span, withNow } from '../../../shared/domain/runbook/drawing/scale.ts';
import type { TaskLine } from '../../../shared/domain/runbook/lines.ts';
import { isClosed } from '../../../shared/domain/runbook/task-state.ts';
import css from './runbook.module.css';

/** The span that holds every plan and forecast, and now where it is near, at least an hour, with a little room on both sides. */
export function spanOf(lines: readonly TaskLine[], now: number): Span {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { times } of lines) {
    from = Math.min(from, times.start, times.plannedStart ?? times.start);
    to = Math.max(to, times.end, times.plannedEnd ?? times.end);
  }
  const span = lines.length === 0 ? { from: now, to: now } : withNow({ from, to }, now);
  const end = Math.max(span.to, span.from + 3_600_000);
  const room = (end - span.from) * 0.03;
  return { from: span.from - room, to: end + room };
}

/** So far to the right that words behind it would be cut. */
function isAtEnd(at: number, { from, to }: Span): boolean {
  return (at - from) / (to - from) > 0.84;
}

export function TaskBar({ line, span, now }: { readonly line: TaskLine; readonly span: Span; readonly now: number }) {
  const { task, times, isLate } = line;
  const at = (instant: number) => `${((Math.min(Math.max(instant, span.from), span.to) - span.from) / (span.to - span.from)) * 100}%`;
  const length = (from: number, to: number) => `${(Math.max(0, to - from) / (span.to - span.from)) * 100}%`;
  const workedUntil = isClosed(task) ? times.end : now;
  return (
    <span className={css.track} aria-hidden="true">
      {times.plannedStart !== null && times.plannedEnd !== null && (
        <i className={css.plan} style={{ left: at(times.plannedStart), width: length(times.plannedStart, times.plannedEnd) }} />
      )}
      {task.actualStart === null && task.status !== 'skipped' && (
        <i className={css.forecast} style={{ left: at(times.start), width: length(times.start, times.end) }} />
      )}
      {task.actualStart !== null && (
        <>
          <i
            className={isClosed(task) ? css.closed : css.actual}
            style={{ left: at(task.actualStart), width: length(task.actualStart, workedUntil) }}
          />
          {!isClosed(task) && (
            <i
              className={task.status === 'blocked' ? css.hatched : css.forecast}
              style={{ left: at(now), width: length(now, times.end) }}
            />
          )}
        </>
      )}
      {now >= span.from && now <= span.to && <u className={css.now} style={{ left: at(now) }} />}
      {isLate && (
        <em
          className="f warn"
          style={
            isAtEnd(times.end, span)
              ? { right: `calc(100% - ${at(Math.min(times.start, times.plannedStart ?? times.start))} + 6px)` }
              : { left: at(times.end) }
          }
        >
          {formatSlip(times.slip)}
        </em>
      )}
    </span>
  );
}
