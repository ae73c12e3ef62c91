/** What a playbook brings to a go-live, and what a variation changes about it, in words. */
import { formatSpan } from '../../../shared/base/time-words.ts';
import { planFromPlaybook } from '../../../shared/domain/go-live/plan-from-playbook.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { type Answers, varied } from '../../../shared/domain/playbook/vary.ts';
import { counted } from '../../../shared/domain/timeline/told.ts';

export interface Difference {
  readonly label: string;
  readonly words: string;
}

const MINUTE = 60_000;

/** Counted by planning it for nobody in particular; null when the playbook has no such variation. */
export function whatItBrings(playbook: Playbook, variation: string, conditions: Answers): string | null {
  const followed = varied(playbook, variation, conditions);
  if (!followed.ok) return null;
  let made = 0;
  const newId = () => {
    made += 1;
    return String(made);
  };
  const planned = planFromPlaybook(followed.value, new Map(), { goLiveId: '', now: 0, occurredAt: 0, actor: '', personId: null, newId });
  const count = (table: string) => planned.filter((change) => change.table === table && change.set?.status !== 'not applicable').length;
  return `${counted(count('task'), 'task')}, ${counted(count('check'), 'check')} and ${counted(count('gate'), 'gate')}`;
}

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
