/** Says which incident or task a ticket belongs to. */
import { isOpen } from '../../../shared/domain/incident/figures.ts';
import type { Ticket } from '../../../shared/domain/ticket/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useTable } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';

interface LinkDialogProps {
  readonly ticket: Ticket;
  readonly onClose: () => void;
}

export function LinkDialog({ ticket, onClose }: LinkDialogProps) {
  const incidents = useTable('incident');
  const tasks = useTable('task');
  const { values, bind } = useFields({ incidentId: ticket.incidentId, taskId: ticket.taskId });
  const option = ({ id, ref, title }: { readonly id: string; readonly ref: string; readonly title: string }) => ({
    value: id,
    label: `${ref} ${title}`,
  });
  const offered = [...incidents.values()].filter((incident) => isOpen(incident) || incident.id === ticket.incidentId);
  return (
    <Dialog
      title="Link ticket"
      quiet={ticket.ref}
      onClose={onClose}
      submit={{ label: 'Link', run: () => act(client.ticket.editTicket, { ticketId: ticket.id, ...values }, `${ticket.ref} linked`) }}
      size="narrow"
    >
      <SelectField
        label="Incident"
        placeholder="None"
        hint="Open incidents"
        options={offered.map(option)}
        clearable
        autoFocus
        {...bind('incidentId')}
      />
      <SelectField label="Task" placeholder="None" options={[...tasks.values()].map(option)} clearable {...bind('taskId')} />
    </Dialog>
  );
}
