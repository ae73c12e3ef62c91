/** How large a file may be that is read, by what is expected in it. */
import { LARGEST_FILE } from '../../shared/base/limits.ts';

/** `exchange` is a plan that was exported here, and only then a project file is read. */
export type Expected = 'plan' | 'tickets' | 'exchange';

export interface Limits {
  /** What the table is expected to hold; decides which row and which sheet look like it. */
  readonly expected: Expected;
  readonly bytes: number;
  /** Rows that hold anything, without the header. */
  readonly rows: number;
  readonly columns: number;
  /** Bytes of all parts of a workbook once unpacked. */
  readonly unpackedBytes: number;
}

const MEGABYTE = 1024 * 1024;

export const planLimits: Limits = { expected: 'plan', bytes: LARGEST_FILE, rows: 50_000, columns: 200, unpackedBytes: 300 * MEGABYTE };
/** Rows times columns stay under the 20 million cells hucre holds at once. */
export const ticketLimits: Limits = { expected: 'tickets', bytes: LARGEST_FILE, rows: 200_000, columns: 90, unpackedBytes: 300 * MEGABYTE };
/** A plan that was exported and comes back: all tasks there may be, and as many rows again that somebody added. */
export const exchangeLimits: Limits = { ...planLimits, expected: 'exchange' };
