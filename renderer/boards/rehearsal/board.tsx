/** Rehearsals: the runs of a plan, what they took against it, and in a drill the trainer's console. */
import { useState } from 'react';
import { useGoLive, useRole } from '../../store/live.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PickSet } from '../../ui/pick-set.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { ToolLine } from '../../ui/tool-line.tsx';
import { DrillConsole } from './drill-console.tsx';
import { LearnDialog } from './learn-dialog.tsx';
import { NewRunDialog } from './new-run-dialog.tsx';
import { RunsView } from './runs-view.tsx';
import { TasksView } from './tasks-view.tsx';
import { useComparison } from './use-comparison.ts';

type View = 'runs' | 'tasks' | 'drill';

export function RehearsalBoard() {
  const { kind } = useGoLive();
  const isManager = useRole() === 'manager';
  const mayDrive = kind === 'drill' && isManager;
  const mayMake = kind === 'live' && isManager;
  const { comparison, refusal, reload } = useComparison();
  const [view, setView] = useState<View>(mayDrive ? 'drill' : 'runs');
  const [asking, setAsking] = useState<'rehearsal' | 'drill' | 'learn' | null>(null);
  const close = () => {
    setAsking(null);
    reload();
  };
  const runs = comparison ? comparison.runs.slice(1) : [];
  useKeys('Rehearsals', [
    { key: 'N', label: 'new rehearsal', run: () => setAsking('rehearsal'), when: mayMake },
    { key: 'D', label: 'new drill', run: () => setAsking('drill'), when: mayMake },
    { key: 'L', label: 'learn lengths', run: () => setAsking('learn'), when: mayMake && runs.length > 0 },
  ]);
  const starters = mayMake && (
    <span className="btns">
      <Button primary hint="N" onClick={() => setAsking('rehearsal')}>
        New rehearsal
      </Button>
      <Button hint="D" onClick={() => setAsking('drill')}>
        New drill
      </Button>
    </span>
  );
  const picks: { value: View; label: string; count?: number }[] = [
    { value: 'runs', label: 'Runs', count: runs.length },
    { value: 'tasks', label: 'Task by task' },
    ...(mayDrive ? [{ value: 'drill' as const, label: 'Drill' }] : []),
  ];
  return (
    <>
      <ToolLine
        title="Rehearsals"
        end={
          runs.length > 0 && (
            <span className="btns">
              {mayMake && (
                <Button hint="L" onClick={() => setAsking('learn')}>
                  Learn lengths
                </Button>
              )}
              {starters}
            </span>
          )
        }
      >
        {runs.length > 0 && <PickSet label="Show" picks={picks} value={view} onPick={setView} />}
      </ToolLine>
      {refusal && <RefusalNote refusal={refusal} />}
      {!comparison && !refusal && <p className="waiting">Comparing the runs.</p>}
      {comparison && runs.length === 0 && (
        <Empty title="Not rehearsed yet" step={starters || undefined}>
          A rehearsal is worked from the same plan beside the real go-live, as often as you like. A drill is a rehearsal on a simulated
          clock, with trouble put in to train the team. What they take is compared here, and can become the lengths of the plan.
        </Empty>
      )}
      {comparison && runs.length > 0 && view === 'runs' && <RunsView comparison={comparison} onRecorded={reload} />}
      {comparison && runs.length > 0 && view === 'tasks' && <TasksView comparison={comparison} />}
      {comparison && view === 'drill' && mayDrive && <DrillConsole />}
      {(asking === 'rehearsal' || asking === 'drill') && <NewRunDialog kind={asking} onClose={close} />}
      {asking === 'learn' && <LearnDialog runs={runs} onClose={close} />}
    </>
  );
}
