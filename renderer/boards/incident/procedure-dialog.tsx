/** Starts an emergency procedure of the playbook on an incident. */
import { useState } from 'react';
import { proceduresOf } from '../../../shared/domain/incident/procedure.ts';
import type { Incident } from '../../../shared/domain/incident/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useRows } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';

interface ProcedureDialogProps {
  readonly incident: Incident;
  readonly onClose: () => void;
}

export function ProcedureDialog({ incident, onClose }: ProcedureDialogProps) {
  const procedures = proceduresOf(useRows()).filter(({ steps }) => steps.length > 0);
  const [key, setKey] = useState<string | null>(procedures[0]?.key ?? null);
  const chosen = procedures.find((each) => each.key === key);
  const run = () =>
    act(
      client.incident.startProcedure,
      { incidentId: incident.id, procedure: key ?? '' },
      `${incident.ref}, ${chosen?.title ?? 'procedure'} started`,
    );
  return (
    <Dialog
      title="Start procedure"
      quiet={incident.ref}
      onClose={onClose}
      submit={{ label: 'Start procedure', run, disabled: key === null }}
      size="narrow"
    >
      {procedures.length === 0 ? (
        <p className="q2">The playbook of this go-live holds no emergency procedure.</p>
      ) : (
        <SelectField
          label="Procedure"
          value={key}
          onChange={setKey}
          options={procedures.map(({ key: value, title }) => ({ value, label: title }))}
          autoFocus
        />
      )}
      {chosen?.when && <p className="q2">{chosen.when}</p>}
      {chosen && (
        <ol>
          {chosen.steps.map(({ key: step, title, isIfNeeded }, index) => (
            <li key={step}>
              <span className="f q">{index + 1}</span> {title}
              {isIfNeeded && <span className="q">, if needed</span>}
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
