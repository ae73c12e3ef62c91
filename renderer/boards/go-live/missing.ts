/** What a draft still wants before a go-live can be made of it, said step by step. */
import { wrongWindow } from '../../../shared/domain/go-live/window.ts';
import { applicabilityOf } from '../../../shared/domain/playbook/applicability.ts';
import type { Draft } from './draft.ts';
import { answeredWith } from './draft-choices.ts';
import type { PlaybookHeading } from './use-playbooks.ts';

export const steps = ['what', 'how', 'when', 'who'] as const;
export type Step = (typeof steps)[number];

/** Empty when the step is complete. */
export function missingIn(step: Step, draft: Draft, playbook: PlaybookHeading): string {
  return finders[step](draft, playbook);
}

/** Required roles that nobody with a name holds. */
export function unfilledRoles(draft: Draft, playbook: Pick<PlaybookHeading, 'roles'>): PlaybookHeading['roles'] {
  const held = new Set(draft.people.flatMap(({ name, roles }) => (name.trim() ? roles : [])));
  return playbook.roles.filter(({ key, isRequired }) => isRequired && !held.has(key));
}

const finders: Readonly<Record<Step, (draft: Draft, playbook: PlaybookHeading) => string>> = {
  what: missingInWhat,
  how: missingInHow,
  when: missingInWhen,
  who: missingInWho,
};

function missingInWhat({ name, system }: Draft): string {
  return name.trim() && system.trim() ? '' : 'A name and a system are needed.';
}

function missingInHow(draft: Draft, playbook: PlaybookHeading): string {
  const { isDue } = applicabilityOf(answeredWith(playbook, draft));
  return isDue === false && !draft.despite.trim() ? 'No deployment is due. Say why it is made all the same, or change the answers.' : '';
}

function missingInWhen({ tZeroAt, windowStart, windowEnd, zone }: Draft): string {
  if (tZeroAt === null || windowStart === null || windowEnd === null) return 'T-0 and both ends of the change window are needed.';
  return wrongWindow({ tZeroAt, windowStart, windowEnd, zone })?.refusal.reason.replace(' Nothing was changed.', '') ?? '';
}

function missingInWho(draft: Draft, playbook: Pick<PlaybookHeading, 'roles'>): string {
  if (draft.people.some(({ name, department, roles }) => !name.trim() && (department.trim() || roles.length > 0)))
    return 'A row has no name. Write it, or remove the row.';
  const unfilled = unfilledRoles(draft, playbook).map(({ title }) => title);
  return unfilled.length > 0 ? `Somebody must hold: ${unfilled.join(', ')}.` : '';
}
