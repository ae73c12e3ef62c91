/** A 4 px bar that says how far along something is, with the need as a tick. */

export interface MeterProps {
  /** From 0 to 1; values outside are drawn at the ends. */
  readonly share: number;
  /** Where the need lies, from 0 to 1. */
  readonly target?: number;
  readonly tone?: 'stop' | 'warn' | 'good';
  /** What is measured, for screen readers. Leave out where the figure stands beside the bar: then it is only a drawing. */
  readonly label?: string;
}

export function Meter({ share, target, tone, label }: MeterProps) {
  const reader =
    label === undefined
      ? ({ 'aria-hidden': true } as const)
      : ({ role: 'meter', 'aria-label': label, 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': percent(share) } as const);
  return (
    <span className={tone ? `meter m-${tone}` : 'meter'} {...reader}>
      <i style={{ '--v': `${percent(share)}%` }} />
      {target !== undefined && <u style={{ '--v': `${percent(target)}%` }} />}
    </span>
  );
}

function percent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
}
