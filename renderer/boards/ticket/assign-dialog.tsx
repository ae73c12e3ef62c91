/** Gives a ticket to somebody, or takes it from whoever has it. */
import { useState } from 'react';
import type { Ticket } from '../../../shared/domain/ticket/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useTable } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';

interface AssignDialogProps {
  readonly ticket: Ticket;
  readonly onClose: () => void;
}

export function AssignDialog({ ticket: { id: ticketId, ref, assigneeId }, onClose }: AssignDialogProps) {
  const people = useTable('person');
  const [personId, setPersonId] = useState(assigneeId);
  const options = [...people.values()]
    .map(({ id, name, inTeam }) => ({ value: id, label: name, group: inTeam ? 'Team' : 'Others' }))
    .sort((a, b) => (a.group === b.group ? a.label.localeCompare(b.label) : a.group === 'Team' ? -1 : 1));
  const name = personId === null ? 'nobody' : people.get(personId)?.name;
  return (
    <Dialog
      title="Assign ticket"
      quiet={ref}
      onClose={onClose}
      submit={{
        label: 'Assign',
        run: () => act(client.ticket.assignTicket, { ticketId, personId }, `${ref} assigned to ${name}`),
        disabled: personId === assigneeId,
      }}
      size="narrow"
    >
      <SelectField label="Owner" placeholder="Nobody" value={personId} onChange={setPersonId} options={options} clearable autoFocus />
    </Dialog>
  );
}
