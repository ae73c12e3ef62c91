/** What can be done to one ticket now: as keys, as buttons, and the dialogs that ask for more. */
import { type ReactNode, useState } from 'react';
import type { Ticket } from '../../../shared/domain/ticket/schema.ts';
import { isOpen, waysFrom } from '../../../shared/domain/ticket/ways.ts';
import { client } from '../../client/client.ts';
import { actLoud } from '../../store/act.ts';
import { useMe, useRole } from '../../store/live.ts';
import type { KeyBinding } from '../../ui/keys.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { MoveDialog, type MoveWithWords } from './move-dialog.tsx';

export interface TicketActs {
  readonly bindings: readonly KeyBinding[];
  /** The dialog that is open; null when none is. */
  readonly dialog: ReactNode;
}

/** No keys without a ticket, or for who may only look. */
export function useTicketActs(ticket: Ticket | null): TicketActs {
  const [asking, setAsking] = useState<MoveWithWords | 'edit' | 'assign' | 'link' | null>(null);
  const mayAct = useRole() !== 'viewer';
  const me = useMe();
  if (!ticket || !mayAct) return { bindings: [], dialog: null };
  const close = () => setAsking(null);
  return { bindings: [...actsOn(ticket, me, setAsking), ...priorities(ticket)], dialog: dialogOf(asking, ticket, close) };
}

function actsOn(ticket: Ticket, me: string | null, ask: (what: MoveWithWords | 'edit' | 'assign' | 'link') => void): readonly KeyBinding[] {
  const { id: ticketId, ref, status } = ticket;
  const open = isOpen(ticket);
  const ways = waysFrom(status);
  const move = (to: Ticket['status'], said: string, replied = false) =>
    void actLoud(client.ticket.moveTicket, { ticketId, status: to, replied }, `${ref} ${said}`);
  const take = () => void actLoud(client.ticket.assignTicket, { ticketId, personId: me }, `${ref} is yours`);
  return [
    { key: 'A', label: 'assign', run: () => ask('assign'), when: open },
    { key: 'M', label: 'take', run: take, when: open && me !== null && ticket.assigneeId !== me },
    {
      key: 'R',
      label: 'reply',
      run: () => move(status === 'new' ? 'triaged' : status, 'replied to', true),
      when: open && ticket.repliedAt === null,
    },
    { key: 'S', label: 'start', run: () => move('in progress', 'in progress'), when: open && ways.includes('in progress') },
    { key: 'W', label: 'wait', run: () => ask('waiting'), when: ways.includes('waiting') },
    { key: 'X', label: 'resolve', run: () => ask('resolved'), when: ways.includes('resolved') },
    { key: 'C', label: 'close', run: () => move('closed', 'closed'), when: ways.includes('closed') },
    { key: 'O', label: 'reopen', run: () => ask('in progress'), when: !open },
    { key: 'E', label: 'edit', run: () => ask('edit') },
    { key: 'G', label: 'link', run: () => ask('link') },
    { key: 'Z', label: 'cancel', run: () => ask('cancelled'), when: ways.includes('cancelled'), foot: false },
  ];
}

function priorities({ id: ticketId, ref, priority: now, status }: Ticket): readonly KeyBinding[] {
  return ([1, 2, 3, 4] as const).map((priority) => ({
    key: `${priority}`,
    label: 'priority',
    run: () => void actLoud(client.ticket.editTicket, { ticketId, priority }, `${ref} has priority ${priority}, had ${now}`),
    when: status !== 'closed' && status !== 'cancelled',
    palette: false,
  }));
}

function dialogOf(asking: MoveWithWords | 'edit' | 'assign' | 'link' | null, ticket: Ticket, close: () => void): ReactNode {
  if (asking === null) return null;
  if (asking === 'edit') return <EditDialog ticket={ticket} onClose={close} />;
  if (asking === 'assign') return <AssignDialog ticket={ticket} onClose={close} />;
  if (asking === 'link') return <LinkDialog ticket={ticket} onClose={close} />;
  return <MoveDialog ticket={ticket} to={asking} onClose={close} />;
}
