/** What must hold between rows whichever way they came about; looked at when an act is taken back. */
import { closureContradictions } from './closure/contradictions.ts';
import { holdContradictions } from './go-live/hold-contradictions.ts';
import { incidentContradictions } from './incident/contradictions.ts';
import { readinessContradictions } from './readiness/contradictions.ts';
import { testContradictions } from './readiness/test-faults.ts';
import { rollbackContradictions } from './rollback/contradictions.ts';
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
    ...rollbackContradictions(rows),
    ...substitutedTwice(rows),
    ...calendarsOfOneStream(rows),
  ];
}

/** People for whom more than one other stands in, one for each substitution too many. */
function substitutedTwice({ substitution, person }: Rows): readonly Contradiction[] {
  const lasting = [...substitution.values()].filter(({ endedAt }) => endedAt === null).sort((a, b) => a.startedAt - b.startedAt);
  const away = new Set<string>();
  return lasting.flatMap(({ id, fromId }) => {
    const isFirst = !away.has(fromId);
    away.add(fromId);
    const name = person.get(fromId)?.name ?? 'Somebody';
    return isFirst ? [] : [{ table: 'substitution', id, fields: [], says: `somebody else stands in for ${name} already` }];
  });
}

/** Calendars of a stream that has another one, one for each too many: which of them counted would be chance. */
function calendarsOfOneStream({ calendar }: Rows): readonly Contradiction[] {
  const streams = new Set<string>();
  return [...calendar.values()].flatMap(({ id, stream }) => {
    const isFirst = streams.size < streams.add(stream).size;
    return isFirst ? [] : [{ table: 'calendar', id, fields: [], says: `${stream || 'work without a stream'} has a calendar already` }];
  });
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
