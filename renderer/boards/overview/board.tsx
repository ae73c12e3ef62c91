/** The overview: the worst thing first, then where everything stands and what comes next. */
import { useMemo, useRef } from 'react';
import { type WorstKind, worstFact } from '../../../shared/domain/go-live/worst-fact.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { useSchedule, useTaskLines } from '../../store/task-lines.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/clock.ts';
import type { MarkState } from '../../ui/mark.tsx';
import { Strip } from '../../ui/strip.tsx';
import { BurnUpPanel } from './burn-up-panel.tsx';
import { ComingPanel, StepsPanel } from './coming-panels.tsx';
import { GatePanel } from './gate-panel.tsx';
import { useLeadKeys } from './lead.tsx';
import { NightLine } from './night-line.tsx';
import css from './overview.module.css';
import { RolloutPanel } from './rollout-panel.tsx';
import { IncidentPanel, LatestPanel, ReadinessPanel, TicketPanel } from './side-panels.tsx';
import { Streams, Wanting } from './task-panels.tsx';

const MINUTE = 60_000;

const marks: Readonly<Record<WorstKind, MarkState>> = {
  sev1: 'sev1',
  'after window': 'late',
  'stopped task': 'blocked',
  sev2: 'sev2',
  condition: 'conditions',
  'gate overdue': 'gate',
  'late tasks': 'late',
  'failed checks': 'failed',
  'overdue checks': 'late',
  tickets: 'breach',
};

export function OverviewBoard() {
  const rows = useRows();
  const goLive = useGoLive();
  const now = useNow(MINUTE);
  const lines = useTaskLines();
  const schedule = useSchedule();
  const worst = useMemo(() => worstFact(rows, now, schedule), [rows, now, schedule]);
  const box = useRef<HTMLDivElement>(null);
  const [first] = worst?.leads ?? [];
  useLeadKeys(box, first ? () => go(first.board, first.ref) : null);
  return (
    <div className={css.page}>
      <h1 className="sr">Overview</h1>
      {worst && (
        <Strip
          state={marks[worst.kind]}
          sentence={worst.sentence}
          because={`${worst.because} ${worst.step}`}
          acts={worst.leads.map(({ board, ref }, index) => (
            <Button key={board} primary={index === 0} hint={index === 0 ? 'O' : undefined} onClick={() => go(board, ref)}>
              Open {ref ?? 'the board'}
            </Button>
          ))}
        />
      )}
      <NightLine schedule={schedule} now={now} />
      <RolloutPanel />
      <div className={css.board} ref={box}>
        <div className={css.first}>
          <StepsPanel />
          <Wanting lines={lines} run={goLive} now={now} />
          <Streams lines={lines} run={goLive} now={now} />
        </div>
        <div className={css.second}>
          <ComingPanel lines={lines} schedule={schedule} now={now} />
          <BurnUpPanel now={now} />
        </div>
        <div className={css.third}>
          <IncidentPanel />
          <GatePanel now={now} />
          <ReadinessPanel now={now} />
          <TicketPanel now={now} />
          <LatestPanel now={now} />
        </div>
      </div>
    </div>
  );
}
