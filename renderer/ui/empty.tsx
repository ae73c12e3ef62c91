/** What an empty board shows: what it is for, and the first step. */
import type { ReactNode } from 'react';

export interface EmptyProps {
  readonly title: string;
  /** What the board is for, in one or two sentences. */
  readonly children: ReactNode;
  /** The button or buttons of the first step. */
  readonly step?: ReactNode;
}

export function Empty({ title, children, step }: EmptyProps) {
  return (
    <section className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {step !== undefined && <div className="btns">{step}</div>}
    </section>
  );
}
