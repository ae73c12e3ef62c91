/** Everything about the selected check: its state and why, its acts and keys, what blocks and proves it, and what was done to it. */
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { useRole } from '../../store/live.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { BlockerList } from './blocker-list.tsx';
import { useCheckActs } from './check-acts.ts';
import { CheckFacts } from './check-facts.tsx';
import { CheckState } from './check-state.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { CheckHistory } from './history.tsx';
import { Question } from './questions.tsx';
import css from './readiness.module.css';
import { TestList } from './test-list.tsx';

/** `isQuiet`: its keys belong to the marked checks now. */
export function CheckDetail({ check, isQuiet }: { readonly check: Check; readonly isQuiet: boolean }) {
  const mayAct = useRole() !== 'viewer';
  const { acts, asked, close } = useCheckActs([check]);
  const offered = mayAct ? acts : [];
  useKeys(
    `Check ${check.ref}`,
    offered.map(({ key, label, run }) => ({ key, label: label.toLowerCase(), run, when: !isQuiet })),
  );
  return (
    <>
      <section className={css.detail}>
        <h2>
          <span className="f q2">{check.ref}</span> {check.title}
        </h2>
        <CheckState check={check} />
        {check.detail && <p className={`q2 ${css.words}`}>{check.detail}</p>}
        <CheckFacts check={check} />
        <div className="btns">
          {offered.map(({ key, label, run }) => (
            <Button key={key} hint={isQuiet ? undefined : key} onClick={run} primary={label === 'Verify'}>
              {label}
            </Button>
          ))}
        </div>
      </section>
      <BlockerList check={check} />
      <TestList check={check} />
      <EvidenceList check={check} />
      <CheckHistory check={check} />
      <Question asked={asked} checks={[check]} onClose={close} />
    </>
  );
}
