/** The strip over every board: which go-live, where the clock stands, when it will end, what is wrong, who is here. */
import { useMemo } from 'react';
import { formatDay, formatSlip, formatTime, zoneName } from '../../shared/base/time-words.ts';
import { cutoverFinish } from '../../shared/domain/go-live/milestones.ts';
import { isOpen } from '../../shared/domain/incident/figures.ts';
import { useGoLive, useTable } from '../store/live.ts';
import { go, leaveGoLive } from '../store/route.ts';
import { useSchedule } from '../store/task-lines.ts';
import { useNow } from '../ui/clock.ts';
import { Mark } from '../ui/mark.tsx';
import { Fuse } from './fuse.tsx';
import { Logo } from './logo.tsx';
import { PlanNote } from './plan-note.tsx';
import { stageWords } from './stage-words.ts';
import { TClock } from './t-clock.tsx';
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
      {goLive.kind !== 'live' && (
        <div className="kind">
          <span className="lb">{goLive.kind === 'drill' ? 'Simulated clock' : 'Practice run'}</span>
          <span className="v">
            <b className="words">{goLive.kind === 'drill' ? 'DRILL' : 'REHEARSAL'}</b>
          </span>
        </div>
      )}
      <TClock />
      <Now />
      <Finish />
      <PlanNote />
      <Fuse />
      <span className="grow" />
      <OpenIncidents />
      <Who />
    </header>
  );
}

function Now() {
  const { zone, secondZone } = useGoLive();
  const now = useNow(1_000);
  const second = secondZone || 'UTC';
  return (
    <div title={`${formatDay(now, zone)} in ${zone}, ${formatDay(now, second)} in ${second}`}>
      <span className="lb">Now</span>
      <span className="v">
        <b>{formatTime(now, zone, true)}</b>
        {zoneName(now, zone)}
        {zone !== 'UTC' && <span className="q f utc">{formatTime(now, 'UTC')} UTC</span>}
      </span>
    </div>
  );
}

function Finish() {
  const goLive = useGoLive();
  const task = useTable('task');
  const schedule = useSchedule();
  const reached = useMemo(() => cutoverFinish({ task }, goLive, schedule), [task, goLive, schedule]);
  const finish = reached?.at ?? null;
  const slip = reached && reached.plannedAt !== null ? reached.at - reached.plannedAt : 0;
  const isOver = finish !== null && finish > goLive.windowEnd;
  return (
    <div title="By the planned lengths of what is left. The burn-up of the runbook says how likely it is, with work that takes longer or shorter.">
      <span className="lb">
        Finish, window to {formatTime(goLive.windowEnd, goLive.zone)} {zoneName(goLive.windowEnd, goLive.zone)}
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
