/** The instant of the invented night: T+01:42:07, 23:42:07 CET. */
export const NIGHT = Date.UTC(2026, 10, 21, 22, 42, 7);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
