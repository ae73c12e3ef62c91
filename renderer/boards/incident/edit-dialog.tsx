/** Edits what is known of an incident: class, people, impact, cause, the task it holds up. */
import type { Incident } from '../../../shared/domain/incident/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useGoLive, useTable } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { peopleOptions } from './people-options.ts';
import { type SeverityChoice, severities } from './severities.ts';

interface EditIncidentDialogProps {
  readonly incident: Incident;
  readonly onClose: () => void;
}

export function EditIncidentDialog({ incident, onClose }: EditIncidentDialogProps) {
  const { zone } = useGoLive();
  const people = peopleOptions(useTable('person'));
  const tasks = [...useTable('task').values()].map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }));
  const { title, impact, impactAt, cause, resolution, commanderId, scribeId, liaisonId, taskId } = incident;
  const { values, bind } = useFields({
    title,
    severity: `${incident.severity}` as SeverityChoice,
    impact,
    impactAt,
    cause,
    resolution,
    commanderId,
    scribeId,
    liaisonId,
    taskId,
  });
  const run = () =>
    act(client.incident.editIncident, { incidentId: incident.id, ...values, severity: Number(values.severity) }, `${incident.ref} edited`);
  return (
    <Dialog
      title="Edit incident"
      quiet={incident.ref}
      onClose={onClose}
      submit={{ label: 'Save', run, disabled: values.title.trim() === '' }}
      size="wide"
    >
      <TextField label="Title" required autoFocus {...bind('title')} />
      <ChoiceField label="Severity" choices={severities} {...bind('severity')} />
      <div className="fields">
        <SelectField label="Commander" placeholder="Nobody" options={people} clearable {...bind('commanderId')} />
        <SelectField label="Scribe" placeholder="Nobody" options={people} clearable {...bind('scribeId')} />
        <SelectField label="Liaison" placeholder="Nobody" options={people} clearable {...bind('liaisonId')} />
      </div>
      <TextArea label="Impact" rows={2} {...bind('impact')} />
      <div className="fields">
        <DateTimeField label="Impact began" hint="Empty while not known" zone={zone} base={incident.detectedAt} {...bind('impactAt')} />
        <SelectField label="Task it holds up" placeholder="None" options={tasks} clearable {...bind('taskId')} />
      </div>
      <TextArea label="Cause" rows={2} {...bind('cause')} />
      {incident.resolvedAt !== null && <TextArea label="Resolution" rows={2} required {...bind('resolution')} />}
    </Dialog>
  );
}
