/**
 * The words of MS Project's XML (MSPDI, https://schemas.microsoft.com/project/2007): numbers for kinds of link and constraint, lengths,
 * clock times, and the text fields that carry what it has no field for.
 */
import type { Link } from '../../schema.ts';

export const NAMESPACE = 'http://schemas.microsoft.com/project';

/** By the number of `PredecessorLink/Type`. */
export const linkTypes: readonly Link['kind'][] = ['FF', 'FS', 'SF', 'SS'];
/** `ConstraintType`. The other numbers have no like in Gantry. */
export const constraints = { asSoonAsPossible: '0', mustStartOn: '2', startNoEarlierThan: '4' } as const;
/** `LinkLag` counts tenths of minutes. */
export const LAG_UNIT_MS = 6_000;

/** Text fields of a task, by what Gantry keeps in them: the number MS Project knows the field by, and its name. */
export const ownFields = {
  id: ['188743731', 'Text1', 'Gantry id'],
  ref: ['188743734', 'Text2', 'Gantry ref'],
  stream: ['188743737', 'Text3', 'Stream'],
  phase: ['188743740', 'Text4', 'Phase'],
  /** Where a milestone or not does not say it. */
  kind: ['188743743', 'Text5', 'Gantry kind'],
  /** `none` for no planned start, as MS Project gives every task one; or a clock time it cannot hold. */
  start: ['188743746', 'Text6', 'Gantry start'],
  /** Of a task without a planned start. */
  timing: ['188743747', 'Text7', 'Gantry timing'],
} as const;
export type OwnField = keyof typeof ownFields;
export const NO_START = 'none';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** `PT1H30M0S`. */
export function lengthText(ms: number): string {
  return `PT${Math.floor(ms / HOUR)}H${Math.floor(ms / MINUTE) % 60}M${(ms % MINUTE) / 1_000}S`;
}

/** Milliseconds of a length such as `PT8H0M0S`; null when it is none. */
export function readLengthText(text: string): number | null {
  const match = /^P(?:(\d{1,6})D)?T?(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,11}(?:\.\d{1,6})?)S)?$/.exec(text);
  if (!match || text.length < 3) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return Math.round(days * 24 * HOUR + hours * HOUR + minutes * MINUTE + seconds * 1_000);
}
