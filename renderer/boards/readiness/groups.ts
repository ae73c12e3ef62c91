/** The lines of the readiness board: checks grouped by area, phase or owner, with the words people read. */
import type { Check, CheckStatus } from '../../../shared/domain/readiness/schema.ts';
import { type ReadinessGroup, readinessByArea, readinessByOwner, readinessByPhase } from '../../../shared/domain/readiness/standing.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import type { MarkState } from '../../ui/mark.tsx';

export const groupings = ['area', 'phase', 'owner'] as const;
export type Grouping = (typeof groupings)[number];

export interface GroupLine extends ReadinessGroup {
  /** The id of its first check: the same as long as the check stays in the group. */
  readonly id: string;
  readonly title: string;
  /** Who owns its checks, or in a grouping by owner their areas; the most frequent first. */
  readonly also: string;
}

const makers = { area: readinessByArea, phase: readinessByPhase, owner: readinessByOwner } as const;

/** Failed first, then by points lost. */
export function groupLines(rows: Rows, by: Grouping, now: number): readonly GroupLine[] {
  return makers[by](rows, now).map((group) => ({
    ...group,
    id: group.checks[0]?.id ?? '',
    title: titleOf(rows, by, group.key),
    also: mostFrequent(group.checks.map((check) => (by === 'owner' ? check.area : ownerOf(rows, check)))),
  }));
}

export function phaseTitle(rows: Pick<Rows, 'playbookCopy'>, key: string): string {
  return phasesOf(rows).find((phase) => phase.key === key)?.title ?? key;
}

/** The phases of the playbook in their order; empty without a playbook. */
export function phasesOf(rows: Pick<Rows, 'playbookCopy'>) {
  return [...rows.playbookCopy.values()].flatMap(({ content }) => content.phases);
}

/** Empty when nobody owns it. */
export function ownerOf(rows: Pick<Rows, 'person'>, check: Pick<Check, 'ownerId'>): string {
  return rows.person.get(check.ownerId ?? '')?.name ?? '';
}

export const checkMarks: Readonly<Record<CheckStatus, { readonly state: MarkState; readonly word: string }>> = {
  open: { state: 'not-ready', word: 'Open' },
  'in work': { state: 'in-progress', word: 'In work' },
  passed: { state: 'finished', word: 'Passed' },
  failed: { state: 'failed', word: 'Failed' },
  waived: { state: 'waived', word: 'Waived' },
  'not applicable': { state: 'skipped', word: 'Not applicable' },
};

function titleOf(rows: Rows, by: Grouping, key: string): string {
  if (by === 'phase') return key === '' ? 'No phase' : phaseTitle(rows, key);
  if (by === 'owner') return rows.person.get(key)?.name ?? 'Nobody yet';
  return key;
}

function mostFrequent(words: readonly string[]): string {
  const counts = [...Map.groupBy(words.filter(Boolean), (word) => word)].sort((a, b) => b[1].length - a[1].length);
  return counts.map(([word]) => word).join(', ');
}
