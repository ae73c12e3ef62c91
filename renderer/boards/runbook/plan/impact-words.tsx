/** The impact of unsaved edits in words, beside what they are about. */
import { Mark } from '../../../ui/mark.tsx';
import type { Foreseen } from './use-impact.ts';

export function ImpactWords({ foreseen }: { readonly foreseen: Foreseen }) {
  if (!foreseen) return null;
  if ('refusal' in foreseen) {
    return (
      <span role="status">
        <Mark state="blocked" bare /> <span className="stop">{foreseen.refusal.reason}</span>
      </span>
    );
  }
  const [first = '', ...others] = foreseen.words;
  return (
    <span role="status" aria-label="Impact">
      <b>{first.charAt(0).toUpperCase() + first.slice(1)}</b>
      {others.length > 0 && <span className="q2">, {others.join(', ')}</span>}
    </span>
  );
}
