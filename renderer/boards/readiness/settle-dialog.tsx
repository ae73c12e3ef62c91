/** Asks why a check failed, is waived or does not apply. */
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useLive, useTable, useTimes } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';

export type Reasoned = 'failed' | 'waived' | 'not applicable';

interface SettleDialogProps {
  readonly check: Check;
  readonly status: Reasoned;
  readonly onClose: () => void;
}

const words: Readonly<Record<Reasoned, { readonly title: string; readonly label: string; readonly submit: string }>> = {
  failed: { title: 'Fail check', label: 'What failed', submit: 'Fail' },
  waived: { title: 'Waive check', label: 'Why it may be left unmet', submit: 'Waive' },
  'not applicable': { title: 'Check does not apply', label: 'Why it does not apply', submit: 'Set aside' },
};

export function SettleDialog({ check, status, onClose }: SettleDialogProps) {
  const { zone } = useTimes();
  const me = useLive((live) => live.me);
  const people = useTable('person');
  const { values, bind } = useFields({ reason: check.status === status ? check.reason : '', occurredAt: null as number | null });
  const { title, label, submit } = words[status];
  const approver = people.get(me ?? '')?.name;
  const run = () =>
    act(
      client.readiness.settleCheck,
      { checkId: check.id, status, reason: values.reason, occurredAt: values.occurredAt ?? undefined },
      `${check.ref} ${status}`,
    );
  return (
    <Dialog
      title={title}
      quiet={`${check.ref} ${check.title}`}
      onClose={onClose}
      submit={{ label: submit, run, danger: status === 'failed', disabled: values.reason.trim() === '' }}
    >
      <TextArea label={label} required autoFocus maxLength={2_000} {...bind('reason')} />
      <DateTimeField label="When it was decided" hint="Empty: now." zone={zone} {...bind('occurredAt')} />
      {status === 'waived' && (
        <p className="small q2">
          {approver
            ? `${approver} is recorded as who waived it.`
            : 'The name of this screen is recorded as who waived it. Say who you are in the header to have your own name there.'}
        </p>
      )}
    </Dialog>
  );
}
