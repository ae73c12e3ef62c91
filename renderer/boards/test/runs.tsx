/** The runs of a test, newest first, each with its corrections. */
import { type ReactNode, useState } from 'react';
import { figureText } from '../../../shared/domain/closure/metric.ts';
import type { TestRun } from '../../../shared/domain/readiness/test-schema.ts';
import type { TestLine } from '../../../shared/domain/readiness/test-standing.ts';
import { client } from '../../client/client.ts';
import { actLoud } from '../../store/act.ts';
import { useRole } from '../../store/live.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import { stateMarks } from './lines.ts';
import { RunDialog } from './run-dialog.tsx';
import css from './test.module.css';

export function Runs({ line }: { readonly line: TestLine }) {
  const { test, runs, retests } = line;
  const mayAct = useRole() !== 'viewer';
  const [correcting, correct] = useState<TestRun | null>(null);
  const removed = (run: TestRun) => void actLoud(client.test.removeRun, { runId: run.id }, `Run of ${test.ref} removed`);
  const quiet =
    runs.length === 0 ? 'never run' : `${runs.length}${retests.length > 0 ? `, ${retests.length} of them again after a failed one` : ''}`;
  return (
    <Panel title="Runs" quiet={quiet} ruled className={css.runs}>
      {[...runs].reverse().map((run) => (
        <Run key={run.id} run={run} unit={test.unit} isRetest={retests.includes(run)}>
          {mayAct && (
            <span className={css.end}>
              <button type="button" className="link" onClick={() => correct(run)}>
                Correct
              </button>
              <button type="button" className="link" onClick={() => removed(run)}>
                Remove
              </button>
            </span>
          )}
        </Run>
      ))}
      {correcting && <RunDialog test={test} run={correcting} before={runs} onClose={() => correct(null)} />}
    </Panel>
  );
}

interface RunProps {
  readonly run: TestRun;
  readonly unit: string;
  readonly isRetest: boolean;
  readonly children: ReactNode;
}

function Run({ run, unit, isRetest, children }: RunProps) {
  const facts = [
    run.environment,
    run.build,
    run.defectsFound > 0 && `${run.defectsFound} found`,
    run.defectsFixed > 0 && `${run.defectsFixed} fixed`,
    run.criticalOpen > 0 && `${run.criticalOpen} critical open`,
  ].filter(Boolean);
  return (
    <div className={css.run}>
      <p className={css.head}>
        <Mark state={stateMarks[run.result].state}>{isRetest ? `Retest ${run.result}` : stateMarks[run.result].word}</Mark>
        {run.measured !== null && <span className="f">{figureText(run.measured, unit)}</span>}
      </p>
      {facts.length > 0 && <p className={css.words}>{facts.join(', ')}</p>}
      {run.remark && <p className={`q2 ${css.words}`}>{run.remark}</p>}
      <div className={css.head}>
        <span className="small q2">
          {run.ranBy}, <Time at={run.ranAt} day="always" withZone />
        </span>
        {children}
      </div>
    </div>
  );
}
