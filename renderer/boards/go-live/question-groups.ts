/** The order in which a playbook's questions are asked. */
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';

export interface QuestionGroup {
  readonly title: string;
  readonly questions: Playbook['conditions'];
}

/** First those that decide whether a deployment is due, then those that only switch steps on and off. Empty groups are left out. */
export function questionGroups({ conditions, applicability }: Pick<Playbook, 'conditions' | 'applicability'>): readonly QuestionGroup[] {
  const deciding = new Set([
    ...applicability.needs.flatMap(({ anyOf }) => anyOf),
    ...applicability.skips.flatMap(({ allOf, noneOf }) => [...allOf, ...noneOf]),
  ]);
  return [
    { title: 'Is a deployment due?', questions: conditions.filter(({ key }) => deciding.has(key)) },
    { title: 'What belongs to it?', questions: conditions.filter(({ key }) => !deciding.has(key)) },
  ].filter(({ questions }) => questions.length > 0);
}
