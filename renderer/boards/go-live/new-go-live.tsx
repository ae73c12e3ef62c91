/** Makes a new go-live in four steps: what goes live, how, when, and who does it. */
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { hostNow } from '../../ui/clock.ts';
import { type Answer, Dialog } from '../../ui/dialog.tsx';
import { PickSet } from '../../ui/pick-set.tsx';
import { useDraft } from './draft.ts';
import { asksHow } from './draft-choices.ts';
import css from './go-live.module.css';
import { makeGoLive } from './make-go-live.ts';
import { missingIn, type Step, steps } from './missing.ts';
import { How } from './step-how.tsx';
import { What } from './step-what.tsx';
import { When } from './step-when.tsx';
import { Who } from './step-who.tsx';
import type { PlaybookHeading } from './use-playbooks.ts';

const stepWords: Readonly<Record<Step, string>> = { what: 'What', how: 'How', when: 'When', who: 'Who' };

interface NewGoLiveProps {
  readonly playbooks: readonly PlaybookHeading[];
  readonly onClose: () => void;
}

export function NewGoLive({ playbooks, onClose }: NewGoLiveProps) {
  const { draft, change, clear, bringBack } = useDraft(hostNow());
  const playbook = playbooks.find(({ key }) => key === draft.playbookKey) ?? playbooks[0];
  const { content, leadTo } = useFirstField();
  const taken = steps.filter((one) => one !== 'how' || (playbook && asksHow(playbook)));
  const step = taken.includes(draft.step) ? draft.step : 'what';
  const setStep = (to: Step) => change({ step: to });
  const at = taken.indexOf(step);
  const previous = taken[at - 1];
  const next = taken[at + 1];
  const asked = next ? [step] : taken;
  const wanting = playbook ? asked.flatMap((one) => missingIn(one, draft, playbook) || []) : ['The host has no playbook.'];
  const disabled = wanting.length > 0;
  const lead = (to: Step): Answer => {
    setStep(to);
    leadTo();
    return { ok: true };
  };
  const submit = next
    ? { label: 'Next', disabled, keepsOpen: true, run: () => lead(next) }
    : {
        label: 'Make the go-live',
        disabled,
        run: () => makeGoLive(draft, playbook),
      };
  return (
    <Dialog
      keepsDraft
      title="New go-live"
      quiet="What you type is kept on this computer until it is made"
      size="wide"
      onClose={onClose}
      submit={submit}
    >
      <div className={css.line}>
        <PickSet
          label="Step"
          value={step}
          onPick={setStep}
          picks={taken.map((value, index) => ({ value, label: `${index + 1} ${stepWords[value]}` }))}
        />
        <span className="btns">
          {bringBack && <Button onClick={bringBack}>Bring back what was cleared</Button>}
          <Button onClick={clear}>Clear</Button>
          {previous && <Button onClick={() => lead(previous)}>Back</Button>}
        </span>
      </div>
      <div className={css.stack} ref={content}>
        {playbook && step === 'what' && <What draft={draft} change={change} playbooks={playbooks} playbook={playbook} />}
        {playbook && step === 'how' && <How key={playbook.key} draft={draft} change={change} playbook={playbook} />}
        {playbook && step === 'when' && <When draft={draft} change={change} playbook={playbook} />}
        {playbook && step === 'who' && <Who draft={draft} change={change} playbook={playbook} />}
      </div>
      <p className="q2" role="status">
        {wanting.join(' ')}
      </p>
    </Dialog>
  );
}

/** Puts the focus into the first field of the step that was led to. */
function useFirstField() {
  const content = useRef<HTMLDivElement>(null);
  const [led, setLed] = useState(0);
  useEffect(() => {
    if (led > 0) content.current?.querySelector<HTMLElement>('[aria-current] button, input, textarea')?.focus();
  }, [led]);
  return { content, leadTo: () => setLed((before) => before + 1) };
}
