/** Coverage of required courses over time, as sessions ended, against the target. */
import { useMemo } from 'react';
import { formatOffset } from '../../../shared/base/time-words.ts';
import type { TrainingRows } from '../../../shared/domain/training/coverage.ts';
import { trainingProgress } from '../../../shared/domain/training/progress.ts';
import { StepChart } from '../../ui/charts/step-chart.tsx';
import { useNow } from '../../ui/clock.ts';
import { Panel } from '../../ui/panel.tsx';

interface ProgressPanelProps {
  readonly rows: TrainingRows;
  readonly target: number;
  readonly tZeroAt: number;
  readonly zone: string;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const HEIGHT_PX = 188;

export function ProgressPanel({ rows, target, tZeroAt, zone }: ProgressPanelProps) {
  const { course, session, seat, person } = rows;
  const {
    points,
    now: percent,
    booked,
  } = useMemo(() => trainingProgress({ course, session, seat, person }), [course, session, seat, person]);
  const now = useNow(MINUTE);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || percent === null) {
    return (
      <Panel title="Coverage over time" className="above" pad>
        <p className="q2">The line begins when the first people have attended a required course.</p>
      </Panel>
    );
  }
  const end = Math.max(tZeroAt, now, last.at);
  const said = `${percent} % of required training attended now, target ${target} %; ${booked} % when all who are booked have attended`;
  return (
    <Panel
      title="Coverage over time"
      quiet="percent of required training, as sessions ended"
      end={<span className="q2">{bookedWords(percent, booked)}</span>}
      className="above"
      pad
    >
      <StepChart
        label={said}
        height={HEIGHT_PX}
        zone={zone}
        now={now}
        top={100}
        lines={[
          {
            key: 'attended',
            name: `attended ${percent} %`,
            kind: 'actual',
            points: [...points.map(({ at, percent: value }) => ({ at, value })), { at: Math.max(now, last.at), value: last.percent }],
          },
          {
            key: 'target',
            name: `target ${target} %`,
            kind: 'plan',
            points: [
              { at: first.at, value: target },
              { at: end, value: target },
            ],
          },
        ]}
        marks={[{ at: tZeroAt, word: 'T-0', tone: 'ink' }]}
        ticks={ticksTo(first.at, end, tZeroAt)}
      />
    </Panel>
  );
}

function bookedWords(now: number, booked: number | null): string {
  return booked === null || booked === now ? 'nobody else is booked' : `${booked} % when all booked have attended`;
}

/** Weeks before T-0 where the span is long, days where it is short, else hours. */
function ticksTo(first: number, end: number, tZeroAt: number): readonly { readonly at: number; readonly word: string }[] {
  const span = Math.max(1, end - first);
  const step = [DAY, 7 * DAY, 28 * DAY].find((length) => span / length <= 8) ?? Math.ceil(span / 8 / DAY) * DAY;
  const from = Math.ceil((first - tZeroAt) / step);
  const to = Math.floor((end - tZeroAt) / step);
  return Array.from({ length: to - from + 1 }, (_, at) => (from + at) * step).map((offset) => ({
    at: tZeroAt + offset,
    word: offsetWord(offset, step),
  }));
}

function offsetWord(offset: number, step: number): string {
  if (offset === 0) return 'T-0';
  const sign = offset < 0 ? '-' : '+';
  const days = Math.abs(offset) / DAY;
  if (!Number.isInteger(days)) return formatOffset(offset);
  return step % (7 * DAY) === 0 ? `T${sign}${days / 7} w` : `T${sign}${days} d`;
}
