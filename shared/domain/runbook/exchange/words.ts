/** The words a file may use where a task's field holds one of a few. */
import { plannedKinds, runsIn, timings } from '../schema.ts';

/** A rollback task belongs to a rollback that was decided on; a plan holds none. */
export const kindsInFile = [...plannedKinds, 'group'] as const;
export const timingsInFile = timings;
export const runsInFile = runsIn;
