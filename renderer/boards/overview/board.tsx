/** The overview: the worst thing first, then where everything stands and what comes next. */
import { useMemo } from 'react';
import { worstFact } from '../../../shared/domain/go-live/worst-fact.ts';
import { scheduleOf } from '../../../shared/domain/runbook/schedule.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { useTaskLines } from '../../store/task-lines.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/clock.ts';
import { useKeys } from '../../ui/keys.ts';
import { Strip } from '../../ui/strip.tsx';
import { NightLine } from './night-line.tsx';
import css from './overview.module.css';
import { GatePanel, IncidentPanel, LatestPanel, ReadinessPanel, TicketPanel } from './side-panels.tsx';
import { Attention, BurnUp, NextHour, Streams } from './task-panels.tsx';

const MINUTE = 60_000;

export function OverviewBoard() {
  const rows = useRows();
  const goLive = useGoLive();
  const now = useNow(MINUTE);
  const lines = useTaskLines();
  const schedule = useMemo(() => scheduleOf(rows, goLive, now), [rows, goLive, now]);
  const worst = useMemo(() => worstFact(rows, goLive, now), [rows, goLive, now]);
  const openWorst = () => worst && go(worst.board, worst.ref);
  useKeys('Overview', [{ key: 'O', label: 'open the worst', run: openWorst, when: worst !== null }]);
  return (
    <>
      <h1 className="sr">Overview</h1>
      {worst && (
        <Strip
          sentence={worst.sentence}
          because={worst.because}
          acts={
            <Button primary hint="O" onClick={openWorst}>
              Open {worst.ref}
            </Button>
          }
        />
      )}
      <div className={css.board}>
        <div className={css.wide}>
          <NightLine schedule={schedule} now={now} />
        </div>
        <Attention lines={lines} />
        <NextHour lines={lines} now={now} />
        <div className={css.last}>
          <IncidentPanel />
          <GatePanel now={now} />
          <TicketPanel now={now} />
          <ReadinessPanel now={now} />
          <LatestPanel />
        </div>
        <Streams lines={lines} />
        <BurnUp lines={lines} now={now} />
      </div>
    </>
  );
}
