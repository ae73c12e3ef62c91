/** How tickets come and go over time. */
import type { Ticket } from './schema.ts';
import { isOpen } from './ways.ts';

/** One span of time: what came, what went, and what was open at its end. */
export interface FlowBucket {
  /** UTC ms; the bucket ends where the next begins. */
  readonly from: number;
  readonly logged: number;
  /** Resolved or cancelled. A ticket taken up again has not gone. */
  readonly left: number;
  readonly open: number;
}

/** Buckets of `bucketMs` from `from` until the one that holds `to`. Empty when `to` lies before `from`. */
export function ticketFlow(tickets: Iterable<Ticket>, from: number, to: number, bucketMs: number): readonly FlowBucket[] {
  const count = to < from ? 0 : Math.floor((to - from) / bucketMs) + 1;
  const logged = new Array<number>(count).fill(0);
  const left = new Array<number>(count).fill(0);
  let open = 0;
  for (const ticket of tickets) {
    const leftAt = leftOpenAt(ticket);
    if (ticket.openedAt < from) open += 1;
    else bump(logged, ticket.openedAt);
    if (leftAt === null) continue;
    if (leftAt < from) open -= 1;
    else bump(left, leftAt);
  }
  return logged.map((came, index) => {
    const went = left[index] ?? 0;
    open += came - went;
    return { from: from + index * bucketMs, logged: came, left: went, open };
  });

  function bump(counts: number[], at: number) {
    const index = Math.floor((at - from) / bucketMs);
    const known = counts[index];
    if (known !== undefined) counts[index] = known + 1;
  }
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const bucketSizes = [15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, DAY, 7 * DAY, 30 * DAY, 365 * DAY] as const;
const MOST_BUCKETS = 32;

export interface FlowSpan {
  readonly from: number;
  readonly bucketMs: number;
  /** True when it begins at T-0. */
  readonly sinceTZero: boolean;
}

/** The span a chart of the flow covers: since T-0 once tickets come after it, else since the first ticket; null when there is none to show. */
export function flowSpan(tickets: Iterable<Ticket>, tZeroAt: number, now: number): FlowSpan | null {
  let first = Number.POSITIVE_INFINITY;
  let afterTZero = false;
  for (const { openedAt } of tickets) {
    first = Math.min(first, openedAt);
    afterTZero ||= openedAt >= tZeroAt;
  }
  if (first > now) return null;
  const sinceTZero = afterTZero && tZeroAt <= now;
  const start = sinceTZero ? tZeroAt : first;
  const bucketMs = bucketSizes.find((size) => (now - start) / size < MOST_BUCKETS) ?? 365 * DAY;
  const count = Math.min(MOST_BUCKETS, Math.floor((now - start) / bucketMs) + 1);
  const begun = Math.floor((now - start) / bucketMs) + 1 - count;
  const aligned = sinceTZero ? start : start - modulo(start - tZeroAt, Math.min(bucketMs, HOUR));
  return { from: aligned + begun * bucketMs, bucketMs, sinceTZero };
}

/** When it was no longer open; null while it is. */
function leftOpenAt(ticket: Ticket): number | null {
  return isOpen(ticket) ? null : Math.max(ticket.resolvedAt ?? ticket.closedAt ?? 0, ticket.openedAt);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
