/** Answers the playbook's questions anew, and says first what that changes. */
import { useMemo, useState } from 'react';
import { answerConditions, impliedConditions } from '../../../shared/domain/go-live/answer-conditions.ts';
import { type AnswersEffect, answersEffect } from '../../../shared/domain/go-live/answers-effect.ts';
import { applicabilityOf } from '../../../shared/domain/playbook/applicability.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { counted } from '../../../shared/domain/timeline/told.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { hostNow } from '../../ui/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import css from './go-live.module.css';
import { Interview } from './interview.tsx';
import { Verdict } from './verdict.tsx';

type Answers = Readonly<Record<string, boolean | null>>;

export function AnswersDialog({ playbook, onClose }: { readonly playbook: Playbook; readonly onClose: () => void }) {
  const { ref } = useGoLive();
  const [given, setGiven] = useState<Answers>({});
  const before: Answers = Object.fromEntries(playbook.conditions.map(({ key, holds }) => [key, holds]));
  const changed = Object.fromEntries(Object.entries(given).filter(([key, holds]) => holds !== before[key]));
  const isChanged = Object.keys(changed).length > 0;
  const answered = {
    ...playbook,
    conditions: playbook.conditions.map((one) => ({ ...one, holds: { ...before, ...given }[one.key] ?? null })),
  };
  const send = () => act(client.goLive.answerConditions, { conditions: changed }, 'Questions answered anew');
  return (
    <Dialog
      title="Answers"
      quiet={ref}
      size="wide"
      onClose={onClose}
      submit={{ label: 'Change the answers', disabled: !isChanged, run: send }}
    >
      <p className="q2">What was worked on stays with its history, whatever is answered.</p>
      <Interview
        playbook={playbook}
        implied={impliedConditions(playbook)}
        answers={{ ...before, ...given }}
        onAnswer={(key, holds) => setGiven((all) => ({ ...all, [key]: holds }))}
      />
      <Verdict applicability={applicabilityOf(answered)} />
      <Effect conditions={changed} />
    </Dialog>
  );
}

/** Decided here by the rule the host will decide by. */
function Effect({ conditions }: { readonly conditions: Answers }) {
  const rows = useRows();
  const { id: goLiveId } = useGoLive();
  const words = useMemo(() => {
    let made = 0;
    const newId = () => {
      made += 1;
      return `new ${made}`;
    };
    const now = hostNow();
    const verdict = answerConditions(rows, { conditions }, { goLiveId, now, occurredAt: now, actor: '', personId: null, newId });
    return verdict.ok ? effectWords(answersEffect(verdict.value.changes)) : [];
  }, [rows, goLiveId, conditions]);
  const isChanged = Object.keys(conditions).length > 0;
  return (
    <section className={css.group} role="status" aria-label="What changes">
      <h3>What changes</h3>
      {!isChanged && <p className="q">Answer otherwise to see what changes.</p>}
      {isChanged && words.length === 0 && <p className="q2">The answers alone: no check, test or task hangs on them.</p>}
      <dl className={css.facts}>
        {words.map(([label, said]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function effectWords(effect: AnswersEffect): readonly (readonly [string, string])[] {
  const told: readonly (readonly [string, number, string, string])[] = [
    ['Checks off', effect.checksOff, 'check', 'not applicable any more; evidence stays'],
    ['Checks on', effect.checksOn, 'check', 'open again'],
    ['Tests off', effect.testsOff, 'test', 'not applicable any more; runs stay'],
    ['Tests on', effect.testsOn, 'test', 'wanted again'],
    ['Criteria off', effect.criteriaOff, 'criterion', 'not applicable any more'],
    ['Criteria on', effect.criteriaOn, 'criterion', 'open again'],
    ['Tasks removed', effect.tasksRemoved, 'task', 'taken off the runbook: nobody has touched them'],
    ['Tasks kept', effect.tasksKept, 'task', 'skipped with the reason: worked on, edited or linked'],
    ['Tasks added', effect.tasksAdded, 'task', 'put into the runbook at their place'],
    ['Tasks back', effect.tasksBack, 'task', 'taken up again as they were'],
  ];
  return told.filter(([, count]) => count > 0).map(([label, count, word, rest]) => [label, `${counts(count, word)}, ${rest}`]);
}

function counts(count: number, word: string): string {
  return word === 'criterion' && count !== 1 ? `${count} criteria` : counted(count, word);
}
