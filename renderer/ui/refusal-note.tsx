/** A no of the host, shown where it was met: what happened and what stands in the way. */
import type { Refusal } from '../../shared/base/result.ts';
import { Mark } from './mark.tsx';

export function RefusalNote({ refusal }: { readonly refusal: Refusal }) {
  return (
    <div className="refusal" role="alert">
      <Mark state="blocked" bare>
        Refused
      </Mark>
      <div>
        <p>{refusal.reason}</p>
        {refusal.about.length > 0 && (
          <p className="about small">
            In the way: <span className="f">{refusal.about.join(' ')}</span>
          </p>
        )}
      </div>
    </div>
  );
}
