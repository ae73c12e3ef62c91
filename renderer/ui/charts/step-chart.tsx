/** Lines over time: what was planned, what happened, what is forecast, and where now is. */
import { lazy } from 'react';
import { ChartFrame, type ChartProps } from './chart-frame.tsx';
import type { Point } from './thin-out.ts';

export interface ChartLine {
  readonly key: string;
  /** Printed at the end of the line: `closed 21`. */
  readonly name: string;
  /** Sorted by `at`. */
  readonly points: readonly Point[];
  /** `actual` is drawn strong, `plan` thin, `forecast` dashed. */
  readonly kind: 'actual' | 'plan' | 'forecast';
}

export interface ChartMark {
  readonly at: number;
  readonly word: string;
  readonly tone?: 'warn' | 'stop' | 'ink';
}

export interface StepChartProps extends ChartProps {
  readonly lines: readonly ChartLine[];
  /** IANA zone of the time axis. */
  readonly zone: string;
  /** Drawn as the now line; left out where the drawing is of the past. */
  readonly now?: number;
  /** Further instants: window end, fuse, gate. */
  readonly marks?: readonly ChartMark[];
  /** Counts jump and are drawn as steps; false draws straight lines, for shares and averages. */
  readonly stepped?: boolean;
  /** Ends of the value axis; 0 and what the points need unless told. */
  readonly bottom?: number;
  readonly top?: number;
  /** Replaces clock times along the axis, such as `T-4 w`. */
  readonly ticks?: readonly { readonly at: number; readonly word: string }[];
}

const Drawing = lazy(() => import('./step-chart-drawing.tsx').then(({ StepChartDrawing }) => ({ default: StepChartDrawing })));

export function StepChart(props: StepChartProps) {
  return (
    <ChartFrame label={props.label} height={props.height}>
      <Drawing {...props} />
    </ChartFrame>
  );
}
