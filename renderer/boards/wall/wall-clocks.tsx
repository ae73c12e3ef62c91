/** The clocks of the wall: T, now in one or two zones, and the rollback fuse or the end of the window. */
import { formatClock, formatOffset, formatSpan, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { holdNow, lMinus, tMinus } from '../../../shared/domain/go-live/hold.ts';
import { runningRollback } from '../../../shared/domain/rollback/running.ts';
import { useFuse } from '../../store/fuse.ts';
import { useGoLive, useTable } from '../../store/live.ts';
import { useNow } from '../../ui/clock.ts';
import { Mark } from '../../ui/mark.tsx';
import css from './wall.module.css';

export function WallClocks() {
  const goLive = useGoLive();
  const rows = { hold: useTable('hold'), task: useTable('task') };
  const now = useNow(1_000);
  const { tZeroAt, zone, secondZone } = goLive;
  const hold = holdNow(rows);
  const left = lMinus(rows, goLive, now);
  const second = secondZone || (zone === 'UTC' ? '' : 'UTC');
  return (
    <div className={css.clocks}>
      <div>
        <span className={css.label}>
          {hold ? 'On hold. T-0' : now < tZeroAt ? 'Until T-0,' : 'Since T-0,'} {formatTime(tZeroAt, zone)} {zoneName(tZeroAt, zone)}
          {hold && left > 0 && (
            <>
              . <b>L-{formatOffset(left).slice(2)}</b> by the clock
            </>
          )}
        </span>
        <b className={css.clock} role="timer">
          {bigOffset(tMinus(rows, goLive, now))}
        </b>
      </div>
      <div>
        <span className={css.label}>
          Now, {zoneName(now, zone)}
          {second && (
            <>
              . {zoneName(now, second)} <b>{formatTime(now, second)}</b>
            </>
          )}
        </span>
        <b className={css.clock}>{formatTime(now, zone)}</b>
      </div>
      <Ending />
    </div>
  );
}

const DAY = 24 * 3_600_000;
const TWO_DAYS = 2 * DAY;

/** Days and hours are enough on a wall while the night is days away, and fit it; far away the days alone. */
function bigSpan(ms: number): string {
  return ms < 10 * DAY ? formatSpan(ms) : `${Math.floor(ms / DAY)} d`;
}

function bigOffset(ms: number): string {
  return Math.abs(ms) < TWO_DAYS ? formatOffset(ms) : `T${ms < 0 ? '-' : '+'}${bigSpan(Math.abs(ms))}`;
}

/** What runs out: the rollback that runs counts up; else the fuse, else the window. */
function Ending() {
  const { windowEnd, zone } = useGoLive();
  const now = useNow(1_000);
  const fuse = useFuse();
  const rollback = runningRollback({ rollback: useTable('rollback') });
  if (rollback) {
    return (
      <div>
        <span className={css.label}>{rollback.ref} rolling back</span>
        <b className={`${css.clock} stop`}>{formatClock(now - rollback.decidedAt, false)}</b>
      </div>
    );
  }
  if (fuse) {
    const tone = fuse.state === 'burnt' ? 'stop' : fuse.state === 'warning' ? 'warn' : '';
    return (
      <div>
        <span className={css.label}>
          Rollback fuse, until {formatTime(fuse.lastSafeAt, zone)} {zoneName(fuse.lastSafeAt, zone)}{' '}
          {fuse.state === 'burnt' && <Mark state="breach">burnt</Mark>}
        </span>
        <b className={`${css.clock} ${tone}`}>{formatClock(fuse.lastSafeAt - now, false)}</b>
      </div>
    );
  }
  return (
    <div>
      <span className={css.label}>
        Window ends {formatTime(windowEnd, zone)} {zoneName(windowEnd, zone)}
      </span>
      <b className={`${css.clock} ${windowEnd < now ? 'stop' : ''}`}>
        {windowEnd - now < TWO_DAYS ? formatClock(windowEnd - now, false) : bigSpan(windowEnd - now)}
      </b>
    </div>
  );
}
