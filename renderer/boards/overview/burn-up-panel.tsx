/** Tasks closed over time against the plan. */
import { useMemo } from 'react';
import { zoneName } from '../../../shared/base/time-words.ts';
import { burnUp } from '../../../shared/domain/runbook/burn-up.ts';
import { useGoLive } from '../../store/live.ts';
import { useTaskLines } from '../../store/task-lines.ts';
import { StepChart } from '../../ui/charts/step-chart.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './overview.module.css';

/** Left out until the first task is closed: before, the plan alone says nothing new. */
export function BurnUpPanel({ now }: { readonly now: number }) {
  const { zone, windowEnd, kind } = useGoLive();
  const lines = useTaskLines();
  const { closed, planned, all, closedNow, plannedNow } = useMemo(() => burnUp(lines, { kind }, now), [lines, kind, now]);
  if (closedNow === 0 || closed.length === 0) return null;
  return (
    <Panel title="Burn-up" quiet={`${closedNow} closed, ${plannedNow} planned by now, ${zoneName(now, zone)}`} className={css.low} pad>
      <StepChart
        label={`${closedNow} of ${all} tasks closed, ${plannedNow} were planned by now`}
        height={204}
        zone={zone}
        now={now}
        top={all}
        marks={[{ at: windowEnd, word: 'window ends' }]}
        lines={[
          { key: 'planned', name: 'plan', kind: 'plan', points: planned },
          { key: 'closed', name: `closed ${closedNow}`, kind: 'actual', points: closed },
        ]}
      />
    </Panel>
  );
}
