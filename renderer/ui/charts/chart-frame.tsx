/** What the recharts drawings share: a sized place before they are loaded, one sentence for screen readers, and quiet axes. */
import './charts.css';
import { type ReactNode, Suspense } from 'react';

export interface ChartProps {
  /** One sentence that says what the drawing says: `21 of 46 tasks closed, 27 were planned by now`. */
  readonly label: string;
  /** In px. */
  readonly height: number;
}

/** Boards keep their shape while the drawing is fetched. */
export function ChartFrame({ label, height, children }: ChartProps & { readonly children: ReactNode }) {
  return (
    <div className="chart" role="img" aria-label={label} style={{ height }}>
      <Suspense>{children}</Suspense>
    </div>
  );
}

/** The look of both axes. */
export const quietAxis = { axisLine: false, tickLine: false, interval: 0 } as const;

interface TickProps {
  readonly x: number | string;
  readonly y: number | string;
  readonly payload: { readonly value: unknown };
}

/** A tick in the voice of facts; recharts' own would measure and wrap it. */
export function tick(anchor: 'middle' | 'end', words: (value: number) => string, down = 0) {
  return ({ x, y, payload }: TickProps) => (
    <text className="f q" x={x} y={Number(y) + down} textAnchor={anchor} dominantBaseline="central">
      {words(Number(payload.value))}
    </text>
  );
}
