/** Instants and lengths of time on screen, in the voice of facts and always with a zone within reach. */
import { createContext, type ReactNode, use } from 'react';
import {
  formatClock,
  formatDay,
  formatInstant,
  formatOffset,
  formatSpan,
  formatTime,
  sameDay,
  zoneName,
} from '../../shared/base/time-words.ts';
import { useNow } from './clock.ts';
import { BigFigure, type BigFigureProps } from './figure.tsx';

const MINUTE = 60_000;

const Zone = createContext('UTC');

/** Says in which IANA zone the times below are shown where they do not name one themselves. */
export function ZoneProvider({ zone, children }: { readonly zone: string; readonly children: ReactNode }) {
  return <Zone value={zone}>{children}</Zone>;
}

export function useZone(): string {
  return use(Zone);
}

export interface TimeProps {
  /** UTC ms. */
  readonly at: number;
  /** IANA zone; the provider's where it is not given. */
  readonly zone?: string;
  readonly seconds?: boolean;
  /** `other` shows the day where it is not today, `always` and `never` as they say. `other` unless told. */
  readonly day?: 'other' | 'always' | 'never';
  /** Prints the zone's short name after the time. Leave it out only where a column head or a title says it. */
  readonly withZone?: boolean;
}

/** `23:42`, `Sun 22 Nov 04:00 CET`. The full instant is in the title. */
export function Time({ at, zone, seconds = false, day = 'other', withZone = false }: TimeProps) {
  const provided = useZone();
  const shown = zone ?? provided;
  const now = useNow(MINUTE);
  const withDay = day === 'always' || (day === 'other' && !sameDay(at, now, shown));
  return (
    <time dateTime={new Date(at).toISOString()} title={`${formatInstant(at, shown)} ${zoneName(at, shown)}`} className="nw">
      {withDay && <span className="day">{formatDay(at, shown)} </span>}
      <span className="f">{formatTime(at, shown, seconds)}</span>
      {withZone && ` ${zoneName(at, shown)}`}
    </time>
  );
}

/** The short name of the provided zone at this time of the year, such as `CET`: the head of a column of times. */
export function ZoneName() {
  const zone = useZone();
  return zoneName(useNow(MINUTE), zone);
}

/** How long ago an instant is: `38 m`. Instants to come read `0 s`. */
export function Ago({ at }: { readonly at: number }) {
  const now = useNow(1_000);
  return <span className="f nw">{formatSpan(Math.max(0, now - at))}</span>;
}

/** An offset from T-0: `T-01:30`. */
export function TOffset({ ms, seconds = false }: { readonly ms: number; readonly seconds?: boolean }) {
  return <span className="f nw">{formatOffset(ms, seconds)}</span>;
}

/** A length of time: `1 h 12 m`. */
export function Span({ ms }: { readonly ms: number }) {
  return <span className="f nw">{formatSpan(ms)}</span>;
}

export interface ClockProps extends Omit<BigFigureProps, 'value'> {
  /** Counts down to this instant; below zero it shows what it is over. */
  readonly until?: number;
  /** Counts up from this instant. */
  readonly since?: number;
}

/** A big running clock: `1:12:13`. */
export function Clock({ until, since, ...figure }: ClockProps) {
  const now = useNow(1_000);
  const ms = until !== undefined ? until - now : now - (since ?? now);
  return <BigFigure {...figure} value={formatClock(ms)} />;
}
