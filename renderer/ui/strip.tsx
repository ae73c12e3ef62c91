/** The one worst fact of a board in a sentence, with its cause and its acts. A board with nothing wrong does not show it. */
import type { ReactNode } from 'react';
import { Mark, type MarkState } from './mark.tsx';

export interface StripProps {
  readonly state?: MarkState;
  /** The fact in one sentence, no full stop. */
  readonly sentence: string;
  /** Cause and deadline. */
  readonly because?: ReactNode;
  /** At most three buttons. */
  readonly acts?: ReactNode;
}

export function Strip({ state = 'blocked', sentence, because, acts }: StripProps) {
  return (
    <section className="strip" aria-label="Worst now">
      <div>
        <h2>
          <Mark state={state} bare />
          {sentence}
        </h2>
        {because !== undefined && <p>{because}</p>}
      </div>
      {acts !== undefined && <div className="btns">{acts}</div>}
    </section>
  );
}
