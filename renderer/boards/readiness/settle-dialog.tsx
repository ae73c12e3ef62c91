/** Asks why checks failed, are waived or do not apply; of a waiver also who approved it and when it ends. */
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import type { Outcome } from '../../client/client.ts';
import { useMe, useTable, useTimes } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';

export type Reasoned = 'failed' | 'waived' | 'not applicable';
interface Given {
  readonly reason: string;
  readonly occurredAt?: number;
  readonly approver?: string;
  readonly until?: number;
}

interface SettleDialogProps {
  readonly checks: readonly Check[];
  readonly status: Reasoned;
  readonly run: (given: Given) => Promise<Outcome>;
  readonly onClose: () => void;
}

const words: Readonly<
  Record<Reasoned, { readonly title: string; readonly many: string; readonly label: string; readonly submit: string }>
> = {
  failed: { title: 'Fail check', many: 'Fail checks', label: 'What failed', submit: 'Fail' },
  waived: { title: 'Waive check', many: 'Waive checks', label: 'Why it may be left unmet', submit: 'Waive' },
  'not applicable': { title: 'Check does not apply', many: 'Checks do not apply', label: 'Why it does not apply', submit: 'Set aside' },
};

export function SettleDialog({ checks, status, run, onClose }: SettleDialogProps) {
  const { zone } = useTimes();
  const me = useTable('person').get(useMe() ?? '')?.name;
  const [check] = checks;
  const before = checks.length === 1 && check?.status === status ? check : null;
  const { values, bind } = useFields({
    reason: before?.reason ?? '',
    occurredAt: null as number | null,
    approver: before?.waiverApprover ?? '',
    until: before?.waivedUntil ?? null,
  });
  const { title, many, label, submit } = words[status];
  const waiver = status === 'waived' ? { approver: values.approver.trim() || undefined, until: values.until ?? undefined } : {};
  return (
    <Dialog
      title={checks.length === 1 ? title : many}
      quiet={checks.length === 1 ? `${check?.ref} ${check?.title}` : `${checks.length} checks`}
      onClose={onClose}
      submit={{
        label: submit,
        run: () => run({ reason: values.reason, occurredAt: values.occurredAt ?? undefined, ...waiver }),
        danger: status === 'failed',
        disabled: values.reason.trim() === '',
      }}
    >
      <TextArea label={label} required autoFocus maxLength={2_000} {...bind('reason')} />
      {status === 'waived' && (
        <>
          <TextField label="Approved by" placeholder={me} hint={`Empty: ${me ?? 'the name of this screen'}.`} {...bind('approver')} />
          <DateTimeField label="Ends" hint="Empty: never. When it ends, the check is open again." zone={zone} {...bind('until')} />
        </>
      )}
      <DateTimeField label="When it was decided" hint="Empty: now." zone={zone} {...bind('occurredAt')} />
    </Dialog>
  );
}
