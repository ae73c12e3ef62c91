/** The clocks of the wall: T, now in one or two zones, and the rollback fuse or the end of the window. */
import { formatClock, formatOffset, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { holdNow, tMinus } from '../../../shared/domain/go-live/hold.ts';
import { runningRollback } from '../../../shared/domain/rollback/running.ts';
import { useFuse } from '../../store/fuse.ts';
import { useGoLive, useTable } from '../../store/live.ts';
import { useNow } from '../../ui/clock.ts';
import { Mark } from '../../ui/mark.tsx';
import css from './wall.module.css';

export function WallClocks() {
  const goLive = useGoLive();
  const rows = { hold: useTable('hold') };
  const now = useNow(1_000);
  const { tZeroAt, zone, secondZone } = goLive;
  const hold = holdNow(rows);
  const second = secondZone || (zone === 'UTC' ? '' : 'UTC');
  return (
    <div className={css.clocks}>
      <div>
        <span className={css.label}>
          {hold ? 'On hold' : now < tZeroAt ? 'Until T-0' : 'Since T-0'}, {formatTime(tZeroAt, zone)} {zoneName(tZeroAt, zone)}
        </span>
        <b className={css.clock} role="timer">
          {formatOffset(tMinus(rows, goLive, now))}
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
      <b className={`${css.clock} ${windowEnd < now ? 'stop' : ''}`}>{formatClock(windowEnd - now, false)}</b>
    </div>
  );
}
