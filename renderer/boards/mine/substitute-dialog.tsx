/** Puts one person in the place of another everywhere, with one act. */
import { useState } from 'react';
import { substituteOf } from '../../../shared/domain/runbook/work/substitution.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useMe, useRows } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';

export function SubstituteDialog({ onClose }: { readonly onClose: () => void }) {
  const rows = useRows();
  const [fromId, setFromId] = useState<string | null>(null);
  const [toId, setToId] = useState<string | null>(useMe());
  const [reason, setReason] = useState('');
  const there = [...rows.person.values()]
    .filter(({ id, inTeam }) => inTeam && !substituteOf(rows, id))
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const name = (id: string | null) => rows.person.get(id ?? '')?.name ?? '';
  const isWhole = fromId !== null && toId !== null && reason.trim() !== '';
  const run = () =>
    act(client.work.substitute, { fromId: fromId ?? '', toId: toId ?? '', reason }, `${name(toId)} stands in for ${name(fromId)}`);
  return (
    <Dialog title="Substitute" onClose={onClose} size="narrow" submit={{ label: 'Substitute', run, disabled: !isWhole }}>
      <SelectField label="Who is away" value={fromId} onChange={setFromId} options={there} required autoFocus />
      <SelectField label="Who stands in" value={toId} onChange={setToId} options={there} required />
      <TextField label="Why" value={reason} onChange={setReason} required />
      <p className="small q2">Open tasks, open checks and roles go over with this one act. Give back returns what is still with them.</p>
    </Dialog>
  );
}
