/** The wall display: the night on one screen, to be read from four metres. `F` takes rail, header and foot away. */
import { useEffect, useMemo } from 'react';
import { formatSlip, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { holdNow } from '../../../shared/domain/go-live/hold.ts';
import { cutoverFinish } from '../../../shared/domain/go-live/milestones.ts';
import { isOpen } from '../../../shared/domain/incident/figures.ts';
import type { TaskLine } from '../../../shared/domain/runbook/lines.ts';
import { isGo } from '../../../shared/domain/runbook/task-state.ts';
import { stageWords } from '../../frame/stage-words.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { lookAt, useRoute } from '../../store/route.ts';
import { useSchedule, useTaskLines } from '../../store/task-lines.ts';
import { stateMarks } from '../../store/task-state-marks.ts';
import { useNow } from '../../ui/clock.ts';
import { Empty } from '../../ui/empty.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Mark } from '../../ui/mark.tsx';
import { NightLine } from './night-line.tsx';
import css from './wall.module.css';
import { WallClocks } from './wall-clocks.tsx';
import { type Coming, type WallFacts, wallFacts, worstOf } from './wall-facts.ts';

const MINUTE = 60_000;
const MOST_ROWS = 6;
const FULL = 'full=1';

export function WallBoard() {
  const lines = useTaskLines();
  const isFull = useRoute().query === FULL;
  const toggle = () => {
    lookAt(isFull ? '' : FULL);
    if (isFull) void document.exitFullscreen?.().catch(() => undefined);
    else void document.documentElement.requestFullscreen?.().catch(() => undefined); // the room's page may not be allowed to; the wall fills the window anyway
  };
  useKeys('Wall', [
    { key: 'F', label: isFull ? 'back to the boards' : 'full screen', run: toggle },
    { key: 'Escape', label: 'back to the boards', run: toggle, when: isFull, foot: false },
  ]);
  useEffect(() => {
    const left = () => !document.fullscreenElement && lookAt('');
    document.addEventListener('fullscreenchange', left);
    return () => document.removeEventListener('fullscreenchange', left);
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it is moved sideways, by keys too
    <section tabIndex={0} className={isFull ? `${css.wall} ${css.full}` : css.wall} aria-label="Wall display">
      {lines.length === 0 ? (
        <Empty title="Nothing to show yet">The wall shows what runs, what comes and what is wrong, once the runbook has tasks.</Empty>
      ) : (
        <Wall lines={lines} />
      )}
    </section>
  );
}

function Wall({ lines }: { readonly lines: readonly TaskLine[] }) {
  const goLive = useGoLive();
  const rows = useRows();
  const schedule = useSchedule();
  const now = useNow(MINUTE);
  const facts = useMemo(() => wallFacts(lines, goLive, now), [lines, goLive, now]);
  const finish = useMemo(() => cutoverFinish(rows, goLive, schedule), [rows, goLive, schedule]);
  const { zone } = goLive;
  const slip = finish?.plannedAt == null ? 0 : finish.at - finish.plannedAt;
  const gate = [...rows.gate.values()].filter((each) => !isGo(each)).sort((a, b) => a.position - b.position)[0];
  const gateAt = gate && schedule.gates.get(gate.id)?.at;
  const incidents = [...rows.incident.values()].filter(isOpen).sort((a, b) => a.severity - b.severity);
  const tickets = [...rows.ticket.values()].filter(({ status }) => status !== 'closed' && status !== 'resolved').length;
  return (
    <div className={css.inner}>
      <header className={css.head}>
        <h1 className="cut">{goLive.name}</h1>
        <span className="q2">
          {stageWords(goLive)}, <b>{facts.closed}</b> of {facts.all} tasks closed
        </span>
        {finish && (
          <span className={css.end}>
            {finish.isReached ? 'finished' : 'forecast finish'} <b>{formatTime(finish.at, zone)}</b> {zoneName(finish.at, zone)}
            {slip >= MINUTE && <span className="warn">, {formatSlip(slip)} min</span>}
          </span>
        )}
      </header>
      <WallClocks />
      <Worst facts={facts} />
      <NightLine gates={rows.gate} schedule={schedule} goLive={goLive} finish={finish?.at ?? null} now={now} />
      <div className={css.columns}>
        <section>
          <h2>
            Running <span>{facts.running.length}</span>
          </h2>
          {facts.running.slice(0, MOST_ROWS).map((line) => (
            <Running key={line.task.id} line={line} zone={zone} />
          ))}
          {facts.running.length === 0 && <p className="q">Nothing runs now.</p>}
          <More count={facts.running.length - MOST_ROWS} />
        </section>
        <section>
          <h2>
            Next hour <span>{zoneName(now, zone)}</span>
          </h2>
          {facts.nextHour.slice(0, MOST_ROWS).map((coming) => (
            <Next key={coming.line.task.id} {...coming} zone={zone} now={now} />
          ))}
          {facts.nextHour.length === 0 && <p className="q">Nothing starts or ends.</p>}
          <More count={facts.nextHour.length - MOST_ROWS} />
        </section>
        <section>
          <h2>
            Stopped and late <span>{facts.stopped.length + facts.late.length}</span>
          </h2>
          {[...facts.stopped, ...facts.late].slice(0, MOST_ROWS - incidents.slice(0, 2).length).map(({ task, state, times }) => (
            <div key={task.id} className={css.row}>
              <Mark state={state === 'blocked' || state === 'failed' ? stateMarks[state] : 'late'} bare />
              <span className="cut">{task.title}</span>
              <b className="warn">{formatSlip(times.slip)}</b>
            </div>
          ))}
          {incidents.slice(0, 2).map(({ id, ref, title, severity }) => (
            <div key={id} className={css.row}>
              <Mark state={`sev${severity as 1 | 2 | 3 | 4}`} bare />
              <span className="cut">{title}</span>
              <b>{ref}</b>
            </div>
          ))}
          <More count={facts.stopped.length + facts.late.length - MOST_ROWS + incidents.slice(0, 2).length} />
          {facts.stopped.length + facts.late.length + incidents.length === 0 && <p className="q">Nothing.</p>}
        </section>
      </div>
      <footer className={css.foot}>
        <span>
          Open: {incidents.length} {incidents.length === 1 ? 'incident' : 'incidents'}, {tickets} {tickets === 1 ? 'ticket' : 'tickets'}
        </span>
        {gate && (
          <span>
            Next gate {gate.ref} {gate.title}
            {gateAt !== undefined && (
              <>
                {' '}
                <b>{formatTime(gateAt, zone)}</b>
              </>
            )}
          </span>
        )}
        <span>
          Updated <b>{formatTime(now, zone)}</b> {zoneName(now, zone)}
        </span>
      </footer>
    </div>
  );
}

/** A hold or a rollback that runs outranks everything: nothing else starts meanwhile. */
function Worst({ facts }: { readonly facts: WallFacts }) {
  const rows = useRows();
  const hold = holdNow(rows);
  const worst = worstOf(facts);
  if (hold) {
    return (
      <div className={css.worst}>
        <Mark state="paused" bare />
        <h2 className="cut">The clock stands: {hold.reason}</h2>
        <p>
          {hold.ref}, called by {hold.calledBy}
        </p>
      </div>
    );
  }
  if (!worst) {
    return (
      <div className={css.worst}>
        <Mark state="go" bare />
        <h2>Nothing is blocked, nothing is late</h2>
      </div>
    );
  }
  return (
    <div className={worst.isStop ? `${css.worst} ${css.stop}` : css.worst}>
      <Mark state={worst.isStop ? 'blocked' : 'late'} bare />
      <h2 className="cut">{worst.sentence}</h2>
      <p className="cut">{worst.because}</p>
    </div>
  );
}

function Running({ line: { task, times, owners, isLate }, zone }: { readonly line: TaskLine; readonly zone: string }) {
  return (
    <div className={css.row}>
      <Mark state={isLate ? 'late' : 'in-progress'} bare />
      <span className={css.two}>
        <span className="cut">{task.title}</span>
        <small className="cut">{owners || 'nobody named'}</small>
      </span>
      <b className={isLate ? 'warn' : ''}>{formatTime(times.end, zone)}</b>
    </div>
  );
}

function Next({ at, line: { task, owners }, what, zone, now }: Coming & { readonly zone: string; readonly now: number }) {
  return (
    <div className={css.row}>
      <b className={at < now ? 'warn' : ''}>{formatTime(at, zone)}</b>
      <span className={css.two}>
        <span className="cut">{task.title}</span>
        <small className="cut">{owners || 'nobody named'}</small>
      </span>
      <span className={what === 'clears' ? 'stop' : 'q2'}>{what === 'clears' ? 'cleared?' : what}</span>
    </div>
  );
}

function More({ count }: { readonly count: number }) {
  return count > 0 ? <p className="q">and {count} more</p> : null;
}
