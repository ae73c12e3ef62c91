/** The kinds of field every row and command is made of, with their bounds. */
import { z } from 'zod';

/** Latest instant accepted anywhere: 2200-01-01, so a mistyped year is refused instead of stored. */
export const LAST_INSTANT = Date.UTC(2200, 0, 1);
const YEAR_MS = 366 * 24 * 3_600_000;

export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'is not an id of this record');
/** One line that must say something, at most 200 characters. */
export const line = z.string().trim().min(1, 'must not be empty').max(200, 'is longer than 200 characters');
/** One line that may be empty. */
export const optionalLine = z.string().trim().max(200, 'is longer than 200 characters');
/** Several lines, may be empty, at most 8,000 characters. */
export const text = z.string().trim().max(8_000, 'is longer than 8,000 characters');
/** Several lines that must say something: a reason, a note. */
export const reason = z.string().trim().min(1, 'must not be empty').max(2_000, 'is longer than 2,000 characters');
/** A short reference people see, such as `T-014`. */
export const ref = z.string().regex(/^[A-Z]{1,4}-\d{1,7}$/, 'is not a reference such as T-014');
/** A key inside a playbook, such as `staging-deployment`. */
export const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a key such as staging-deployment')
  .max(80);
/** An instant: UTC milliseconds since 1970. */
export const instant = z.number().int('is not a whole number of milliseconds').min(0).max(LAST_INSTANT, 'lies after the year 2199');
/** Milliseconds counted from T-0; negative lies before it. */
export const offset = z
  .number()
  .int()
  .min(-10 * YEAR_MS)
  .max(10 * YEAR_MS);
/** A length of time in milliseconds. */
export const duration = z
  .number()
  .int()
  .min(0, 'must not be negative')
  .max(10 * YEAR_MS);
export const count = z.number().int().min(0).max(1_000_000);
/** Catalogue ids of the source process that a row serves, such as `S3-022`. */
export const catalogueIds = z.array(z.string().max(12)).max(40);
/** Columns of an imported file that no field takes, kept word for word. */
export const extra = z.record(z.string().max(200), z.string().max(8_000));
