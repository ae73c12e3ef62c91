/** Whether a deployment is due by the answers given, and which answers make it so. */
import type { Applicability, ApplicabilityReason } from '../../../shared/domain/playbook/applicability.ts';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import css from './choices.module.css';

/** Left out for a playbook that may always be used. Only the reasons that carry the verdict are told. */
export function Verdict({ applicability: { isDue, why } }: { readonly applicability: Applicability }) {
  if (why.length === 0) return null;
  const [state, words] = verdicts[String(isDue) as keyof typeof verdicts];
  const carrying = why.filter((reason) => carries(reason, isDue));
  return (
    <section className={css.verdict} role="status" aria-label="Verdict">
      <Mark state={state}>{words}</Mark>
      <ul>
        {carrying.map(({ title, words: answers }) => (
          <li key={title}>
            {title} <span className="q">{answers}</span>
          </li>
        ))}
        {isDue && <li className="q">No reason to skip it holds.</li>}
      </ul>
    </section>
  );
}

const verdicts: Readonly<Record<'true' | 'false' | 'null', readonly [MarkState, string]>> = {
  true: ['go', 'A deployment is due'],
  false: ['no-go', 'No deployment is due'],
  null: ['awaited', 'Not decided yet'],
};

function carries({ kind, holds }: ApplicabilityReason, isDue: boolean | null): boolean {
  if (isDue === false) return holds === (kind === 'skip');
  return kind === 'need' && holds === isDue;
}
