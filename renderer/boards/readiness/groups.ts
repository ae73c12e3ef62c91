/** The lines of the readiness board: checks grouped by area, phase or owner, with the words people read. */
import { blockedChecks } from '../../../shared/domain/readiness/blockers.ts';
import type { Criticality } from '../../../shared/domain/readiness/criticality.ts';
import type { Check, CheckStatus } from '../../../shared/domain/readiness/schema.ts';
import { type CheckCounts, type ReadinessGroup, readinessBy } from '../../../shared/domain/readiness/standing.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import type { MarkState } from '../../ui/mark.tsx';

/** `all` is one group of every check. */
export const groupings = ['area', 'phase', 'owner', 'all'] as const;
export type Grouping = (typeof groupings)[number];

export interface GroupLine extends ReadinessGroup {
  /** The id of its first check: the same as long as the check stays in the group. */
  readonly id: string;
  readonly title: string;
  /** Who owns its checks, or in a grouping by owner their areas; the most frequent first. */
  readonly also: string;
  /** Checks that something blocks. */
  readonly blocked: number;
}

const keys: Readonly<Record<Grouping, (check: Check) => string>> = {
  area: ({ area }) => area,
  phase: ({ phase }) => phase,
  owner: ({ ownerId }) => ownerId ?? '',
  all: () => '',
};

/** The worst first. */
export function groupLines(rows: Rows, by: Grouping, now: number): readonly GroupLine[] {
  const held = blockedChecks(rows);
  return readinessBy(rows, now, keys[by]).map((group) => ({
    ...group,
    id: group.checks[0]?.id ?? '',
    title: titleOf(rows, by, group.key),
    also: mostFrequent(group.checks.map((check) => (by === 'owner' ? check.area : ownerOf(rows, check)))),
    blocked: group.checks.filter(({ id }) => held.has(id)).length,
  }));
}

export function phaseTitle(rows: Pick<Rows, 'playbookCopy'>, key: string): string {
  return phasesOf(rows).find((phase) => phase.key === key)?.title ?? key;
}

/** The phases of the playbook in their order; empty without a playbook. */
export function phasesOf(rows: Pick<Rows, 'playbookCopy'>) {
  return [...rows.playbookCopy.values()].flatMap(({ content }) => content.phases);
}

/** The areas of the playbook and of the checks, in their order. */
export function areasOf(rows: Pick<Rows, 'playbookCopy' | 'check'>): readonly string[] {
  const named = [...rows.playbookCopy.values()].flatMap(({ content }) => content.areas);
  return [...new Set([...named, ...[...rows.check.values()].map(({ area }) => area)])];
}

/** Empty when nobody owns it. */
export function ownerOf(rows: Pick<Rows, 'person'>, check: Pick<Check, 'ownerId'>): string {
  return rows.person.get(check.ownerId ?? '')?.name ?? '';
}

/** The people a check may be given to: the team, and whoever of `kept` owns one already. */
export function ownersOf(rows: Pick<Rows, 'person'>, kept: readonly (string | null)[] = []) {
  return [...rows.person.values()]
    .filter(({ inTeam, id }) => inTeam || kept.includes(id))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ id, name }) => ({ value: id as string, label: name }));
}

export interface CheckMark {
  readonly state: MarkState;
  readonly word: string;
  readonly count: keyof CheckCounts;
}

export const checkMarks: Readonly<Record<CheckStatus, CheckMark>> = {
  open: { state: 'not-ready', word: 'Open', count: 'open' },
  'in work': { state: 'in-progress', word: 'In work', count: 'inWork' },
  'to verify': { state: 'awaited', word: 'To verify', count: 'toVerify' },
  passed: { state: 'finished', word: 'Passed', count: 'passed' },
  failed: { state: 'failed', word: 'Failed', count: 'failed' },
  waived: { state: 'waived', word: 'Waived', count: 'waived' },
  'not applicable': { state: 'skipped', word: 'Not applicable', count: 'notApplicable' },
};

/** The states across the board, worst first. */
export const statesAcross = ['failed', 'open', 'in work', 'to verify', 'waived', 'passed'] as const satisfies readonly CheckStatus[];

/** Bars that rise with criticality, and the word. */
export const criticalityMarks: Readonly<Record<Criticality, { readonly state: MarkState; readonly word: string }>> = {
  critical: { state: 'sev1', word: 'Critical' },
  high: { state: 'sev2', word: 'High' },
  normal: { state: 'sev3', word: 'Normal' },
  low: { state: 'sev4', word: 'Low' },
};

function titleOf(rows: Rows, by: Grouping, key: string): string {
  if (by === 'all') return 'All checks';
  if (by === 'phase') return key === '' ? 'No phase' : phaseTitle(rows, key);
  if (by === 'owner') return rows.person.get(key)?.name ?? 'Nobody yet';
  return key;
}

function mostFrequent(words: readonly string[]): string {
  const counts = [...Map.groupBy(words.filter(Boolean), (word) => word)].sort((a, b) => b[1].length - a[1].length);
  return counts.map(([word]) => word).join(', ');
}
