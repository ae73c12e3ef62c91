/** How the readiness figure went since planning began. */
import { useEffect, useState } from 'react';
import type { TrendPoint } from '../../../shared/domain/readiness/trend.ts';
import { client } from '../../client/client.ts';
import { useGoLive, useTable, useTimes } from '../../store/live.ts';
import { StepChart } from '../../ui/charts/step-chart.tsx';
import { useNow } from '../../ui/clock.ts';
import css from './readiness.module.css';

const HEIGHT = 112;
const DAY_MS = 24 * 3_600_000;

export function Trend() {
  const { zone } = useTimes();
  const now = useNow(60_000);
  const told = useTrend();
  const points = told.flatMap(({ at, figure }) => (figure === null ? [] : [{ at, value: rounded(figure) }]));
  const last = points.at(-1);
  if (!last) return <p className="small q">The figure is drawn here as checks are settled.</p>;
  const dayAgo = points.findLast(({ at }) => at <= now - DAY_MS);
  const rise = dayAgo === undefined ? null : last.value - dayAgo.value;
  const words = rise === null ? '' : riseWords(rise);
  const line = { key: 'figure', name: last.value.toFixed(1), points: [...points, { at: Math.max(now, last.at), value: last.value }] };
  return (
    <figure className={css.trend}>
      <figcaption className="small q">
        Since planning began{words && ', '}
        {words && <span className="f">{words}</span>}
      </figcaption>
      <StepChart
        label={`Readiness went from ${points[0]?.value.toFixed(1)} to ${last.value.toFixed(1)} of 100 since planning began${words && `, ${words}`}`}
        height={HEIGHT}
        lines={[{ ...line, kind: 'actual' }]}
        zone={zone}
        bottom={0}
        top={100}
      />
    </figure>
  );
}

function riseWords(rise: number): string {
  if (Math.abs(rise) < 0.05) return 'unchanged in a day';
  return `${rise > 0 ? '+' : '−'}${Math.abs(rise).toFixed(1)} in a day`;
}

const PAUSE_MS = 300;

/** Asked again shortly after checks changed; what is shown stays meanwhile. */
function useTrend(): readonly TrendPoint[] {
  const { id: goLiveId } = useGoLive();
  const checks = useTable('check');
  const [answer, setAnswer] = useState<{ readonly goLiveId: string; readonly points: readonly TrendPoint[] } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `checks` is what makes it ask again
  useEffect(() => {
    let isGone = false;
    const timer = setTimeout(async () => {
      const found = await client.readiness.trend.query({ goLiveId }).catch(() => null);
      if (!isGone && found?.ok) setAnswer({ goLiveId, points: found.points });
    }, PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [goLiveId, checks]);
  return answer?.goLiveId === goLiveId ? answer.points : [];
}

function rounded(figure: number): number {
  return Math.round(figure * 1_000) / 10;
}
