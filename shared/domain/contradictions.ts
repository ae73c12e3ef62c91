/** What must hold between rows whichever way they came about; looked at when an act is taken back. */
import { closureContradictions } from './closure/contradictions.ts';
import { holdContradictions } from './go-live/hold-contradictions.ts';
import { incidentContradictions } from './incident/contradictions.ts';
import { readinessContradictions } from './readiness/contradictions.ts';
import { testContradictions } from './readiness/test-faults.ts';
import { rosterContradictions } from './roster/contradictions.ts';
import { hasBegun, whatHolds } from './runbook/task-state.ts';
import type { Rows } from './tables.ts';
import { trainingContradictions } from './training/contradictions.ts';

export interface Contradiction {
  /** The row whose later act does not fit any more. */
  readonly table: string;
  readonly id: string;
  /** The fields that act set. */
  readonly fields: readonly string[];
  readonly says: string;
}

/** Empty in a sound go-live. */
export function contradictions(rows: Rows): readonly Contradiction[] {
  return [
    ...heldTasks(rows),
    ...incidentContradictions(rows),
    ...readinessContradictions(rows),
    ...rosterContradictions(rows),
    ...testContradictions(rows),
    ...trainingContradictions(rows),
    ...closureContradictions(rows),
    ...holdContradictions(rows),
  ];
}

/** Tasks that have begun though something still holds them, one for each that holds: what held a task before an act is no news after it. */
function heldTasks(rows: Rows): readonly Contradiction[] {
  return [...rows.task.values()].filter(hasBegun).flatMap((task) =>
    whatHolds(rows, task).map(({ ref }) => {
      const says = `${task.ref} has begun and needs ${ref}`;
      return { table: 'task', id: task.id, fields: ['status', 'actualStart'], says };
    }),
  );
}
