/** How many tasks are closed over time, against the plan and the forecast, with the window's end. */
import { useMemo } from 'react';
import { formatTime, zoneName } from '../../../../shared/base/time-words.ts';
import { burnUp } from '../../../../shared/domain/runbook/burn-up.ts';
import { isClosed } from '../../../../shared/domain/runbook/task-state.ts';
import { useGoLive } from '../../../store/live.ts';
import { useOdds } from '../../../store/odds.ts';
import { StepChart } from '../../../ui/charts/step-chart.tsx';
import { BigFigure } from '../../../ui/figure.tsx';
import { conditionsSet, noFilter } from '../filters.ts';
import type { ViewProps } from '../view-props.ts';
import { Drivers } from './drivers.tsx';
import { oddsFan } from './odds-fan.ts';
import css from './views.module.css';

export function BurnUpView({ query, shown, words: { zone }, now }: ViewProps) {
  const { tZeroAt, windowEnd } = useGoLive();
  const worked = useMemo(() => shown.filter(({ task }) => task.kind !== 'group' && task.kind !== 'rollback'), [shown]);
  const { closed, planned, all, closedNow, plannedNow } = useMemo(
    () =>
      burnUp(
        worked.map(({ task }) => task),
        tZeroAt,
        now,
      ),
    [worked, tZeroAt, now],
  );
  const forecast = useMemo(() => {
    const ends = worked.filter(({ task }) => !isClosed(task)).map(({ times }) => times.end);
    ends.sort((a, b) => a - b);
    return [{ at: now, value: closedNow }, ...ends.map((at, index) => ({ at, value: closedNow + index + 1 }))];
  }, [worked, closedNow, now]);
  // The odds are of the whole plan, whatever the filter shows.
  const isWhole = query.filter.show === noFilter.show && conditionsSet(query.filter) === 0;
  const odds = useOdds()?.odds ?? null;
  const fan = odds && isWhole ? oddsFan(forecast, [odds.p50At, odds.p80At, odds.p95At]) : [];
  const finish = forecast.at(-1)?.at ?? now;
  const isAfter = finish > windowEnd;
  const label = `${closedNow} of ${all} tasks closed, ${plannedNow} were planned by now; the last is forecast for ${formatTime(finish, zone)} ${zoneName(finish, zone)}`;
  return (
    <div className={css.pad}>
      <div className={css.figures}>
        <BigFigure label="Closed" value={`${closedNow} of ${all}`} sub={`${plannedNow} planned by now`} />
        <BigFigure
          label="Last task ends, forecast"
          value={formatTime(finish, zone)}
          sub={isAfter ? 'after the window' : `window to ${formatTime(windowEnd, zone)}`}
          {...(isAfter ? { tone: 'stop' as const } : {})}
        />
        {odds && (
          <>
            <BigFigure
              label="Chance to end inside the window"
              value={`${Math.round(odds.inWindow * 100)} %`}
              sub={`${Math.round(odds.inWindow * 10)} of 10 runs of the rest do`}
              {...(odds.inWindow < 0.5 ? { tone: 'stop' as const } : odds.inWindow < 0.8 ? { tone: 'warn' as const } : {})}
            />
            <BigFigure
              label="Half of the runs end by"
              value={formatTime(odds.p50At, zone)}
              sub={`4 of 5 by ${formatTime(odds.p80At, zone)}`}
            />
            <BigFigure label="19 of 20 runs end by" value={formatTime(odds.p95At, zone)} sub={`${odds.runs} runs`} />
          </>
        )}
      </div>
      <StepChart
        label={label}
        height={odds && odds.drivers.length > 0 ? 380 : 500}
        zone={zone}
        now={now}
        top={all}
        lines={[
          { key: 'planned', name: `planned ${plannedNow}`, points: planned, kind: 'plan' },
          { key: 'closed', name: `closed ${closedNow}`, points: closed, kind: 'actual' },
          { key: 'forecast', name: 'forecast', points: forecast, kind: 'forecast' },
          ...fan,
        ]}
        marks={[{ at: windowEnd, word: `window ends ${formatTime(windowEnd, zone)}`, tone: isAfter ? 'stop' : 'ink' }]}
      />
      {odds && <Drivers drivers={odds.drivers} />}
    </div>
  );
}
