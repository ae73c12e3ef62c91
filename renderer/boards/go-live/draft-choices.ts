/** What a draft has chosen of its playbook, in the form the host and the rules take it. */
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import type { Draft } from './draft.ts';
import type { PlaybookHeading } from './use-playbooks.ts';

/** The playbook's conditions with the draft's answers; those the variation implies hold. */
export function answeredWith<Of extends Pick<Playbook, 'conditions' | 'variations'>>(
  playbook: Of,
  { conditions, variation }: Pick<Draft, 'conditions' | 'variation'>,
): Of {
  const implied = impliedBy(playbook, variation);
  const holds = (key: string) => (implied.has(key) ? true : (conditions[key] ?? null));
  return { ...playbook, conditions: playbook.conditions.map((one) => ({ ...one, holds: holds(one.key) })) };
}

export function impliedBy({ variations }: Pick<Playbook, 'variations'>, variation: string): ReadonlySet<string> {
  return new Set(variations.find(({ key }) => key === variation)?.implies);
}

/** As the host wants them: questions nobody answered are left out, and so is what the playbook does not offer any more. */
export function choicesOf(draft: Draft, playbook: PlaybookHeading) {
  const { variation, conditions, strategy, complexity } = draft;
  const isOffered = strategy === '' || playbook.strategies.some(({ key }) => key === strategy);
  return {
    playbookKey: playbook.key,
    variation: playbook.variations.some(({ key }) => key === variation) ? variation : '',
    conditions: Object.fromEntries(playbook.conditions.flatMap(({ key }) => (key in conditions ? [[key, conditions[key] === true]] : []))),
    ...(strategy !== null && isOffered ? { strategy } : {}),
    complexity: playbook.durations.some((range) => range.complexity === complexity) ? complexity : null,
  };
}

/** Whether there is anything to choose about the playbook. */
export function asksHow({ conditions, strategies, durations }: PlaybookHeading): boolean {
  return conditions.length + strategies.length + durations.length > 0;
}
