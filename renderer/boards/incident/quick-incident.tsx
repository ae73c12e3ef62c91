/** Declaring an incident, from anywhere. */
import { proceduresOf } from '../../../shared/domain/incident/procedure.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { client } from '../../client/client.ts';
import { useWhen, WhenField } from '../../dialogs/when-field.tsx';
import { act } from '../../store/act.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { currentRoute } from '../../store/route.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { peopleOptions } from './people-options.ts';
import { type SeverityChoice, severities } from './severities.ts';

interface QuickIncidentProps {
  /** Told the id of the incident once it is declared. */
  readonly onDeclared?: (incidentId: string | null) => void;
  readonly onClose: () => void;
}

export function QuickIncident({ onDeclared, onClose }: QuickIncidentProps) {
  const rows = useRows();
  const { zone } = useGoLive();
  const when = useWhen();
  const { values, bind } = useFields({
    title: '',
    severity: '2' as SeverityChoice,
    impact: '',
    impactAt: null as number | null,
    commanderId: null as string | null,
    taskId: taskOf(rows, currentRoute().selected),
    procedure: null as string | null,
  });
  const tasks = [...rows.task.values()].map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }));
  const procedures = proceduresOf(rows).map(({ key, title }) => ({ value: key, label: title }));

  async function run() {
    const { severity, procedure, ...fields } = values;
    const declared = { ...fields, severity: Number(severity), occurredAt: when.occurredAt, ...(procedure === null ? {} : { procedure }) };
    const outcome = await act(client.incident.declareIncident, declared, `Declared SEV${severity}: ${values.title}`);
    if (outcome.ok) onDeclared?.(outcome.rowId);
    return outcome;
  }

  return (
    <Dialog
      title="Declare an incident"
      onClose={onClose}
      submit={{ label: 'Declare incident', run, disabled: values.title.trim() === '' || when.value === null }}
      size="wide"
    >
      <TextField label="What is wrong" placeholder="Bank refuses our production certificate" required autoFocus {...bind('title')} />
      <ChoiceField label="Severity" choices={severities} {...bind('severity')} />
      <TextArea label="Impact" hint="Who cannot do what" rows={2} {...bind('impact')} />
      <div className="fields">
        <SelectField label="Commander" placeholder="Nobody yet" options={peopleOptions(rows.person)} clearable {...bind('commanderId')} />
        <SelectField label="Task it holds up" placeholder="None" options={tasks} clearable {...bind('taskId')} />
        <SelectField label="Emergency procedure" placeholder="None yet" options={procedures} clearable {...bind('procedure')} />
      </div>
      <div className="fields">
        <DateTimeField label="Impact began" hint="Leave empty while not known" zone={zone} {...bind('impactAt')} />
        <WhenField when={when} label="Detected" />
      </div>
    </Dialog>
  );
}

/** The selected task, when a task is selected. */
function taskOf(rows: Pick<Rows, 'task'>, ref: string | null): string | null {
  return [...rows.task.values()].find((task) => task.ref === ref)?.id ?? null;
}
