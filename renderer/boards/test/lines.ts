/** The lines of the tests board: tests grouped by kind or phase, with their marks. */
import type { Test } from '../../../shared/domain/readiness/test-schema.ts';
import { type TestLine, type TestState, testStates } from '../../../shared/domain/readiness/test-standing.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import type { MarkState } from '../../ui/mark.tsx';

export type Grouping = 'kind' | 'phase';

export interface TestGroup {
  readonly key: string;
  readonly title: string;
  /** What wants somebody first, then in the order of the playbook. */
  readonly lines: readonly TestLine[];
  readonly passed: number;
  /** Those that apply. */
  readonly applicable: number;
}

/** Phases in the order of the playbook, kinds in the order of their first test. */
export function testGroups(rows: Pick<Rows, 'playbookCopy'>, lines: readonly TestLine[], by: Grouping): readonly TestGroup[] {
  const phases = phasesOf(rows);
  const groups = [...Map.groupBy(lines, ({ test }) => test[by])].map(([key, of]) => ({
    key,
    title: by === 'kind' ? capital(key) : (phases.find((phase) => phase.key === key)?.title ?? (key || 'No phase')),
    lines: [...of].sort((a, b) => testStates.indexOf(a.state) - testStates.indexOf(b.state) || a.test.position - b.test.position),
    passed: of.filter(({ state }) => state === 'passed').length,
    applicable: of.filter(({ state }) => state !== 'not applicable').length,
  }));
  if (by === 'kind') return groups;
  const place = (key: string) => phases.findIndex((phase) => phase.key === key);
  return groups.sort((a, b) => place(a.key) - place(b.key));
}

/** The phases of the playbook in their order; empty without a playbook. */
export function phasesOf(rows: Pick<Rows, 'playbookCopy'>) {
  return [...rows.playbookCopy.values()].flatMap(({ content }) => content.phases);
}

/** `user acceptance` → `User acceptance`. */
export function kindWords(kind: Test['kind']): string {
  return capital(kind);
}

export const stateMarks: Readonly<Record<TestState, { readonly state: MarkState; readonly word: string }>> = {
  'not run': { state: 'not-ready', word: 'Not run' },
  passed: { state: 'finished', word: 'Passed' },
  failed: { state: 'failed', word: 'Failed' },
  'retest wanted': { state: 'awaited', word: 'Retest wanted' },
  'not applicable': { state: 'skipped', word: 'Not applicable' },
};

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
