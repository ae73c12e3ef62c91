/** Tickets opened and closed step by step: per hour while it is a matter of days, per day or more days when it is longer. */
import type { Rows } from '../../tables.ts';
import { ticketHistory } from '../../ticket/history.ts';
import type { Ticket } from '../../ticket/schema.ts';
import { isOpen } from '../../ticket/ways.ts';
import type { ZonedWords } from '../../timeline/zoned-words.ts';
import type { TicketsPart } from './schema-support.ts';

type Series = TicketsPart['series'];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MOST_STEPS = 62;

/** Days begin at midnight in the go-live's zone. Tickets opened after `asOf` are not in it. */
export function ticketSeries(tickets: readonly Ticket[], rows: Rows, clock: ZonedWords, asOf: number): Series {
  const ends = endsOf(tickets, rows);
  const opened = tickets.map(({ openedAt }) => openedAt).filter((at) => at <= asOf);
  const closed = tickets.flatMap(({ id }) => ends.get(id) ?? []).filter((at) => at <= asOf);
  if (opened.length === 0) return { step: 'day', points: [] };
  const first = opened.reduce((least, at) => Math.min(least, at), Infinity);
  const last = [...opened, ...closed].reduce((most, at) => Math.max(most, at), 0);
  const days = stepDays(last - first);
  const starts = days === 0 ? hourStarts(first, last, clock) : dayStarts(first, last, days, clock);
  const openedBy = countIn(starts, opened);
  const closedBy = countIn(starts, closed);
  let open = 0;
  const points = starts.map((from, at) => {
    const [in_, out] = [openedBy[at] ?? 0, closedBy[at] ?? 0];
    open += in_ - out;
    return { from, opened: in_, closed: out, open };
  });
  return { step: days === 0 ? 'hour' : days === 1 ? 'day' : `${days} days`, points };
}

/** 0 for hours. */
function stepDays(lengthMs: number): number {
  if (lengthMs <= (MOST_STEPS - 2) * HOUR_MS) return 0;
  const days = lengthMs / DAY_MS + 2;
  return [1, 7, 28].find((step) => days / step <= MOST_STEPS) ?? Math.ceil(days / MOST_STEPS);
}

function hourStarts(first: number, last: number, clock: ZonedWords): number[] {
  const starts: number[] = [];
  for (let at = clock.hourStart(first); at <= last; at += HOUR_MS) starts.push(at);
  return starts;
}

function dayStarts(first: number, last: number, days: number, clock: ZonedWords): number[] {
  const starts: number[] = [];
  // Half a day more lands safely inside the day meant, however the clocks changed in between.
  for (let at = clock.dayStart(first); at <= last; at = clock.dayStart(at + days * DAY_MS + DAY_MS / 2)) starts.push(at);
  return starts;
}

function countIn(starts: readonly number[], instants: readonly number[]): number[] {
  const counts = starts.map(() => 0);
  let step = 0;
  for (const at of [...instants].sort((a, b) => a - b)) {
    while ((starts[step + 1] ?? Infinity) <= at) step += 1;
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return counts;
}

/** When each ticket that is no longer open ended; where no time is known, when it reached its last state, else its opening. */
function endsOf(tickets: readonly Ticket[], rows: Rows): ReadonlyMap<string, number> {
  return new Map(
    tickets
      .filter((ticket) => !isOpen(ticket))
      .map(({ id, openedAt, resolvedAt, closedAt }) => {
        const end = resolvedAt ?? closedAt ?? ticketHistory(rows, id).at(-1)?.occurredAt ?? openedAt;
        return [id, Math.max(openedAt, end)];
      }),
  );
}
