/** How a playbook's lengths, times, roles and conditions are said. */
import { formatOffset, formatSpan } from '../../../shared/base/time-words.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';

const MINUTE = 60_000;
const TWO_DAYS = 2 * 24 * 60;

type Range = { readonly minMinutes: number; readonly maxMinutes: number };

/** `15 m to 20 m`; empty without a range. */
export function lengthWords(range: Range | null): string {
  if (!range) return '';
  const { minMinutes, maxMinutes } = range;
  const longest = spanWords(maxMinutes);
  return minMinutes === maxMinutes ? longest : `${spanWords(minMinutes)} to ${longest}`;
}

export function spanWords(minutes: number): string {
  return formatSpan(minutes * MINUTE);
}

/** `T-01:30`, more than two days away `T-7 d`; empty without a time. */
export function offsetWords(minutes: number | null): string {
  if (minutes === null) return '';
  if (Math.abs(minutes) < TWO_DAYS) return formatOffset(minutes * MINUTE);
  return `T${minutes < 0 ? '-' : '+'}${spanWords(Math.abs(minutes))}`;
}

/** Titles by key; a key that is not there any more is told in its own words, an empty one stays empty. */
export function namesIn(playbook: Playbook) {
  const of = (elements: readonly { readonly key: string; readonly title: string }[]) => {
    const titles = new Map(elements.map(({ key, title }) => [key, title]));
    return (key: string) => titles.get(key) ?? key.replaceAll('-', ' ');
  };
  const steps = playbook.phases.flatMap((phase) => phase.steps);
  return {
    role: of(playbook.roles),
    phase: of(playbook.phases),
    condition: of(playbook.conditions),
    step: of(steps),
    strategy: of(playbook.strategies),
    report: of(playbook.reports),
    prover: of([...steps, ...playbook.inputs, ...playbook.tests, ...playbook.checklists.flatMap(({ points }) => points)]),
    criterion: of(playbook.gates.flatMap(({ criteria }) => criteria)),
    gate: of(playbook.gates),
  };
}
export type Names = ReturnType<typeof namesIn>;

/** `prefix` before words that are there; empty without. */
export function told(prefix: string, words: string): string {
  return words && `${prefix} ${words}`;
}

/** `for Analyst, Tester`; empty for an empty list. */
export function listed(prefix: string, words: readonly string[]): string {
  return told(prefix, words.join(', '));
}
