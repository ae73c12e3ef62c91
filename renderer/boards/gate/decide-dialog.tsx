/** Asks for the decision of a gate: what, why, and under which conditions; a go over what is not settled is challenged first. */
import { useMemo } from 'react';
import type { CriterionLine } from '../../../shared/domain/gate/criterion-state.ts';
import { decidesFor, type PassedOver, passedOver } from '../../../shared/domain/gate/passed-over.ts';
import type { PollLine } from '../../../shared/domain/gate/poll.ts';
import { type Approval, decisions, type Gate, type GateOutcome } from '../../../shared/domain/gate/schema.ts';
import { isGo } from '../../../shared/domain/runbook/task-state.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useMe, useRows, useTimes } from '../../store/live.ts';
import { hostNow } from '../../ui/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField } from '../../ui/fields/check-field.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { Mark, type MarkState } from '../../ui/mark.tsx';
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

const overMarks = { failed: 'failed', open: 'not-ready', 'no-go': 'no-go', missing: 'awaited' } as const satisfies Record<
  PassedOver['kind'],
  MarkState
>;
const choices = decisions.map((decision) => ({ value: decision, label: decision === 'hold' ? 'Hold' : decisionMarks[decision].word }));

export function DecideDialog({ gate, criteria, poll, approvals, onClose }: DecideDialogProps) {
  const { zone } = useTimes();
  const rows = useRows();
  const me = useMe();
  const { holding } = against(criteria, poll, approvals);
  const over = useMemo(() => passedOver(rows, gate), [rows, gate]);
  const forWhom = decidesFor(rows, gate, me);
  const { values, bind } = useFields({
    decision: (holding.length === 0 ? 'go' : 'hold') as GateOutcome,
    reasons: '',
    conditions: [emptyDraft(0)] as readonly DraftCondition[],
    occurredAt: null as number | null,
    isMeant: false,
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
  const unsigned = holding.filter(({ state }) => state === 'awaited');
  const isChallenged = isGo(values) && over.length > 0;
  return (
    <Dialog
      title="Decide"
      quiet={`${gate.ref} ${gate.title}`}
      onClose={onClose}
      size={isConditional ? 'wide' : 'normal'}
      clears={values.decision}
      submit={{
        label: 'Decide',
        run,
        disabled: values.reasons.trim() === '' || (isConditional && conditions === null) || (isChallenged && !values.isMeant),
      }}
    >
      {gate.question && <p className="name">{gate.question}</p>}
      {forWhom && (
        <p className="q2">
          {forWhom} decides {gate.ref}; you record it for them, and the record says so.
        </p>
      )}
      <ChoiceField label="Decision" choices={choices} {...bind('decision')} />
      {over.length + unsigned.length > 0 && (
        <section aria-label="Not settled">
          <p className={isChallenged ? 'warn' : 'q2'}>
            {isChallenged ? `This ${values.decision} passes over, and the record says so:` : 'Not settled:'}
          </p>
          <ul className={css.against}>
            {unsigned.map(({ state, words }) => (
              <li key={words}>
                <Mark state={state}>{words}</Mark>
              </li>
            ))}
            {over.map(({ kind, words }) => (
              <li key={words}>
                <Mark state={overMarks[kind]} bare /> {words}
              </li>
            ))}
          </ul>
          {isChallenged && (
            <CheckField label="I have read this and decide all the same" checked={values.isMeant} onChange={bind('isMeant').onChange} />
          )}
        </section>
      )}
      <TextArea label="Reasons" required maxLength={2_000} {...bind('reasons')} />
      {isConditional && <ConditionFields {...bind('conditions')} />}
      <DateTimeField
        label="When it was decided"
        hint="Empty: now. What is known at the moment of recording is frozen with it."
        zone={zone}
        base={hostNow()}
        {...bind('occurredAt')}
      />
    </Dialog>
  );
}
