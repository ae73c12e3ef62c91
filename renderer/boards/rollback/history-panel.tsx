/** The rollbacks of this go-live that are over: what they took against target and forecast. */
import { useMemo } from 'react';
import { measuredRollbacks } from '../../../shared/domain/rollback/measured.ts';
import { useTable } from '../../store/live.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Span, Time } from '../../ui/time.tsx';
import css from './rollback.module.css';

export function HistoryPanel() {
  const rollback = useTable('rollback');
  const measured = useMemo(() => measuredRollbacks({ rollback }), [rollback]);
  if (measured.length === 0) return null;
  return (
    <Panel title="Earlier rollbacks" quiet={measured.length} pad>
      <ul className={css.history}>
        {measured.map(
          ({ rollback: { id, ref, kind, reason, outcome, outcomeNote, targetMs, decidedAt, decidedBy }, tookMs, forecastMs, isInTime }) => (
            <li key={id}>
              <p className={css.line}>
                <span className="f">{ref}</span> {kind} <Mark state={outcome === 'given up' ? 'skipped' : 'rolled-back'}>{outcome}</Mark>
              </p>
              <p className="q2">
                Took <Span ms={tookMs} />
                {targetMs !== null && (
                  <>
                    , target <Span ms={targetMs} />{' '}
                    {isInTime !== null && <Mark state={isInTime ? 'finished' : 'late'}>{isInTime ? 'kept' : 'missed'}</Mark>}
                  </>
                )}
                , forecast <Span ms={forecastMs} />
              </p>
              <p className={css.words}>{reason}</p>
              {outcomeNote && <p className={`q2 ${css.words}`}>{outcomeNote}</p>}
              <p className="q">
                {decidedBy}, <Time at={decidedAt} withZone />
              </p>
            </li>
          ),
        )}
      </ul>
    </Panel>
  );
}
