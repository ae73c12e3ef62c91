/** The moves of a ticket that need words: wait, resolve, cancel, reopen. */
import type { Ticket } from '../../../shared/domain/ticket/schema.ts';
import { client } from '../../client/client.ts';
import { ReasonDialog } from '../../dialogs/reason-dialog.tsx';
import { act } from '../../store/act.ts';

const asked = {
  waiting: {
    title: 'Let it wait',
    label: 'What it waits for',
    verb: 'Let it wait',
    said: 'waits',
    hint: 'Such as the reporter, the vendor, the change board. Its resolve clock rests.',
  },
  resolved: { title: 'Resolve ticket', label: 'How it was resolved', verb: 'Resolve', said: 'resolved', hint: undefined },
  cancelled: {
    title: 'Cancel ticket',
    label: 'Why it is cancelled',
    verb: 'Cancel ticket',
    said: 'cancelled',
    hint: 'Such as a duplicate, with the reference of the other.',
  },
  'in progress': { title: 'Reopen ticket', label: 'Why it is taken up again', verb: 'Reopen', said: 'reopened', hint: undefined },
} as const;
export type MoveWithWords = keyof typeof asked;

interface MoveDialogProps {
  readonly ticket: Ticket;
  readonly to: MoveWithWords;
  readonly onClose: () => void;
}

export function MoveDialog({ ticket: { id, ref }, to, onClose }: MoveDialogProps) {
  const { title, label, verb, said, hint } = asked[to];
  return (
    <ReasonDialog
      title={title}
      about={ref}
      label={label}
      hint={hint}
      verb={verb}
      danger={to === 'cancelled'}
      run={(reason, occurredAt) => act(client.ticket.moveTicket, { ticketId: id, status: to, reason, occurredAt }, `${ref} ${said}`)}
      onClose={onClose}
    />
  );
}
