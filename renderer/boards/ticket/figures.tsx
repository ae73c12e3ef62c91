/** The right side of the board while no ticket is open: how tickets come and go, and where they are. */
import { memo, useMemo } from 'react';
import { formatSpan, zoneName } from '../../../shared/base/time-words.ts';
import { ticketFigures } from '../../../shared/domain/ticket/figures.ts';
import { type FlowSpan, flowSpan, ticketFlow } from '../../../shared/domain/ticket/flow.ts';
import { useGoLive, useTable } from '../../store/live.ts';
import { BarRows } from '../../ui/charts/bar-rows.tsx';
import { FlowChart } from '../../ui/charts/flow-chart.tsx';
import { useNow } from '../../ui/clock.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './ticket.module.css';

/** Draws itself anew with the tickets and the minute, not with every key that moves the selection. */
export const Figures = memo(function Figures() {
  const ticket = useTable('ticket');
  const ticketState = useTable('ticketState');
  const now = useNow(60_000);
  const figures = useMemo(() => ticketFigures({ ticket, ticketState }, now), [ticket, ticketState, now]);
  const departments = figures.openByDepartment.map(({ name, count }) => ({ key: name, name: name || 'Not said', value: count }));
  return (
    <div className={`${styles.side} split`}>
      <Flow />
      <Panel title="Open by department" quiet={`${figures.open} open`} className="above" pad>
        {departments.length === 0 ? (
          <p className="q">Nothing is open.</p>
        ) : (
          <BarRows label="Open tickets by department" rows={departments} />
        )}
      </Panel>
      <Panel title="Open by priority" className="above" pad>
        <ul className="btns">
          {([1, 2, 3, 4] as const).map((priority) => (
            <li key={priority}>
              <Mark state={`sev${priority}`} as={figures.openByPriority[priority] === 0 ? 'none' : 'priority'}>
                P{priority} <b className="f">{figures.openByPriority[priority]}</b>
              </Mark>
            </li>
          ))}
          <li className={figures.overdue > 0 ? 'stop' : 'q'}>
            over promise <b className="f">{figures.overdue}</b>
          </li>
        </ul>
      </Panel>
    </div>
  );
});

function Flow() {
  const { zone, tZeroAt } = useGoLive();
  const tickets = useTable('ticket');
  const now = useNow(60_000);
  const span = useMemo(() => flowSpan(tickets.values(), tZeroAt, now), [tickets, tZeroAt, now]);
  const steps = useMemo(() => {
    if (!span) return [];
    const flow = ticketFlow(tickets.values(), span.from, now, span.bucketMs);
    return flow.map(({ from, logged, left, open }) => ({ at: from, in: logged, out: left, open }));
  }, [tickets, span, now]);
  const last = steps.at(-1);
  if (!span || !last) {
    return (
      <Panel title="Inflow and outflow" pad>
        <p className="q">Drawn once the first ticket is logged.</p>
      </Panel>
    );
  }
  const logged = steps.reduce((sum, step) => sum + step.in, 0);
  const left = steps.reduce((sum, step) => sum + step.out, 0);
  return (
    <Panel title="Inflow and outflow" quiet={`${spanWords(span)}, ${zoneName(now, zone)}`}>
      <div className={styles.chart}>
        <FlowChart
          label={`${logged} tickets logged and ${left} closed ${spanWords(span)}, ${last.open} open now`}
          height={212}
          steps={steps}
          zone={zone}
          inName={`logged ${logged}`}
          outName={`closed ${left}`}
          openName={`open ${last.open}`}
        />
      </div>
    </Panel>
  );
}

function spanWords({ bucketMs, sinceTZero }: FlowSpan): string {
  const since = sinceTZero ? 'since T-0' : 'since the first';
  return `per ${formatSpan(bucketMs)} ${since}`;
}
