/** Asks who gives an approval whether it is given, refused or taken back. */
import type { Approval, Gate } from '../../../shared/domain/gate/schema.ts';
import { titleOfRole } from '../../../shared/domain/roster/roles.ts';
import { client } from '../../client/client.ts';
import { useWhen, WhenField } from '../../dialogs/when-field.tsx';
import { act } from '../../store/act.ts';
import { useMe, useRows } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { PinField } from '../../ui/fields/pin-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';

interface ApprovalDialogProps {
  readonly gate: Gate;
  readonly approval: Approval;
  readonly onClose: () => void;
}

type Answer = 'approved' | 'refused' | 'none';

export function ApprovalDialog({ gate, approval, onClose }: ApprovalDialogProps) {
  const rows = useRows();
  const me = rows.person.get(useMe() ?? '');
  const when = useWhen();
  const { values, bind } = useFields({ answer: 'approved' as Answer, remark: approval.remark, pin: '' });
  const wantsPin = me !== undefined && me.pinSetAt !== null;
  const choices = [
    { value: 'approved' as Answer, label: 'Approve' },
    { value: 'refused' as Answer, label: 'Refuse' },
    ...(approval.decision === null ? [] : [{ value: 'none' as Answer, label: 'Take back' }]),
  ];
  const run = () =>
    act(
      client.gate.giveApproval,
      {
        approvalId: approval.id,
        decision: values.answer === 'none' ? null : values.answer,
        remark: values.remark,
        occurredAt: when.occurredAt,
        ...(wantsPin ? { pin: values.pin } : {}),
      },
      `${gate.ref} ${approval.title}: ${values.answer === 'none' ? 'taken back' : values.answer}`,
    );
  const isMissing =
    when.value === null || (values.answer === 'refused' && values.remark.trim() === '') || (wantsPin && values.pin.length < 4);
  return (
    <Dialog title={approval.title} quiet={gate.ref} onClose={onClose} submit={{ label: 'Record', run, disabled: isMissing }}>
      <p className="q2">
        {approval.detail && `${approval.detail} `}
        Given by the {titleOfRole(rows, approval.role)}. This screen is{' '}
        {me ? me.name : 'nobody of the roster; say who you are in the header'}.
      </p>
      <ChoiceField label="Answer" choices={choices} {...bind('answer')} />
      <TextArea
        label={values.answer === 'refused' ? 'Why it is refused' : 'Remark'}
        required={values.answer === 'refused'}
        maxLength={2_000}
        {...bind('remark')}
      />
      {wantsPin && <PinField label="Your PIN" required {...bind('pin')} />}
      <WhenField when={when} />
    </Dialog>
  );
}
