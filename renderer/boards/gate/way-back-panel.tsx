/** Whether the way back was tried, at a gate that must know: one that lets the deployment begin, or after which there is no return. */
import { useMemo } from 'react';
import { formatSpan } from '../../../shared/base/time-words.ts';
import type { Gate } from '../../../shared/domain/gate/schema.ts';
import { wantsWayBack, wayBackTested } from '../../../shared/domain/rollback/tested.ts';
import { wayBackMarks } from '../../dialogs/way-back-marks.ts';
import { useGoLive, useTable } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';

/** Nothing at any other gate. */
export function WayBackPanel({ gate }: { readonly gate: Gate }) {
  const task = useTable('task');
  const rollbackTest = useTable('rollbackTest');
  const playbookCopy = useTable('playbookCopy');
  const check = useTable('check');
  const goLive = useTable('goLive');
  const { rollbackTargetMs } = useGoLive();
  const isWanted = useMemo(() => wantsWayBack({ task }, gate), [task, gate]);
  const { state, last, checks } = useMemo(
    () => wayBackTested({ rollbackTest, playbookCopy, check, goLive }),
    [rollbackTest, playbookCopy, check, goLive],
  );
  if (!isWanted) return null;
  return (
    <Panel
      title="Way back"
      quiet={gate.isPointOfNoReturn ? 'a go here closes it' : undefined}
      end={
        <button type="button" className="link" onClick={() => go('rollback')}>
          Rollback
        </button>
      }
      pad
    >
      <p>
        <Mark state={wayBackMarks[state].state}>{state === 'passed' ? 'Tried, works' : `Way back ${wayBackMarks[state].word}`}</Mark>
      </p>
      {last && (
        <p className="q2">
          {last.place}, <Time at={last.testedAt} day="always" withZone />, in {formatSpan(last.tookMs)}
          {rollbackTargetMs !== null && `, target ${formatSpan(rollbackTargetMs)}`}
        </p>
      )}
      {!last && <p className="q2">A rollback must be tried before the deployment starts.</p>}
      {checks.length > 0 && (
        <p className="q2">
          Stands behind{' '}
          {checks.map(({ id, ref, title, status }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <button type="button" className="link" onClick={() => go('readiness', ref)} title={title}>
                {ref}
              </button>{' '}
              {status}
            </span>
          ))}
        </p>
      )}
    </Panel>
  );
}
