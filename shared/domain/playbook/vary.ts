/** The playbook as one go-live follows it: its variation's differences made and its conditions answered. */
import { ok, type Result, refuse } from '../../base/result.ts';
import { withDifference } from './difference.ts';
import type { Playbook } from './schema.ts';

/** Condition key → does it hold for this go-live. A condition left out stays unanswered, which counts as yes. */
export type Answers = Readonly<Record<string, boolean>>;

/**
 * `variationKey` empty means the playbook as it stands. Conditions the variation implies hold whatever the answer was.
 * Refuses a variation or condition the playbook does not have, and a playbook that already includes a variation.
 */
export function varied(playbook: Playbook, variationKey: string, answers: Answers): Result<Playbook> {
  const names = (of: readonly { readonly key: string }[]) => of.map(({ key }) => key).join(', ') || 'none';
  const variation = playbook.variations.find(({ key }) => key === variationKey);
  if (variationKey !== '' && playbook.variation !== '')
    return refuse(
      'already-varied',
      `This copy of “${playbook.title}” already follows “${playbook.variation}”. Start from the playbook itself.`,
    );
  if (variationKey !== '' && !variation)
    return refuse('unknown-variation', `“${playbook.title}” has no variation “${variationKey}”. It has: ${names(playbook.variations)}.`, [
      variationKey,
    ]);
  const unknown = Object.keys(answers).filter((key) => !playbook.conditions.some((condition) => condition.key === key));
  if (unknown.length > 0)
    return refuse(
      'unknown-condition',
      `“${playbook.title}” has no condition “${unknown.join(', ')}”. It has: ${names(playbook.conditions)}.`,
      unknown,
    );

  const answered = { ...playbook, conditions: playbook.conditions.map((one) => ({ ...one, holds: answers[one.key] ?? one.holds })) };
  return ok(variation ? withDifference(answered, variation) : answered);
}

/** The words of the condition that keeps `of` from applying; null when it applies. */
export function whyNot(playbook: Playbook, of: { readonly condition: string }): Playbook['conditions'][number] | null {
  const condition = playbook.conditions.find(({ key }) => key === of.condition);
  return condition?.holds === false ? condition : null;
}
