/** What a drill taught: when each trouble struck, how long until somebody noticed, and until it was mended. From rows and journal. */
import type { Change } from '../../base/change.ts';
import type { Entry } from '../../base/entry.ts';
import type { Rows } from '../tables.ts';
import type { Injection } from './schema.ts';

export interface Lesson {
  readonly injection: Injection;
  /** When somebody first dealt with it, or logged an incident; UTC ms, null when nobody did. */
  readonly noticedAt: number | null;
  readonly mendedAt: number | null;
}

const mendedTo: ReadonlySet<unknown> = new Set(['finished', 'finished by workaround', 'skipped', 'rolled back']);

/** `entries` are those of the drill, oldest first. In the order of the strikes; what never struck comes last. */
export function debriefOf(rows: Pick<Rows, 'injection'>, entries: readonly Entry[]): readonly Lesson[] {
  const open = [...rows.injection.values()].map((injection) => ({
    injection,
    noticedAt: null as number | null,
    mendedAt: null as number | null,
  }));
  for (const entry of entries) {
    if (entry.action.startsWith('trouble.')) continue;
    for (const lesson of open) {
      const { struckAt } = lesson.injection;
      if (struckAt === null || entry.at < struckAt || lesson.mendedAt !== null) continue;
      if (lesson.noticedAt === null && notices(lesson.injection, entry)) lesson.noticedAt = entry.at;
      if (mends(lesson.injection, entry)) lesson.mendedAt = entry.at;
    }
  }
  const told = open.map((lesson) =>
    lesson.mendedAt === null && endsByItself(lesson.injection) ? { ...lesson, mendedAt: lesson.injection.endedAt } : lesson,
  );
  return told.sort((a, b) => (a.injection.struckAt ?? Number.POSITIVE_INFINITY) - (b.injection.struckAt ?? Number.POSITIVE_INFINITY));
}

function notices(injection: Injection, { changes }: Entry): boolean {
  return changes.some((change) => {
    if (change.was === null && change.table === 'incident') return true;
    if (injection.taskId !== null) return change.id === injection.taskId || change.set?.taskId === injection.taskId;
    return frees(injection, change);
  });
}

function mends(injection: Injection, { changes }: Entry): boolean {
  return changes.some((change) => {
    if (injection.kind === 'failure') return change.id === injection.taskId && mendedTo.has(change.set?.status);
    if (injection.kind === 'delay') return change.id === injection.taskId && change.was?.status === 'blocked';
    return injection.kind === 'absence' && change.table === 'substitution' && frees(injection, change);
  });
}

/** Whether a change takes work from the person who is away. */
function frees({ personId }: Injection, { table, set, was }: Change): boolean {
  if (table === 'substitution') return was === null && set?.fromId === personId;
  const [before, after] = [was?.ownerIds, set?.ownerIds];
  return table === 'task' && Array.isArray(before) && Array.isArray(after) && before.includes(personId) && !after.includes(personId);
}

function endsByItself({ kind }: Injection): boolean {
  return kind === 'absence' || kind === 'lost connection';
}
