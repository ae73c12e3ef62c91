/** The playbook's questions about one release, answered with Y and N down the list. */
import { useRef, useState } from 'react';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { Key } from '../../ui/key.tsx';
import { useKeys } from '../../ui/keys.ts';
import css from './choices.module.css';
import { questionGroups } from './question-groups.ts';

type Question = Playbook['conditions'][number];

interface InterviewProps {
  readonly playbook: Pick<Playbook, 'conditions' | 'applicability'>;
  /** Keys of conditions that hold whatever is answered. */
  readonly implied: ReadonlySet<string>;
  /** Left out or null while it is not answered. */
  readonly answers: Readonly<Record<string, boolean | null | undefined>>;
  readonly onAnswer: (key: string, holds: boolean | null) => void;
}

export function Interview({ playbook, implied, answers, onAnswer }: InterviewProps) {
  const groups = questionGroups(playbook);
  const asked = groups.flatMap(({ questions }) => questions).filter(({ key }) => !implied.has(key));
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const isOpen = ({ key }: Question) => (answers[key] ?? null) === null;
  const current = asked.find(({ key }) => key === chosen) ?? asked.find(isOpen) ?? asked[0];
  const at = current ? asked.indexOf(current) : -1;

  function lead(to: number) {
    const question = asked[Math.min(asked.length - 1, Math.max(0, to))];
    if (!question) return;
    setChosen(question.key);
    list.current?.querySelector<HTMLElement>(`[data-question="${question.key}"] button`)?.focus();
  }
  function answer(holds: boolean | null) {
    if (!current) return;
    onAnswer(current.key, holds);
    if (holds !== null) lead(at + 1);
  }
  const any = asked.length > 0;
  useKeys('Questions', [
    { key: 'Y', label: 'yes', run: () => answer(true), when: any, palette: false },
    { key: 'N', label: 'no', run: () => answer(false), when: any, palette: false },
    { key: 'Backspace', label: 'take the answer back', run: () => answer(null), when: any, palette: false },
    { key: 'J', label: 'next question', run: () => lead(at + 1), when: any, repeat: true, palette: false },
    { key: 'K', label: 'question before', run: () => lead(at - 1), when: any, repeat: true, palette: false },
  ]);
  const left = asked.filter(isOpen).length;
  return (
    <div ref={list} className={css.interview}>
      {groups.map(({ title, questions }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          {questions.map((question) => (
            <Row
              key={question.key}
              question={question}
              answer={implied.has(question.key) ? 'implied' : (answers[question.key] ?? null)}
              isCurrent={question === current}
              onAnswer={(holds) => {
                setChosen(question.key);
                onAnswer(question.key, holds);
              }}
            />
          ))}
        </section>
      ))}
      {any && (
        <p className="q small">
          <Key stroke="Y" /> yes, <Key stroke="N" /> no, <Key stroke="Backspace" /> take back, <Key stroke="J" /> <Key stroke="K" /> move.{' '}
          {left === 0 ? 'All are answered.' : `${left} not answered yet: what hangs on them counts as needed.`}
        </p>
      )}
    </div>
  );
}

interface RowProps {
  readonly question: Question;
  readonly answer: boolean | null | 'implied';
  readonly isCurrent: boolean;
  readonly onAnswer: (holds: boolean | null) => void;
}

function Row({ question: { key, title, question }, answer, isCurrent, onAnswer }: RowProps) {
  if (answer === 'implied')
    return (
      <p className={`${css.question} q2`}>
        <span>{title}</span>
        <span className="q">Yes, always in this variation</span>
      </p>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw and lay out as a form part
    <div role="group" className={css.question} aria-label={question} data-question={key} aria-current={isCurrent ? 'true' : undefined}>
      <span>{question}</span>
      <span className="pickset">
        {([true, false] as const).map((holds) => (
          <button
            key={String(holds)}
            type="button"
            aria-pressed={answer === holds}
            tabIndex={isCurrent ? 0 : -1}
            onClick={() => onAnswer(answer === holds ? null : holds)}
          >
            {holds ? 'Yes' : 'No'}
          </button>
        ))}
      </span>
    </div>
  );
}
