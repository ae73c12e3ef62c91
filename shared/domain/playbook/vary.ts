/** The playbook as one go-live follows it: variation, answers, strategy and complexity chosen. */
import { ok, type Result, refuse } from '../../base/result.ts';
import { withDifference } from './difference.ts';
import { scaled } from './scale.ts';
import { type Playbook, playbookSchema } from './schema.ts';
import type { Complexity, Strategy } from './strategy.ts';
import { strategiesFor, withStrategy } from './with-strategy.ts';

/** Condition key → does it hold for this go-live. A condition left out stays unanswered, which counts as yes. */
export type Answers = Readonly<Record<string, boolean>>;

/** What is chosen when a go-live is made. */
export interface Choices {
  /** Key of a variation; empty for the playbook as it stands. */
  readonly variation: string;
  readonly conditions: Answers;
  /** Key of a strategy; empty for none, absent for the one the variation implies. */
  readonly strategy?: string | undefined;
  /** Null leaves planned times and duration as they are written. */
  readonly complexity: Complexity | null;
}

/**
 * Each choice is made on what the one before it left, in the order above, and the result is a sound playbook. `library` are the
 * strategies that go with any playbook. Refuses what the playbook and the library do not have, and choices that do not go together.
 */
export function followed(playbook: Playbook, choices: Choices, library: readonly Strategy[]): Result<Playbook> {
  const answered = varied(playbook, choices.variation, choices.conditions);
  const staged = answered.ok ? strategyPut(answered.value, choices, library) : answered;
  const made = staged.ok && choices.complexity !== null ? scaled(staged.value, choices.complexity) : staged;
  if (!made.ok) return made;
  const checked = playbookSchema.safeParse(made.value);
  if (checked.success) return ok(made.value);
  const [issue] = checked.error.issues;
  const says = `These choices do not go together: ${issue?.path.join('.')}: ${issue?.message}.`;
  return refuse('unsound', `${says} Choose another strategy or complexity.`);
}

/** The strategy a variation implies; empty for none. */
export function impliedStrategy(playbook: Pick<Playbook, 'variations'>, variation: string): string {
  return playbook.variations.find(({ key }) => key === variation)?.strategy ?? '';
}

function strategyPut(playbook: Playbook, { variation, strategy }: Choices, library: readonly Strategy[]): Result<Playbook> {
  const wanted = strategy ?? impliedStrategy(playbook, variation);
  if (wanted === '') return ok(playbook);
  const offered = strategiesFor(playbook, library);
  const found = offered.find(({ key }) => key === wanted);
  if (found) return withStrategy(playbook, found);
  return refuse('unknown-strategy', `There is no strategy “${wanted}” for “${playbook.title}”. There are: ${namesOf(offered)}.`, [wanted]);
}

/**
 * The first two choices alone. Conditions the variation implies hold whatever the answer was. Refuses a variation or condition the
 * playbook does not have, and a playbook that already includes a variation.
 */
export function varied(playbook: Playbook, variationKey: string, answers: Answers): Result<Playbook> {
  const variation = playbook.variations.find(({ key }) => key === variationKey);
  if (variationKey !== '' && playbook.variation !== '')
    return refuse(
      'already-varied',
      `This copy of “${playbook.title}” already follows “${playbook.variation}”. Start from the playbook itself.`,
    );
  if (variationKey !== '' && !variation) {
    const has = namesOf(playbook.variations);
    return refuse('unknown-variation', `“${playbook.title}” has no variation “${variationKey}”. It has: ${has}.`, [variationKey]);
  }
  const unknown = unknownConditions(playbook, answers);
  if (unknown) return unknown;

  const answered = { ...playbook, conditions: playbook.conditions.map((one) => ({ ...one, holds: answers[one.key] ?? one.holds })) };
  return ok(variation ? withDifference(answered, variation) : answered);
}

/** The refusal of answers to questions the playbook does not ask; null when it asks them all. */
export function unknownConditions(playbook: Playbook, answers: Readonly<Record<string, unknown>>): ReturnType<typeof refuse> | null {
  const unknown = Object.keys(answers).filter((key) => !playbook.conditions.some((condition) => condition.key === key));
  if (unknown.length === 0) return null;
  const has = namesOf(playbook.conditions);
  return refuse('unknown-condition', `“${playbook.title}” has no condition “${unknown.join(', ')}”. It has: ${has}.`, unknown);
}

/** The words of the condition that keeps `of` from applying; null when it applies. */
export function whyNot(playbook: Pick<Playbook, 'conditions'>, of: { readonly condition: string }): Playbook['conditions'][number] | null {
  const condition = playbook.conditions.find(({ key }) => key === of.condition);
  return condition?.holds === false ? condition : null;
}

function namesOf(of: readonly { readonly key: string }[]): string {
  return of.map(({ key }) => key).join(', ') || 'none';
}
