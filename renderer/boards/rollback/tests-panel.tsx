/** Each time the way back was tried, and what that says. */
import { useMemo } from 'react';
import { wayBackTested } from '../../../shared/domain/rollback/tested.ts';
import { wayBackMarks } from '../../dialogs/way-back-marks.ts';
import { useTable } from '../../store/live.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Span, Time } from '../../ui/time.tsx';
import css from './rollback.module.css';

/** `onRecord` is left out for who may only look. */
export function TestsPanel({ onRecord }: { readonly onRecord: (() => void) | undefined }) {
  const rollbackTest = useTable('rollbackTest');
  const playbookCopy = useTable('playbookCopy');
  const check = useTable('check');
  const goLive = useTable('goLive');
  const { state, tests } = useMemo(
    () => wayBackTested({ rollbackTest, playbookCopy, check, goLive }),
    [rollbackTest, playbookCopy, check, goLive],
  );
  return (
    <Panel title="Way back tried" end={<Mark state={wayBackMarks[state].state}>{wayBackMarks[state].word}</Mark>} pad>
      {tests.length === 0 && (
        <p className="q2">
          A way back that was never tried is a hope. Try it in a rehearsal or on staging and record how long it took.{' '}
          {onRecord && <Button onClick={onRecord}>Record a try</Button>}
        </p>
      )}
      <ul className={css.history}>
        {tests.map(({ id, place, tookMs, passed, testedAt, remark }) => (
          <li key={id}>
            <p className={css.line}>
              <Mark state={passed ? 'finished' : 'failed'}>{passed ? 'Passed' : 'Failed'}</Mark>
              <span className="cut">{place}</span>
              <span className={css.end}>
                <Span ms={tookMs} />
              </span>
            </p>
            <p className="q2">
              <Time at={testedAt} day="always" withZone />
              {remark && `: ${remark}`}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
