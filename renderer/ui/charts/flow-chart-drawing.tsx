/** The recharts side of FlowChart. */
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  DefaultZIndexes,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { quietAxis, tick } from './chart-frame.tsx';
import type { FlowChartProps, FlowStep } from './flow-chart.tsx';
import { timeTicks } from './time-ticks.ts';

const MOST_TICKS = 5;

export function FlowChartDrawing({ steps, zone, inName, outName, openName }: FlowChartProps) {
  const first = steps[0];
  const last = steps.at(-1);
  if (!first || !last) return null;
  const length = (steps[1]?.at ?? first.at + 1) - first.at;
  const along = timeTicks(first.at, last.at, zone, MOST_TICKS);
  const wordAt = new Map(along.map(({ at, word }) => [at, word]));
  const down = steps.map((step) => ({ ...step, out: -step.out }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={down} stackOffset="sign" margin={{ top: 14, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--grid)" />
        <XAxis
          dataKey="at"
          type="number"
          domain={[first.at - length / 2, last.at + length / 2]}
          ticks={along.map(({ at }) => at)}
          height={24}
          tick={tick('middle', (at) => wordAt.get(at) ?? '', 6)}
          {...quietAxis}
        />
        <YAxis width={36} tickCount={5} allowDecimals={false} tick={tick('end', (value) => `${Math.abs(value)}`)} {...quietAxis} />
        <ReferenceLine y={0} stroke="var(--rule)" />
        <Bar dataKey="in" stackId="flow" maxBarSize={18} fill="var(--ink-3)" isAnimationActive={false} />
        <Bar
          dataKey="out"
          stackId="flow"
          maxBarSize={18}
          fill="var(--base)"
          stroke="var(--ink-3)"
          strokeWidth={1.5}
          isAnimationActive={false}
        />
        <Line dataKey="open" dot={false} activeDot={false} stroke="var(--ink)" strokeWidth={1.75} isAnimationActive={false} />
        <ZIndexLayer zIndex={DefaultZIndexes.label}>
          <FlowNames steps={steps} last={last} names={{ inName, outName, openName }} />
        </ZIndexLayer>
      </ComposedChart>
    </ResponsiveContainer>
  );
}

interface FlowNamesProps {
  readonly steps: readonly FlowStep[];
  readonly last: FlowStep;
  readonly names: Pick<FlowChartProps, 'inName' | 'outName' | 'openName'>;
}

function FlowNames({ steps, last, names }: FlowNamesProps) {
  const across = useXAxisScale();
  const up = useYAxisScale();
  const area = usePlotArea();
  if (!across || !up || !area) return null;
  const mostIn = steps.reduce((most, step) => (step.in > most.in ? step : most));
  const mostOut = steps.reduce((most, step) => (step.out > most.out ? step : most));
  const middle = (step: FlowStep) => Math.min(Math.max(Number(across(step.at)), area.x + 28), area.x + area.width - 28);
  return (
    <>
      <circle cx={across(last.at)} cy={up(last.open)} r={3} fill="var(--ink)" />
      <text className="ink name halo" x={Number(across(last.at)) - 8} y={Math.max(12, Number(up(last.open)) - 8)} textAnchor="end">
        {names.openName}
      </text>
      {mostIn.in > 0 && (
        <text className="halo" x={middle(mostIn)} y={Number(up(mostIn.in)) - 6} textAnchor="middle">
          {names.inName}
        </text>
      )}
      {mostOut.out > 0 && (
        <text className="halo" x={middle(mostOut)} y={Number(up(-mostOut.out)) + 16} textAnchor="middle">
          {names.outName}
        </text>
      )}
    </>
  );
}
