/** Asks for the decision of a gate: what, why, and under which conditions. */
import type { CriterionLine } from '../../../shared/domain/gate/criterion-state.ts';
import type { PollLine } from '../../../shared/domain/gate/poll.ts';
import { type Approval, decisions, type Gate, type GateOutcome } from '../../../shared/domain/gate/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useTimes } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { Mark } from '../../ui/mark.tsx';
import { against } from './against.ts';
import { ConditionFields, type DraftCondition, emptyDraft, filledConditions } from './condition-fields.tsx';
import css from './gate.module.css';
import { decisionMarks } from './marks.ts';

interface DecideDialogProps {
  readonly gate: Gate;
  readonly criteria: readonly CriterionLine[];
  readonly poll: readonly PollLine[];
  readonly approvals: readonly Approval[];
  readonly onClose: () => void;
}

const choices = decisions.map((decision) => ({ value: decision, label: decision === 'hold' ? 'Hold' : decisionMarks[decision].word }));

export function DecideDialog({ gate, criteria, poll, approvals, onClose }: DecideDialogProps) {
  const { zone } = useTimes();
  const { holding, missing } = against(criteria, poll, approvals);
  const { values, bind } = useFields({
    decision: (holding.length === 0 ? 'go' : 'hold') as GateOutcome,
    reasons: '',
    conditions: [emptyDraft(0)] as readonly DraftCondition[],
    occurredAt: null as number | null,
  });
  const isConditional = values.decision === 'go with conditions';
  const conditions = filledConditions(values.conditions);
  const run = () =>
    act(
      client.gate.decideGate,
      {
        gateId: gate.id,
        decision: values.decision,
        reasons: values.reasons,
        conditions: isConditional ? (conditions ?? []) : [],
        occurredAt: values.occurredAt ?? undefined,
      },
      `${gate.ref} decided: ${values.decision}`,
    );
  const standing = [
    ...holding,
    ...(missing > 0 ? [{ state: 'awaited' as const, words: missing === 1 ? '1 call is awaited' : `${missing} calls are awaited` }] : []),
  ];
  return (
    <Dialog
      title="Decide"
      quiet={`${gate.ref} ${gate.title}`}
      onClose={onClose}
      size={isConditional ? 'wide' : 'normal'}
      submit={{ label: 'Decide', run, disabled: values.reasons.trim() === '' || (isConditional && conditions === null) }}
    >
      {gate.question && <p className="name">{gate.question}</p>}
      {standing.length > 0 && (
        <ul className={css.against}>
          {standing.map(({ state, words }) => (
            <li key={words}>
              <Mark state={state}>{words}</Mark>
            </li>
          ))}
        </ul>
      )}
      <ChoiceField label="Decision" choices={choices} {...bind('decision')} />
      <TextArea label="Reasons" required maxLength={2_000} {...bind('reasons')} />
      {isConditional && <ConditionFields {...bind('conditions')} />}
      <DateTimeField
        label="When it was decided"
        hint="Empty: now. What is known at the moment of recording is frozen with it."
        zone={zone}
        {...bind('occurredAt')}
      />
    </Dialog>
  );
}
