/** The acts that move the go-live on: declare it live, close it, scrub it. Each asks when it happened, for what is written down late. */
import { useState } from 'react';
import type { OpenMatter } from '../../../shared/domain/closure/open.ts';
import { closingActions } from '../../../shared/domain/go-live/scrub.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { hostNow } from '../../ui/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';

interface LifecycleDialogProps {
  readonly onClose: () => void;
}

export function DeclareLiveDialog({ onClose }: LifecycleDialogProps) {
  const { zone } = useGoLive();
  const [at, setAt] = useState<number | null>(null);

  async function run() {
    return act(client.goLive.declareLive, { ...happened(at) }, 'System declared live');
  }

  return (
    <Dialog title="Declare the system live" onClose={onClose} submit={{ label: 'Declare live', run }} size="narrow">
      <p className="q2">The cutover is over and hypercare begins. Tickets and clocks count from this moment.</p>
      <WhenField zone={zone} value={at} onChange={setAt} />
    </Dialog>
  );
}

const outcomeWords = {
  successful: 'Successful',
  'successful with issues': 'Successful with issues',
  'rolled back': 'Rolled back',
} as const;
type Outcome = keyof typeof outcomeWords;

interface CloseDialogProps extends LifecycleDialogProps {
  readonly matters: readonly OpenMatter[];
}

export function CloseDialog({ matters, onClose }: CloseDialogProps) {
  const { zone, stage, ref } = useGoLive();
  const { values, bind } = useFields({
    outcome: (stage === 'cutover' ? 'rolled back' : 'successful') as Outcome,
    outcomeNote: '',
    despite: '',
    at: null as number | null,
  });
  const stopping = matters.filter(({ kind, weight }) => weight === 1 || kind === 'sign-off');
  const despite = values.despite.trim();
  // Before the system was live it can only be closed as rolled back.
  const outcomes: readonly Outcome[] = stage === 'cutover' ? ['rolled back'] : ['successful', 'successful with issues', 'rolled back'];

  async function run() {
    const fields = {
      outcome: values.outcome,
      outcomeNote: values.outcomeNote,
      ...(despite === '' ? {} : { despite }),
      ...happened(values.at),
    };
    return act(client.goLive.close, fields, `${ref} closed: ${values.outcome}`);
  }

  return (
    <Dialog title="Close the go-live" quiet={ref} onClose={onClose} submit={{ label: 'Close go-live', run }}>
      <ChoiceField label="Outcome" choices={outcomes.map((each) => ({ value: each, label: outcomeWords[each] }))} {...bind('outcome')} />
      <TextArea label="In a few words" hint="Stands at the head of the closure report" autoFocus rows={2} {...bind('outcomeNote')} />
      {stopping.length > 0 && (
        <>
          <p className="warn">
            {stopping.length === 1 ? '1 thing should be settled first' : `${stopping.length} things should be settled first`}:{' '}
            {namesOf(stopping)}.
          </p>
          <TextArea label="Why it is closed all the same" rows={2} maxLength={2_000} {...bind('despite')} />
        </>
      )}
      <WhenField zone={zone} {...bind('at')} />
    </Dialog>
  );
}

export function ScrubDialog({ onClose }: LifecycleDialogProps) {
  const { zone, ref } = useGoLive();
  const rows = useRows();
  const { values, bind } = useFields({ reason: '', at: null as number | null });

  async function run() {
    return act(client.goLive.scrub, { reason: values.reason, ...happened(values.at) }, `${ref} scrubbed`);
  }

  return (
    <Dialog
      title="Scrub this attempt"
      quiet={ref}
      onClose={onClose}
      submit={{ label: 'Scrub', run, danger: true, disabled: values.reason.trim() === '' }}
      size="narrow"
    >
      <p className="q2">The attempt is given up. Its record stays, and a new go-live can be made for the next one. On the runbook come:</p>
      <ul>
        {closingActions(rows).map(({ step, title }) => (
          <li key={step}>{title}</li>
        ))}
      </ul>
      <TextArea label="Why" required autoFocus rows={2} maxLength={2_000} {...bind('reason')} />
      <WhenField zone={zone} {...bind('at')} />
    </Dialog>
  );
}

interface WhenFieldProps {
  readonly zone: string;
  readonly value: number | null;
  readonly onChange: (at: number | null) => void;
}

function WhenField({ zone, value, onChange }: WhenFieldProps) {
  return <DateTimeField label="When" hint="Empty: now" zone={zone} base={hostNow()} value={value} onChange={onChange} />;
}

function happened(at: number | null) {
  return at === null ? {} : { occurredAt: at };
}

const FEW = 4;

function namesOf(matters: readonly OpenMatter[]): string {
  const named = matters.slice(0, FEW).map(({ ref, words }) => [ref, words].filter(Boolean).join(' '));
  return named.join('; ') + (matters.length > FEW ? ` and ${matters.length - FEW} more` : '');
}
