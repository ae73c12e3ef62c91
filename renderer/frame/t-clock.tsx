/** The two clocks of the header: T-minus, which stands still in a hold, and L-minus, the clock time until T-0 really comes. */
import { formatOffset, formatTime, zoneName } from '../../shared/base/time-words.ts';
import { holdNow, lMinus, tMinus } from '../../shared/domain/go-live/hold.ts';
import { useGoLive, useRole, useTable } from '../store/live.ts';
import { useNow } from '../ui/clock.ts';
import { Mark } from '../ui/mark.tsx';
import { askHold } from './hold-asking.ts';

/** While a hold runs the two differ by what T-0 is expected to move. After T-0 there is no L-minus. */
export function TClock() {
  const goLive = useGoLive();
  const rows = { hold: useTable('hold'), task: useTable('task') };
  const now = useNow(1_000);
  const mayAct = useRole() !== 'viewer';
  const { tZeroAt, tZeroMeans, zone, stage } = goLive;
  const hold = holdNow(rows);
  const left = lMinus(rows, goLive, now);
  const tZero = `T-0, ${formatTime(tZeroAt, zone)} ${zoneName(tZeroAt, zone)}`;
  const mayHold = mayAct && hold === null && (stage === 'planning' || stage === 'cutover');
  return (
    <div className="tminus" title={`T-0: ${tZeroMeans}`}>
      <span className="lb">
        {hold ? `On hold since ${formatTime(hold.startedAt, zone)}` : `${now < tZeroAt ? 'Until' : 'Since'} ${tZero}`}
      </span>
      <span className="v">
        <b role="timer" title={`T-minus: time until or since T-0 (${tZeroMeans}), as the plan counts it; it stands still in a hold.`}>
          {formatOffset(tMinus(rows, goLive, now), true)}
        </b>
        {hold && <Mark state="paused" bare />}
        {left > 0 && (
          <span
            className="f q2"
            title="L-minus: clock time left until T-0, with the holds planned before it. T-minus stands still in a hold, L-minus does not."
          >
            {`L-${formatOffset(left).slice(2)}`}
          </span>
        )}
        {mayHold && (
          <button type="button" className="hold" onClick={() => askHold('call')} title="Stop T-minus for everybody (Shift+H)">
            Hold
          </button>
        )}
      </span>
    </div>
  );
}
