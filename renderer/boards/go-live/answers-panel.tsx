/** The answers a go-live was made with, by settings; a manager changes them from here. */
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { Button } from '../../ui/button.tsx';
import css from './go-live.module.css';

interface AnswersPanelProps {
  readonly playbook: Playbook;
  readonly mayEdit: boolean;
  readonly onAsk: () => void;
}

/** Left out where the playbook asks nothing. */
export function AnswersPanel({ playbook: { conditions }, mayEdit, onAsk }: AnswersPanelProps) {
  if (conditions.length === 0) return null;
  const titled = (holds: boolean | null) => conditions.filter((one) => one.holds === holds).map(({ title }) => title);
  const facts = [
    ['Yes', titled(true)],
    ['No', titled(false)],
    ['Not answered', titled(null)],
  ] as const;
  return (
    <section className={css.group} aria-label="Answers">
      <h3>Answers</h3>
      <dl className={css.facts}>
        {facts.map(
          ([label, titles]) =>
            titles.length > 0 && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{titles.join(', ')}</dd>
              </div>
            ),
        )}
      </dl>
      {mayEdit && (
        <div className="btns">
          <Button onClick={onAsk}>Change the answers</Button>
        </div>
      )}
    </section>
  );
}
