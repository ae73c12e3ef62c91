/** What is done to all marked checks in one act. */
import { MOST_CHECKS } from '../../../shared/domain/readiness/commands.ts';
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { nameOf, useCheckActs } from './check-acts.ts';
import { Question } from './questions.tsx';
import css from './readiness.module.css';

export function BulkBar({ checks, onClear }: { readonly checks: readonly Check[]; readonly onClear: () => void }) {
  const { acts, asked, close } = useCheckActs(checks, onClear);
  useKeys(
    'Marked checks',
    acts.map(({ key, label, run }) => ({ key, label: label.toLowerCase(), run })),
  );
  return (
    <section className={css.bar} aria-label="Marked checks">
      <b className="nw">
        {nameOf(checks)} marked{checks.length >= MOST_CHECKS && ', the most at once'}
      </b>
      {acts.map(({ key, label, run }) => (
        <Button key={key} hint={key} onClick={run}>
          {label}
        </Button>
      ))}
      <Button hint="Escape" onClick={onClear}>
        Clear
      </Button>
      <Question asked={asked} checks={checks} onClose={close} onSettled={onClear} />
    </section>
  );
}
