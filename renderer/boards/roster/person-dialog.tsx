/** Adds a person to the roster, or edits one. */
import type { Person } from '../../../shared/domain/roster/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useTable } from '../../store/live.ts';
import { select } from '../../store/route.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField } from '../../ui/fields/check-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';

interface PersonDialogProps {
  /** Null adds somebody new. */
  readonly person: Person | null;
  readonly onClose: () => void;
}

export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const people = useTable('person');
  const { values, set, bind } = useFields({
    name: person?.name ?? '',
    department: person?.department ?? '',
    jobRole: person?.jobRole ?? '',
    contact: person?.contact ?? '',
    inTeam: person?.inTeam ?? true,
  });
  const departments = [...new Set([...people.values()].map(({ department }) => department).filter(Boolean))].sort();

  async function run() {
    if (person) return act(client.roster.editPerson, { personId: person.id, ...values }, `${values.name} edited`);
    const outcome = await act(client.roster.addPerson, values, `${values.name} added to the roster`);
    if (outcome.ok) select(outcome.rowId);
    return outcome;
  }

  return (
    <Dialog
      title={person ? 'Edit person' : 'Add a person'}
      quiet={person?.name}
      onClose={onClose}
      submit={{ label: person ? 'Save' : 'Add person', run, disabled: values.name.trim() === '' }}
      size="narrow"
    >
      <TextField label="Name" required autoFocus {...bind('name')} />
      <TextField
        label="Department"
        hint={departments.length > 0 ? `In the roster: ${departments.slice(0, 8).join(', ')}` : undefined}
        {...bind('department')}
      />
      <TextField label="Job role" hint="What the person does in the company" {...bind('jobRole')} />
      <TextField label="Contact" hint="Phone, mail or radio channel" {...bind('contact')} />
      <CheckField label="In the go-live team" checked={values.inTeam} onChange={(inTeam) => set('inTeam', inTeam)} />
    </Dialog>
  );
}
