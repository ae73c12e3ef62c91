/** Edits what a ticket says. */
import type { Ticket } from '../../../shared/domain/ticket/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useRows } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { knownNames } from './known-names.ts';

interface EditDialogProps {
  readonly ticket: Ticket;
  readonly onClose: () => void;
}

const priorities = ['1', '2', '3', '4'].map((value) => ({ value, label: `P${value}` }));

export function EditDialog({ ticket, onClose }: EditDialogProps) {
  const known = knownNames(useRows());
  const { title, detail, department, category, reporter, priority } = ticket;
  const { values, bind } = useFields({ title, detail, department, category, reporter, priority: `${priority}` });
  const run = () =>
    act(client.ticket.editTicket, { ticketId: ticket.id, ...values, priority: Number(values.priority) }, `${ticket.ref} edited`);
  return (
    <Dialog title="Edit ticket" quiet={ticket.ref} onClose={onClose} submit={{ label: 'Save', run, disabled: values.title.trim() === '' }}>
      <TextField label="Title" required autoFocus {...bind('title')} />
      <ChoiceField label="Priority" choices={priorities} {...bind('priority')} />
      <div className="fields">
        <TextField label="Department" hint={someOf(known.departments)} {...bind('department')} />
        <TextField label="Category" hint={someOf(known.categories)} {...bind('category')} />
        <TextField label="Reporter" {...bind('reporter')} />
      </div>
      <TextArea label="Detail" rows={5} {...bind('detail')} />
    </Dialog>
  );
}

function someOf(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : `Such as ${names.slice(0, 4).join(', ')}`;
}
