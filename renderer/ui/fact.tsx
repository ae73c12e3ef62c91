/** A fact of the machine: a reference, time, duration or count, in the voice of facts. */
import type { ReactNode } from 'react';

export interface FactProps {
  readonly children: ReactNode;
  readonly tone?: 'q' | 'q2' | 'stop' | 'warn' | 'good' | 'acc';
  readonly title?: string;
}

export function Fact({ children, tone, title }: FactProps) {
  return (
    <span className={tone ? `f ${tone}` : 'f'} title={title}>
      {children}
    </span>
  );
}
