/** The words for polls, approvals and PINs. */
import { titleOfRole } from '../roster/roles.ts';
import { textOf } from './subject.ts';
import { type Teller, withTail } from './told.ts';

export const gateWords: Readonly<Record<string, Teller>> = {
  'poll.open': ({ ref }) => `${ref} sealed poll opened`,
  'poll.call': ({ ref, row, rows }) => withTail(`${ref} sealed call is in`, titleOfRole(rows, textOf(row.position))),
  'poll.reveal': ({ ref }) => `${ref} poll revealed`,
  'poll.withdraw': ({ ref }) => `${ref} sealed poll withdrawn`,
  'approval.give': ({ ref, row, title }) =>
    withTail(`${ref} ${approvalWords(row.decision)}`, row.remark ? `${title} (${row.remark})` : title),
  'person.pin': ({ title }) => withTail('PIN set', title),
  'person.clearPin': ({ title }) => withTail('PIN cleared', title),
};

function approvalWords(decision: unknown): string {
  if (decision === 'approved') return 'approved';
  return decision === 'refused' ? 'approval refused' : 'approval taken back';
}
