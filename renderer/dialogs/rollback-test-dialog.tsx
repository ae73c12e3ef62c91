/** Records that the way back was tried: where, how long it took, whether it worked. */
import { client } from '../client/client.ts';
import { act } from '../store/act.ts';
import { useGoLive } from '../store/live.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ChoiceField } from '../ui/fields/choice-field.tsx';
import { NumberField } from '../ui/fields/number-field.tsx';
import { TextArea } from '../ui/fields/text-area.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { useFields } from '../ui/fields/use-fields.ts';
import { useWhen, WhenField } from './when-field.tsx';

const MINUTE = 60_000;
const choices = [
  { value: 'passed', label: 'The prior state was back' },
  { value: 'failed', label: 'It did not work' },
] as const;

export function RollbackTestDialog({ onClose }: { readonly onClose: () => void }) {
  const { rollbackTargetMs } = useGoLive();
  const when = useWhen();
  const { values, bind } = useFields({
    place: '',
    minutes: null as number | null,
    result: 'passed' as (typeof choices)[number]['value'],
    remark: '',
  });
  const { place, minutes, result, remark } = values;
  const run = () =>
    act(
      client.rollback.recordTest,
      { place, tookMs: Math.round((minutes ?? 0) * MINUTE), passed: result === 'passed', remark, occurredAt: when.occurredAt },
      'Try of the way back recorded',
    );
  const hint = rollbackTargetMs === null ? undefined : `A rollback may take ${rollbackTargetMs / MINUTE} min`;
  return (
    <Dialog
      title="Record a try of the way back"
      onClose={onClose}
      submit={{ label: 'Record', run, disabled: place.trim() === '' || minutes === null || when.value === null }}
    >
      <div className="fields">
        <TextField label="Where" required autoFocus placeholder="staging" {...bind('place')} />
        <NumberField label="It took" required unit="min" min={0} max={100_000} step={0.5} hint={hint} {...bind('minutes')} />
      </div>
      <ChoiceField label="Result" choices={choices} {...bind('result')} />
      <TextArea label="Remark" rows={2} {...bind('remark')} />
      <WhenField when={when} label="When it was tried" />
    </Dialog>
  );
}
