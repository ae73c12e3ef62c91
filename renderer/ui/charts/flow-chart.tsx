/** What comes in and what goes out per stretch of time, and the line of what is left open. */
import { lazy } from 'react';
import { ChartFrame, type ChartProps } from './chart-frame.tsx';

export interface FlowStep {
  /** Start of the stretch, UTC ms. */
  readonly at: number;
  readonly in: number;
  readonly out: number;
  /** What is open at its end. */
  readonly open: number;
}

export interface FlowChartProps extends ChartProps {
  /** Stretches of equal length, sorted by `at`, without gaps. */
  readonly steps: readonly FlowStep[];
  readonly zone: string;
  /** Printed at the bars and at the line's end: `logged 31`, `closed 14`, `open 17`. */
  readonly inName: string;
  readonly outName: string;
  readonly openName: string;
}

const Drawing = lazy(() => import('./flow-chart-drawing.tsx').then(({ FlowChartDrawing }) => ({ default: FlowChartDrawing })));

export function FlowChart(props: FlowChartProps) {
  return (
    <ChartFrame label={props.label} height={props.height}>
      <Drawing {...props} />
    </ChartFrame>
  );
}
