/** Settles one step of a procedure: finished or skipped, with what came of it, and why it goes before an earlier one. */
import { procedureSteps, proceduresOf } from '../../../shared/domain/incident/procedure.ts';
import type { Incident } from '../../../shared/domain/incident/schema.ts';
import { client } from '../../client/client.ts';
import { useWhen, WhenField } from '../../dialogs/when-field.tsx';
import { act } from '../../store/act.ts';
import { useRows } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';

interface StepDialogProps {
  readonly incident: Incident;
  readonly stepId: string;
  readonly onClose: () => void;
}

type Settled = 'finished' | 'skipped';
const choices = [
  { value: 'finished', label: 'Finished' },
  { value: 'skipped', label: 'Skipped' },
] as const;

export function StepDialog({ incident, stepId, onClose }: StepDialogProps) {
  const rows = useRows();
  const { values, bind } = useFields({ status: 'finished' as Settled, comment: '', despite: '' });
  const when = useWhen();
  const step = rows.procedureStep.get(stepId);
  if (!step) return null;
  const earlier = procedureSteps(rows, incident.id).find(({ status, position }) => status === 'open' && position < step.position);
  const planned = proceduresOf(rows)
    .flatMap(({ steps }) => steps)
    .find(({ title }) => title === step.title);
  const { status, comment, despite } = values;
  const isMissing = (status === 'skipped' && comment.trim() === '') || (earlier !== undefined && despite.trim() === '');
  const run = () =>
    act(
      client.incident.settleStep,
      { stepId, status, comment, occurredAt: when.occurredAt, ...(earlier ? { despite } : {}) },
      `${incident.ref}, step ${status}`,
    );
  return (
    <Dialog
      title={step.title}
      quiet={`${incident.ref}, step ${step.position + 1}`}
      onClose={onClose}
      submit={{ label: status === 'finished' ? 'Finish step' : 'Skip step', run, disabled: isMissing || when.value === null }}
      size="narrow"
    >
      {planned?.detail && <p className="q2">{planned.detail}</p>}
      <ChoiceField label="The step is" choices={choices} {...bind('status')} />
      <TextArea
        label={status === 'skipped' ? 'Why it is skipped' : 'What came of it'}
        required={status === 'skipped'}
        maxLength={8_000}
        autoFocus
        {...bind('comment')}
      />
      {earlier && <TextField label={`Why before "${earlier.title}"`} required {...bind('despite')} />}
      <WhenField when={when} />
    </Dialog>
  );
}
