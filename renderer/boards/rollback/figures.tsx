/** The figures on top: time back to safety and the fuse, or the clock of the rollback that runs against its target and the window. */
import type { ReactNode } from 'react';
import { formatClock, formatSpan, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { waysBack } from '../../../shared/domain/rollback/course.ts';
import { comingNoReturn, type Fuse, type FuseState, passedNoReturn } from '../../../shared/domain/rollback/fuse.ts';
import { rollbackEnd } from '../../../shared/domain/rollback/running.ts';
import type { Rollback } from '../../../shared/domain/rollback/schema.ts';
import { useForecastFuse, useFuse } from '../../store/fuse.ts';
import { useGoLive, useRows, useTable } from '../../store/live.ts';
import { useNow } from '../../ui/clock.ts';
import { BigFigure } from '../../ui/figure.tsx';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import { Time } from '../../ui/time.tsx';
import css from './rollback.module.css';

interface FiguresProps {
  /** The rollback that runs; null when none does. */
  readonly rollback: Rollback | null;
  /** Left out for who may not set the target. */
  readonly onTarget: (() => void) | undefined;
}

export function Figures({ rollback, onTarget }: FiguresProps) {
  return (
    <div className={css.figures}>
      {rollback ? <OfRunning rollback={rollback} /> : <OfFuse />}
      <Target rollback={rollback} onTarget={onTarget} />
    </div>
  );
}

const marks: Readonly<Record<FuseState, { readonly state: MarkState; readonly tone?: 'warn' | 'stop' }>> = {
  safe: { state: 'go' },
  warning: { state: 'at-risk', tone: 'warn' },
  burnt: { state: 'breach', tone: 'stop' },
};

function OfFuse() {
  const { windowEnd, zone } = useGoLive();
  const now = useNow(1_000);
  const fuse = useFuse();
  const forecast = useForecastFuse();
  const window = `window to ${formatTime(windowEnd, zone)} ${zoneName(windowEnd, zone)}`;
  if (!fuse) {
    return (
      <>
        <BigFigure size={44} label="Time back to safety" value="none" tone="q" sub="Nothing that was done is to be taken back" />
        <BigFigure
          size={44}
          label="Rollback fuse"
          value="none yet"
          tone="q"
          sub={`It starts with the first work that would have to be taken back; ${window}`}
        />
      </>
    );
  }
  const { state, tone } = marks[fuse.state];
  return (
    <>
      <BigFigure size={44} label="Time back to safety" value={formatSpan(fuse.backMs)} sub={<ByKind {...fuse} />} />
      <BigFigure
        size={44}
        label={fuse.state === 'burnt' ? 'Rollback fuse, burnt' : 'Rollback fuse burns through in'}
        value={<span role="timer">{formatClock(fuse.lastSafeAt - now)}</span>}
        tone={tone}
        sub={
          <Mark state={state}>
            {fuse.state === 'burnt' ? 'past, it was safe until ' : fuse.state === 'warning' ? 'burns soon, at ' : 'in time until '}
            <Time at={fuse.lastSafeAt} withZone />
          </Mark>
        }
      />
      {forecast && fuse.state !== 'burnt' && (
        <Projected at={forecast.projected.at} task={forecast.projected.task?.ref} backMs={forecast.projected.backMs} />
      )}
    </>
  );
}

/** The kind it reckons with, and how long the others would take. */
function ByKind({ kind, backMs }: Pick<Fuse, 'kind' | 'backMs'>) {
  const playbookCopy = useTable('playbookCopy');
  const ways = waysBack({ playbookCopy });
  const longestMs = ways.find((way) => way.kind === kind)?.lengthMs ?? 0;
  const others = ways.filter((way) => way.kind !== kind).map((way) => `${way.kind} ${formatSpan(backMs - longestMs + way.lengthMs)}`);
  return others.length === 0
    ? 'if it starts now, with all steps, side by side where it can'
    : `${kind} rollback started now, the longest; ${others.join(', ')}`;
}

/** When it burns through if work goes on as forecast. */
function Projected({ at, task, backMs }: { readonly at: number; readonly task: string | undefined; readonly backMs: number }) {
  const { zone } = useGoLive();
  const gate = useTable('gate');
  const [passed] = passedNoReturn({ gate });
  const [coming] = comingNoReturn({ gate });
  const why: ReactNode = task ? `when ${task} starts, back in ${formatSpan(backMs)}` : `back in ${formatSpan(backMs)} by then`;
  return (
    <BigFigure
      size={28}
      label="As the forecast goes on it burns at"
      value={formatTime(at, zone)}
      sub={
        <>
          {why}
          {passed && <span className="nw">. Past {passed.ref}</span>}
          {!passed && coming && <span>. No return after {coming.ref.replace('-', '\u2011')}</span>}
        </>
      }
    />
  );
}

function OfRunning({ rollback }: { readonly rollback: Rollback }) {
  const { zone } = useGoLive();
  const rows = useRows();
  const now = useNow(1_000);
  const endAt = rollbackEnd(rows, rollback, now);
  const isLate = endAt > rollback.windowEnd;
  return (
    <>
      <BigFigure
        size={44}
        label={`${rollback.ref}, ${rollback.kind}, runs since`}
        value={<span role="timer">{formatClock(now - rollback.decidedAt)}</span>}
        sub={
          <>
            decided by {rollback.decidedBy} at <Time at={rollback.decidedAt} withZone />
          </>
        }
      />
      <BigFigure
        size={44}
        label="Forecast back in the prior state"
        value={formatTime(endAt, zone)}
        tone={isLate ? 'stop' : undefined}
        sub={
          <Mark state={isLate ? 'late' : 'go'}>
            {isLate ? 'after' : 'inside'} the window to {formatTime(rollback.windowEnd, zone)} {zoneName(rollback.windowEnd, zone)}
          </Mark>
        }
      />
    </>
  );
}

function Target({ rollback, onTarget }: FiguresProps) {
  const { rollbackTargetMs } = useGoLive();
  const rows = useRows();
  const now = useNow(1_000);
  const fuse = useFuse();
  const targetMs = rollback ? rollback.targetMs : rollbackTargetMs;
  const needsMs = rollback ? now - rollback.decidedAt : (fuse?.backMs ?? 0);
  const isOver = targetMs !== null && needsMs > targetMs;
  const forecastMs = rollback ? rollbackEnd(rows, rollback, now) - rollback.decidedAt : 0;
  const willBeOver = targetMs !== null && forecastMs > targetMs;
  return (
    <BigFigure
      size={28}
      label="Target"
      value={targetMs === null ? 'none' : formatSpan(targetMs)}
      tone={targetMs === null ? 'q' : isOver || willBeOver ? 'warn' : undefined}
      sub={
        <span className={css.line}>
          {targetMs !== null && needsMs > 0 && (
            <Mark state={isOver ? 'late' : willBeOver ? 'at-risk' : 'go'}>
              {isOver
                ? `${formatSpan(needsMs - targetMs)} more`
                : willBeOver
                  ? `forecast ${formatSpan(forecastMs - targetMs)} more`
                  : 'within it'}
            </Mark>
          )}
          {onTarget && !rollback && (
            <button type="button" className="link" onClick={onTarget}>
              set it
            </button>
          )}
        </span>
      }
    />
  );
}
