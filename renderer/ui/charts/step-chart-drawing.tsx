/** The recharts side of StepChart. */

import { useElementSize } from '@mantine/hooks';
import {
  CartesianGrid,
  DefaultZIndexes,
  Line,
  LineChart,
  ReferenceLine,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { quietAxis, tick } from './chart-frame.tsx';
import { spread, staggered } from './label-places.ts';
import type { ChartLine, ChartMark, StepChartProps } from './step-chart.tsx';
import { thinnedOut } from './thin-out.ts';
import { timeTicks } from './time-ticks.ts';

/** Beyond this many points a line is thinned out; recharts takes 28 ms for them. */
const MOST_POINTS = 800;
const MOST_TICKS = 6;
const LABEL_GAP = 15;
const AXIS_WIDTH = 36;
/** Of 12 px words, on the generous side. */
const LETTER_WIDTH = 7;
const MARK_ROOM = 84;
const tones = { warn: 'var(--warn)', stop: 'var(--stop)', ink: 'var(--ink)' } as const;
const strokes = {
  actual: { stroke: 'var(--ink)', strokeWidth: 1.75 },
  plan: { stroke: 'var(--baseline)', strokeWidth: 1.5 },
  forecast: { stroke: 'var(--ink-3)', strokeWidth: 1.5, strokeDasharray: '4 3' },
} as const;

export function StepChartDrawing({ height, lines, zone, now, marks = [], stepped = true, bottom = 0, top, ticks }: StepChartProps) {
  const instants = [...lines.flatMap(({ points }) => [points[0]?.at, points.at(-1)?.at]), now, ...marks.map((mark) => mark.at)];
  const known = instants.filter((at) => at !== undefined);
  const from = Math.min(...known);
  const to = Math.max(...known, from + 1);
  const along = ticks ?? timeTicks(from, to, zone, MOST_TICKS);
  const wordAt = new Map(along.map(({ at, word }) => [at, word]));
  const upright = now === undefined ? marks : [...marks, { at: now, word: 'now' }];
  const { ref, width } = useElementSize<HTMLDivElement>();
  return (
    <div ref={ref}>
      {width > 0 && known.length > 0 && (
        <LineChart
          width={width}
          height={height}
          margin={{ top: upright.length > 0 ? 34 : 10, right: roomAtEnd({ lines, upright, from, to, width }), bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--grid)" />
          <XAxis
            dataKey="at"
            type="number"
            domain={[from, to]}
            ticks={along.map(({ at }) => at)}
            height={24}
            tick={tick('middle', (at) => wordAt.get(at) ?? '', 6)}
            {...quietAxis}
          />
          <YAxis
            type="number"
            width={AXIS_WIDTH}
            domain={[bottom, top ?? 'auto']}
            tickCount={top === 100 ? 5 : 4}
            tick={tick('end', String)}
            allowDecimals={false}
            {...quietAxis}
          />
          {lines.map(({ key, points, kind }) => (
            <Line
              key={key}
              data={thinnedOut(points, MOST_POINTS)}
              dataKey="value"
              type={stepped ? 'stepAfter' : 'linear'}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
              {...strokes[kind]}
            />
          ))}
          {marks.map(({ at, word, tone = 'ink' }) => (
            <ReferenceLine key={`${at} ${word}`} x={at} stroke={tones[tone]} />
          ))}
          {now !== undefined && <ReferenceLine x={now} stroke="var(--accent)" strokeWidth={1.5} />}
          <ZIndexLayer zIndex={DefaultZIndexes.label}>
            <LineNames lines={lines} />
            <MarkNames marks={upright} />
          </ZIndexLayer>
        </LineChart>
      )}
    </div>
  );
}

/** How far names at the right end reach beyond the plot, in px. */
function roomAtEnd({ lines, upright, from, to, width }: EndOfPlot): number {
  const plot = width - AXIS_WIDTH;
  const beyond = (at: number | undefined, reach: number) => (at === undefined ? 0 : reach - ((to - at) / (to - from)) * plot);
  const names = lines.map(({ name, points }) => beyond(points.at(-1)?.at, name.length * LETTER_WIDTH + 12));
  const words = upright.map(({ at, word }) => beyond(at, (word.length * LETTER_WIDTH) / 2));
  return Math.min(width / 2, Math.max(16, ...names, ...words));
}

interface EndOfPlot {
  readonly lines: readonly ChartLine[];
  readonly upright: readonly ChartMark[];
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

function LineNames({ lines }: { readonly lines: readonly ChartLine[] }) {
  const across = useXAxisScale();
  const up = useYAxisScale();
  const area = usePlotArea();
  if (!across || !up || !area) return null;
  const ends = lines.flatMap(({ key, name, kind, points }) => {
    const last = points.at(-1);
    return last ? [{ key, name, kind, x: Number(across(last.at)), y: Number(up(last.value)) }] : [];
  });
  const places = spread(
    ends.map((end) => end.y),
    LABEL_GAP,
    area.y + 4,
  );
  return ends.map(({ key, name, kind, x, y }, index) => (
    <g key={key}>
      {kind === 'actual' && <circle cx={x} cy={y} r={3} fill="var(--ink)" />}
      <text className={kind === 'actual' ? 'ink name halo' : 'halo'} x={x + 8} y={places[index]} dominantBaseline="central">
        {name}
      </text>
    </g>
  ));
}

function MarkNames({ marks }: { readonly marks: readonly ChartMark[] }) {
  const across = useXAxisScale();
  const area = usePlotArea();
  if (!across || !area) return null;
  const places = marks.map(({ at }) => Number(across(at)));
  const lines = staggered(places, MARK_ROOM);
  return marks.map(({ word, tone }, index) => (
    <text
      key={word}
      className={`${markClass(word, tone)} halo`}
      x={places[index]}
      y={area.y - 8 - (lines[index] ?? 0) * 14}
      textAnchor="middle"
    >
      {word}
    </text>
  ));
}

function markClass(word: string, tone: ChartMark['tone']): string {
  if (word === 'now') return 'acc name';
  return tone === undefined || tone === 'ink' ? 'ink' : tone;
}
