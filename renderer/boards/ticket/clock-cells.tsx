/** How the promises of a ticket stand: what is left, met when, resting, or not yet. */
import { formatClock, formatSpan } from '../../../shared/base/time-words.ts';
import { DUE_SOON_MS, type PromiseClock, ticketClocks } from '../../../shared/domain/ticket/promise.ts';
import type { Ticket } from '../../../shared/domain/ticket/schema.ts';
import { useTable } from '../../store/live.ts';
import { useNow } from '../../ui/clock.ts';
import { Mark } from '../../ui/mark.tsx';
import { Meter } from '../../ui/meter.tsx';
import styles from './ticket.module.css';

interface OfTicket {
  readonly ticket: Ticket;
}

export function ReplyClock({ ticket }: OfTicket) {
  const { reply } = useClocks(ticket);
  if (reply.state === 'running') return <Running clock={reply} />;
  return reply.state === 'met' ? <Met clock={reply} /> : <span className="q">none given</span>;
}

/** Before the first reply the resolve clock is only shown where it is the one that presses. */
export function ResolveClock({ ticket }: OfTicket) {
  const { reply, resolve } = useClocks(ticket);
  if (resolve.state === 'met') return <Met clock={resolve} />;
  if (resolve.state === 'void') return <span className="q">cancelled</span>;
  if (resolve.state === 'resting') return <Resting why={ticket.resolution} />;
  const isPressing = resolve.leftMs < DUE_SOON_MS || reply.leftMs < 0;
  return reply.state === 'running' && !isPressing ? <span className="q">after reply</span> : <Running clock={resolve} />;
}

/** `1:09`, from two days on `3 d 4 h`. */
export function hoursAndMinutes(ms: number): string {
  return ms < 48 * 3_600_000 ? formatClock(ms, false) : formatSpan(ms);
}

function Running({ clock: { leftMs, promiseMs } }: { readonly clock: PromiseClock }) {
  if (leftMs < 0) return <Mark state="breach">{formatSpan(-leftMs)} over</Mark>;
  const isSoon = leftMs < DUE_SOON_MS;
  return (
    <span className={isSoon ? `${styles.clock} warn` : styles.clock}>
      <Meter share={leftMs / promiseMs} tone={isSoon ? 'warn' : undefined} />
      <span className="f">{hoursAndMinutes(leftMs)}</span>
    </span>
  );
}

function Met({ clock: { leftMs, promiseMs } }: { readonly clock: PromiseClock }) {
  const took = <span className="f">{formatSpan(Math.max(0, promiseMs - leftMs))}</span>;
  return <span className="q">{leftMs < 0 ? <>late, {took}</> : <>met in {took}</>}</span>;
}

function Resting({ why }: { readonly why: string }) {
  return (
    <span className="q" title={why}>
      <Mark state="paused">{why || 'waiting'}</Mark>
    </span>
  );
}

function useClocks(ticket: Ticket) {
  const ticketState = useTable('ticketState');
  const now = useNow(15_000);
  return ticketClocks({ ticketState }, ticket, now);
}
