/** The strip over every board: which go-live, where the clock stands, when it will end, what is wrong, who is here. */
import { useMemo } from 'react';
import { formatOffset, formatSlip, formatTime, zoneName } from '../../shared/base/time-words.ts';
import { cutoverFinish } from '../../shared/domain/go-live/milestones.ts';
import { isOpen } from '../../shared/domain/incident/figures.ts';
import { scheduleOf } from '../../shared/domain/runbook/schedule.ts';
import { useGoLive, useTable } from '../store/live.ts';
import { go, leaveGoLive } from '../store/route.ts';
import { useNow } from '../ui/clock.ts';
import { Mark } from '../ui/mark.tsx';
import { Logo } from './logo.tsx';
import { stageWords } from './stage-words.ts';
import { Who } from './who.tsx';

const MINUTE = 60_000;

export function Header() {
  const goLive = useGoLive();
  return (
    <header className="bar">
      <button type="button" className="logo" onClick={leaveGoLive} title="All go-lives">
        <Logo />
        Gantry
      </button>
      <button type="button" className="goes" onClick={() => go('overview')} title={`${goLive.name}, ${goLive.system} ${goLive.release}`}>
        <span className="lb">{stageWords(goLive)}</span>
        <span className="v">
          <b className="words">{goLive.name}</b>
        </span>
      </button>
      <TMinus />
      <Now />
      <Finish />
      <span className="grow" />
      <OpenIncidents />
      <Who />
    </header>
  );
}

function TMinus() {
  const { tZeroAt, tZeroMeans, zone } = useGoLive();
  const now = useNow(1_000);
  return (
    <div className="tminus" title={`T-0: ${tZeroMeans}`}>
      <span className="lb">
        {now < tZeroAt ? 'Until' : 'Since'} T-0, {formatTime(tZeroAt, zone)} {zoneName(tZeroAt, zone)}
      </span>
      <span className="v">
        <b role="timer">{formatOffset(now - tZeroAt, true)}</b>
      </span>
    </div>
  );
}

function Now() {
  const { zone } = useGoLive();
  const now = useNow(1_000);
  return (
    <div>
      <span className="lb">Now</span>
      <span className="v">
        <b>{formatTime(now, zone, true)}</b>
        {zoneName(now, zone)}
        {zone !== 'UTC' && <span className="q f">{formatTime(now, 'UTC')} UTC</span>}
      </span>
    </div>
  );
}

/** Recomputed with every act and every minute. */
function Finish() {
  const goLive = useGoLive();
  const task = useTable('task');
  const link = useTable('link');
  const minute = useNow(MINUTE);
  const reached = useMemo(() => cutoverFinish({ task }, goLive, scheduleOf({ task, link }, goLive, minute)), [task, link, goLive, minute]);
  const finish = reached?.at ?? null;
  const slip = reached && reached.plannedAt !== null ? reached.at - reached.plannedAt : 0;
  const isOver = finish !== null && finish > goLive.windowEnd;
  return (
    <div>
      <span className="lb">
        Forecast finish, window to {formatTime(goLive.windowEnd, goLive.zone)} {zoneName(goLive.windowEnd, goLive.zone)}
      </span>
      <span className="v">
        {finish === null ? (
          <span className="q">no tasks yet</span>
        ) : (
          <>
            <b>{formatTime(finish, goLive.zone)}</b>
            {zoneName(finish, goLive.zone)}
            {Math.abs(slip) >= MINUTE && <span className={slip > 0 ? 'f warn' : 'f q'}>{formatSlip(slip)}</span>}
            {isOver && <Mark state="late">after the window</Mark>}
          </>
        )}
      </span>
    </div>
  );
}

function OpenIncidents() {
  const incidents = useTable('incident');
  const open = [...incidents.values()].filter(isOpen);
  return (
    <button type="button" onClick={() => go('incident')} title="Open incidents">
      <span className="lb">Open incidents</span>
      <span className="v">
        {([1, 2] as const).map((severity) => {
          const count = open.filter((incident) => incident.severity === severity).length;
          return (
            <Mark key={severity} state={`sev${severity}`} as={count === 0 ? 'none' : 'status'}>
              SEV{severity} <b>{count}</b>
            </Mark>
          );
        })}
      </span>
    </button>
  );
}
