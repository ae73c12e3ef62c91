/** A big fact with a small name above it and a line below it. */
import type { ReactNode } from 'react';

export interface BigFigureProps {
  readonly label?: ReactNode;
  readonly value: ReactNode;
  readonly sub?: ReactNode;
  /** Type size in px. */
  readonly size?: 20 | 28 | 44;
  readonly tone?: 'stop' | 'warn' | 'good' | 'q';
}

export function BigFigure({ label, value, sub, size = 28, tone }: BigFigureProps) {
  return (
    <div className={size === 28 ? 'figure' : `figure s${size}`}>
      {label !== undefined && <span className="lb">{label}</span>}
      <b className={tone}>{value}</b>
      {sub !== undefined && <span className="sub">{sub}</span>}
    </div>
  );
}
