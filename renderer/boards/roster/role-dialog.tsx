/** Gives a role of the playbook to a person, on top of its holders or in place of one. */
import { useState } from 'react';
import { byName } from '../../../shared/domain/roster/order.ts';
import { roleLines } from '../../../shared/domain/roster/roles.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useRows } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';

interface RoleDialogProps {
  /** Preset; empty where the person has to choose. */
  readonly role: string;
  readonly personId: string;
  readonly onClose: () => void;
}

export function RoleDialog({ role: presetRole, personId: presetPerson, onClose }: RoleDialogProps) {
  const rows = useRows();
  const [role, setRole] = useState<string | null>(presetRole || null);
  const [personId, setPerson] = useState<string | null>(presetPerson || null);
  const [insteadOf, setInsteadOf] = useState<string | null>(null);
  const roles = roleLines(rows);
  const line = roles.find(({ key }) => key === role);
  const people = [...rows.person.values()].sort(byName);
  const holders = line?.holders.filter(({ id }) => id !== personId) ?? [];

  async function run() {
    const fields = { role: role ?? '', personId: personId ?? '', ...(insteadOf ? { insteadOf } : {}) };
    return act(client.roster.assignRole, fields, `${rows.person.get(personId ?? '')?.name} takes the role ${line?.title}`);
  }

  return (
    <Dialog title="Assign a role" onClose={onClose} submit={{ label: 'Assign role', run, disabled: !role || !personId }} size="narrow">
      <SelectField
        label="Role"
        required
        autoFocus={presetRole === ''}
        value={role}
        onChange={(next) => {
          setRole(next);
          setInsteadOf(null);
        }}
        options={roles.map(({ key, title, isRequired, holders: held }) => ({
          value: key,
          label: held.length === 0 ? `${title}, nobody` : title,
          group: isRequired ? 'Required' : 'Other',
        }))}
      />
      {line && line.duties.length > 0 && <p className="q2 small">{line.duties.join('. ')}</p>}
      <SelectField
        label="Person"
        required
        autoFocus={presetRole !== ''}
        value={personId}
        onChange={setPerson}
        options={people.map(({ id, name, department }) => ({ value: id, label: department ? `${name}, ${department}` : name }))}
      />
      {holders.length > 0 && (
        <SelectField
          label="In place of"
          hint="Empty: both hold the role."
          value={insteadOf}
          onChange={setInsteadOf}
          options={holders.map(({ id, name }) => ({ value: id, label: name }))}
          clearable
        />
      )}
    </Dialog>
  );
}
