/** The four levels an incident can be escalated to: what the playbook says of each, when it was reached, when it is due. */
import type { Rows } from '../tables.ts';
import { isOpen } from './figures.ts';
import type { Incident } from './schema.ts';

/** What the levels are called where the playbook does not say. */
export const levelWords = ['', 'Automated', 'Development team', 'Cross-functional', 'Executive'] as const;

export interface LevelReached {
  readonly level: number;
  /** UTC ms. */
  readonly at: number;
}

export interface EscalationLevel {
  readonly level: 1 | 2 | 3 | 4;
  readonly title: string;
  /** What is done at it, in order; empty when the playbook names nothing. */
  readonly actions: readonly string[];
  readonly state: 'passed' | 'present' | 'to come';
  /** When it was reached; null while it was not, or was passed over. */
  readonly reachedAt: number | null;
  /** When an unresolved incident goes one level up to it by the playbook; null when only people decide that. */
  readonly dueAt: number | null;
}

/** `reached` are the escalations that stand, in any order. Level 1 is reached by being declared. */
export function escalationLevels(
  rows: Pick<Rows, 'playbookCopy'>,
  incident: Incident,
  reached: readonly LevelReached[],
): readonly EscalationLevel[] {
  const planned = [...rows.playbookCopy.values()].flatMap(({ content }) => content.escalation);
  let dueAt: number | null = incident.detectedAt;
  return ([1, 2, 3, 4] as const).map((level) => {
    const named = planned.find((each) => each.level === level);
    const reachedAt = level === 1 ? incident.detectedAt : (reached.findLast((each) => each.level === level)?.at ?? null);
    const due = isOpen(incident) && level > incident.level ? dueAt : null;
    const after = named?.afterMinutes ?? null;
    const from = reachedAt ?? dueAt;
    dueAt = after === null || from === null ? null : from + after * 60_000;
    return {
      level,
      title: named?.title ?? levelWords[level],
      actions: named?.actions.map(({ title }) => title) ?? [],
      state: level < incident.level ? 'passed' : level === incident.level ? 'present' : 'to come',
      reachedAt: level <= incident.level ? reachedAt : null,
      dueAt: due,
    };
  });
}
