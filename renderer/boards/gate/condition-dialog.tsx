/** Asks what became of a condition. */
import type { Condition, Gate } from '../../../shared/domain/gate/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useTable, useTimes } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { Time } from '../../ui/time.tsx';

interface ConditionDialogProps {
  readonly gate: Gate;
  readonly condition: Condition;
  readonly onClose: () => void;
}

const choices = [
  { value: 'met', label: 'Met' },
  { value: 'missed', label: 'Missed' },
  { value: 'open', label: 'Still open' },
] as const;

export function ConditionDialog({ gate, condition, onClose }: ConditionDialogProps) {
  const { zone } = useTimes();
  const owner = useTable('person').get(condition.ownerId ?? '')?.name ?? 'Nobody';
  const { values, bind } = useFields({
    status: (condition.status === 'met' ? 'missed' : 'met') as Condition['status'],
    remark: '',
    occurredAt: null as number | null,
  });
  const run = () =>
    act(
      client.gate.settleCondition,
      { conditionId: condition.id, status: values.status, remark: values.remark, occurredAt: values.occurredAt ?? undefined },
      `${gate.ref} condition ${values.status}`,
    );
  return (
    <Dialog
      title="Settle condition"
      quiet={`${gate.ref} ${gate.title}`}
      onClose={onClose}
      submit={{ label: 'Record', run, disabled: values.status === 'missed' && values.remark.trim() === '' }}
    >
      <p className="name">{condition.content}</p>
      <p className="q2">
        {owner}, due <Time at={condition.dueAt} day="always" withZone />
      </p>
      <ChoiceField label="State" choices={choices} {...bind('status')} />
      <TextArea
        label={values.status === 'missed' ? 'Why it was missed' : 'How it is known'}
        required={values.status === 'missed'}
        maxLength={2_000}
        {...bind('remark')}
      />
      <DateTimeField label="When it happened" hint="Empty: now." zone={zone} {...bind('occurredAt')} />
    </Dialog>
  );
}
