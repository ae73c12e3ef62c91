/** What a variation changes about its playbook, in words. */
import { formatSpan } from '../../../shared/base/time-words.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';

export interface Difference {
  readonly label: string;
  readonly words: string;
}

const MINUTE = 60_000;

/** Empty for no variation. Sorts that do not change are left out. */
export function differences(playbook: Playbook, key: string): readonly Difference[] {
  const variation = playbook.variations.find((one) => one.key === key);
  if (!variation) return [];
  const steps = playbook.phases.flatMap((phase) => phase.steps);
  const criteria = playbook.gates.flatMap((gate) => gate.criteria);
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['Phases left out', variation.removesPhases.map(({ phase }) => titleIn(playbook.phases, phase))],
    ['Phases added', variation.addsPhases.map(({ phase }) => phase.title)],
    ['Steps left out', variation.removesSteps.map(({ step }) => titleIn(steps, step))],
    ['Steps added', variation.addsSteps.map(({ step }) => step.title)],
    ['Steps changed', variation.changesSteps.length > 0 ? [String(variation.changesSteps.length)] : []],
    ['Criteria dropped', variation.dropsCriteria.map(({ criterion }) => titleIn(criteria, criterion))],
    ['Criteria added', variation.addsCriteria.map(({ criterion }) => criterion.title)],
  ];
  return [
    { label: 'Takes', words: lengthWords(variation.duration, playbook.duration) },
    ...lists.map(([label, titles]) => ({ label, words: titles.join('; ') })),
  ].filter(({ words }) => words !== '');
}

type Length = { readonly minMinutes: number; readonly maxMinutes: number } | null;

function lengthWords(length: Length, usual: Length): string {
  if (!length) return '';
  const said = ({ minMinutes, maxMinutes }: NonNullable<Length>) =>
    `${formatSpan(minMinutes * MINUTE)} to ${formatSpan(maxMinutes * MINUTE)}`;
  return usual ? `${said(length)} instead of ${said(usual)}` : said(length);
}

function titleIn(of: readonly { readonly key: string; readonly title: string }[], key: string): string {
  return of.find((one) => one.key === key)?.title ?? key;
}
