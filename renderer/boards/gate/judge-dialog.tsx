/** Asks how a criterion is judged. */
import { isUnwaivable } from '../../../shared/domain/gate/criterion-state.ts';
import { type Criterion, type CriterionStatus, criterionStatuses, type Gate } from '../../../shared/domain/gate/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useTimes } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { criterionMarks } from './marks.ts';

interface JudgeDialogProps {
  readonly gate: Gate;
  readonly criterion: Criterion;
  readonly onClose: () => void;
}

export function JudgeDialog({ gate, criterion, onClose }: JudgeDialogProps) {
  const { zone } = useTimes();
  const { values, bind } = useFields({
    status: (criterion.status === 'open' ? 'met' : criterion.status) as CriterionStatus,
    reason: criterion.reason,
    occurredAt: null as number | null,
  });
  const choices = criterionStatuses
    .filter((status) => !isUnwaivable(criterion) || (status !== 'waived' && status !== 'not applicable'))
    .map((status) => ({ value: status, label: status === 'open' ? openWord(criterion) : criterionMarks[status].word }));
  const needsReason = values.status !== 'open' && values.status !== 'met';
  const run = () =>
    act(
      client.gate.judgeCriterion,
      { criterionId: criterion.id, status: values.status, reason: values.reason, occurredAt: values.occurredAt ?? undefined },
      `${gate.ref} criterion ${values.status === 'open' ? 'taken back' : values.status}`,
    );
  return (
    <Dialog
      title="Judge criterion"
      quiet={`${gate.ref} ${gate.title}`}
      onClose={onClose}
      submit={{ label: 'Record', run, disabled: needsReason && values.reason.trim() === '' }}
    >
      <p className="name">{criterion.title}</p>
      {isUnwaivable(criterion) && (
        <p className="q2">
          {criterion.neededToStart ? 'Nothing may start without it' : 'The gate cannot be passed without it'}, so nobody may waive it.
        </p>
      )}
      {criterion.goWhen && <p className="q2">Go: {criterion.goWhen}</p>}
      {criterion.noGoWhen && <p className="q2">No-go: {criterion.noGoWhen}</p>}
      {criterion.checkIds.length + criterion.testIds.length > 0 && (
        <p className="q2">It follows its checks by itself. What you say here takes their place until you leave it to them again.</p>
      )}
      <ChoiceField label="Judgement" choices={choices} {...bind('status')} />
      <TextArea
        label={values.status === 'waived' ? 'Why it may be left unmet' : 'Reason'}
        required={needsReason}
        maxLength={2_000}
        {...bind('reason')}
      />
      <DateTimeField label="When it was judged" hint="Empty: now." zone={zone} {...bind('occurredAt')} />
    </Dialog>
  );
}

function openWord({ checkIds, testIds }: Criterion): string {
  return checkIds.length + testIds.length > 0 ? 'Leave it to its checks' : 'Not judged';
}
