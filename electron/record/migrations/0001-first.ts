/** Format 1, of Gantry 0.1. Never edited after release: later formats are later migrations. */
import { planTables } from './0001/plan.ts';
import { workTables } from './0001/work.ts';

export const firstMigration = planTables + workTables;
