/** Instants and differences as reports and the timeline say them, in the zone of a go-live. Built on shared/base/time-words. */
import { formatSpan, formatTime, zoneName } from '../../base/time-words.ts';
import { wallTime, zonedInstant } from '../../base/zoned-time.ts';

/** How instants (UTC ms) read in one zone. */
export interface ZonedWords {
  /** `22:30` */
  readonly time: (at: number) => string;
  /** `21 Nov 2026` */
  readonly date: (at: number) => string;
  /** `21 Nov 22:30` */
  readonly short: (at: number) => string;
  /** `21 Nov 2026 22:30` */
  readonly full: (at: number) => string;
  /** `CET` in winter, `CEST` in summer */
  readonly zoneName: (at: number) => string;
  /** The first instant of the day that `at` falls on. */
  readonly dayStart: (at: number) => number;
  /** The first instant of the hour that `at` falls on. */
  readonly hourStart: (at: number) => number;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Throws RangeError for a zone this computer does not know; rows of the record never hold one. */
export function zonedWords(zone: string): ZonedWords {
  const time = (at: number) => formatTime(at, zone);
  const dayAndMonth = (at: number) => `${wallTime(at, zone).day} ${months[wallTime(at, zone).month - 1]}`;
  const date = (at: number) => `${dayAndMonth(at)} ${wallTime(at, zone).year}`;
  return {
    time,
    date,
    short: (at) => `${dayAndMonth(at)} ${time(at)}`,
    full: (at) => `${date(at)} ${time(at)}`,
    zoneName: (at) => zoneName(at, zone),
    dayStart: (at) => {
      const { year, month, day } = wallTime(at, zone);
      return zonedInstant(year, month, day, 0, 0, zone);
    },
    hourStart: (at) => {
      const { minute, second } = wallTime(at, zone);
      return at - minute * 60_000 - second * 1_000 - (at % 1_000);
    },
  };
}

/** A difference from plan with its sign: `+1 h 10 m`, `−12 m`; `on time` under a minute. */
export function slipText(ms: number): string {
  if (Math.abs(ms) < 60_000) return 'on time';
  return `${ms > 0 ? '+' : '−'}${formatSpan(Math.abs(ms))}`;
}
