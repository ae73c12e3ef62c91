/** How many tasks are closed over time, against the plan and the forecast, with the window's end. */
import { useMemo } from 'react';
import { formatTime, zoneName } from '../../../../shared/base/time-words.ts';
import { burnUp } from '../../../../shared/domain/runbook/burn-up.ts';
import { runsWords, shareWords } from '../../../../shared/domain/runbook/odds/share-words.ts';
import { countedLines } from '../../../../shared/domain/runbook/tally.ts';
import { isOpen } from '../../../../shared/domain/runbook/task-state.ts';
import { useGoLive } from '../../../store/live.ts';
import { useOdds } from '../../../store/odds.ts';
import { StepChart } from '../../../ui/charts/step-chart.tsx';
import { BigFigure } from '../../../ui/figure.tsx';
import { conditionsSet, noFilter } from '../filters.ts';
import { spanOf } from '../task-bar.tsx';
import type { ViewProps } from '../view-props.ts';
import { Drivers } from './drivers.tsx';
import { oddsFan } from './odds-fan.ts';
import css from './views.module.css';

export function BurnUpView({ query, shown, words: { zone }, now }: ViewProps) {
  const { windowEnd, kind } = useGoLive();
  const worked = useMemo(() => countedLines(shown, { kind }), [shown, kind]);
  const span = useMemo(() => spanOf(worked, now), [worked, now]);
  const isNear = now >= span.from && now <= span.to;
  /* Long before and long after the work, the drawing keeps to the work. */
  const drawnTo = Math.min(Math.max(now, span.from), span.to);
  const { closed, planned, all, closedNow, plannedNow } = useMemo(() => burnUp(worked, { kind }, drawnTo), [worked, kind, drawnTo]);
  const forecast = useMemo(() => {
    const ends = worked.filter(({ task }) => isOpen(task)).map(({ times }) => times.end);
    ends.sort((a, b) => a - b);
    return [{ at: drawnTo, value: closedNow }, ...ends.map((at, index) => ({ at, value: closedNow + index + 1 }))];
  }, [worked, closedNow, drawnTo]);
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
          label="Forecast, if all goes as planned"
          value={formatTime(finish, zone)}
          sub={isAfter ? 'after the window' : `window to ${formatTime(windowEnd, zone)}`}
          {...(isAfter ? { tone: 'stop' as const } : {})}
        />
        {odds && (
          <>
            <BigFigure
              label="Chance to end inside the window"
              value={shareWords(odds.inWindow)}
              sub={`${runsWords(odds.inWindow, odds.runs)} do`}
              {...(odds.inWindow < 0.5 ? { tone: 'stop' as const } : odds.inWindow < 0.8 ? { tone: 'warn' as const } : {})}
            />
            <BigFigure
              label="With usual delays, half the runs end by"
              value={formatTime(odds.p50At, zone)}
              sub={`80 % by ${formatTime(odds.p80At, zone)}`}
            />
            <BigFigure label="95 % of the runs end by" value={formatTime(odds.p95At, zone)} sub="all but the worst" />
          </>
        )}
      </div>
      {odds && (
        <p className={`q2 small ${css.meaning}`}>
          The forecast, also in the header, gives each task its planned length. A run draws every length between the shortest and the
          longest its task may take; work more often takes longer than shorter, so the runs usually end later than the forecast.
        </p>
      )}
      <StepChart
        label={label}
        height={odds && odds.drivers.length > 0 ? 350 : 500}
        zone={zone}
        {...(isNear ? { now } : {})}
        top={all}
        lines={[
          { key: 'planned', name: 'planned', points: planned, kind: 'plan' },
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
