/** Makes a new go-live in three steps: what goes live, when, and who does it. */
import { useState } from 'react';
import { refuse } from '../../../shared/base/result.ts';
import { client } from '../../client/client.ts';
import { refusalOf } from '../../store/act.ts';
import { openGoLive } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { hostNow } from '../../ui/clock.ts';
import { type Answer, Dialog } from '../../ui/dialog.tsx';
import { PickSet } from '../../ui/pick-set.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { type Draft, forgetDraft, useDraft } from './draft.ts';
import css from './go-live.module.css';
import { What } from './step-what.tsx';
import { When } from './step-when.tsx';
import { Who } from './step-who.tsx';
import { usePlaybooks } from './use-playbooks.ts';

const steps = ['what', 'when', 'who'] as const;
type Step = (typeof steps)[number];
const stepWords: Readonly<Record<Step, string>> = { what: '1 What', when: '2 When', who: '3 Who' };

export function NewGoLive({ onClose }: { readonly onClose: () => void }) {
  const { draft, change } = useDraft(hostNow());
  const { playbooks, refusal } = usePlaybooks();
  const [step, setStep] = useState<Step>('what');
  const playbook = playbooks.find(({ key }) => key === draft.playbookKey) ?? playbooks[0];
  const at = steps.indexOf(step);
  const next = steps[at + 1];
  const missing = whatIsMissing(draft, step);
  const submit = next
    ? {
        label: 'Next',
        disabled: missing !== '',
        keepsOpen: true,
        run: (): Answer => {
          setStep(next);
          return { ok: true };
        },
      }
    : { label: 'Make the go-live', disabled: !playbook, run: () => make(draft, playbook?.key ?? '') };
  return (
    <Dialog title="New go-live" quiet="What you type is kept until it is made" size="wide" onClose={onClose} submit={submit}>
      <PickSet label="Step" value={step} onPick={setStep} picks={steps.map((value) => ({ value, label: stepWords[value] }))} />
      {refusal && <RefusalNote refusal={refusal} />}
      {playbook && (
        <div className={css.stack}>
          {step === 'what' && <What draft={draft} change={change} playbooks={playbooks} playbook={playbook} />}
          {step === 'when' && <When draft={draft} change={change} playbook={playbook} />}
          {step === 'who' && <Who draft={draft} change={change} playbook={playbook} />}
        </div>
      )}
      {missing && <p className="q">{missing}</p>}
      {at > 0 && (
        <div>
          <Button onClick={() => setStep(steps[at - 1] ?? 'what')}>Back</Button>
        </div>
      )}
    </Dialog>
  );
}

function whatIsMissing(draft: Draft, step: Step): string {
  if (step === 'what' && (!draft.name.trim() || !draft.system.trim())) return 'A name and a system are needed to go on.';
  if (step === 'when' && (draft.tZeroAt === null || draft.windowStart === null || draft.windowEnd === null)) {
    return 'T-0 and both ends of the change window are needed to go on.';
  }
  return '';
}

async function make(draft: Draft, playbookKey: string): Promise<Answer> {
  const { tZeroAt, windowStart, windowEnd, tZeroMeans, people, conditions, ...fields } = draft;
  if (tZeroAt === null || windowStart === null || windowEnd === null)
    return refuse('no-time', 'T-0 and the change window are not written yet. Go back to step 2.');
  try {
    const made = await client.goLive.create.mutate({
      ...fields,
      playbookKey,
      tZeroAt,
      windowStart,
      windowEnd,
      conditions: { ...conditions },
      ...(tZeroMeans.trim() ? { tZeroMeans } : {}),
      people: people.filter(({ name }) => name.trim() !== '').map(({ roles, ...person }) => ({ ...person, roles: [...roles] })),
    });
    if (!made.ok) return made;
    forgetDraft();
    openGoLive(made.ref);
    return { ok: true };
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}
