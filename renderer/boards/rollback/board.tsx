/** The rollback board: how long the way back is and until when it is open, what it would undo, and the rollback that runs. */
import { useState } from 'react';
import { runningRollback } from '../../../shared/domain/rollback/running.ts';
import { RollbackTestDialog } from '../../dialogs/rollback-test-dialog.tsx';
import { useRole, useTable } from '../../store/live.ts';
import { useRoute } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { ToolLine } from '../../ui/tool-line.tsx';
import { EndDialog, GiveUpDialog } from './end-dialogs.tsx';
import { Figures } from './figures.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { NoReturnPanel } from './no-return-panel.tsx';
import { Preview } from './preview.tsx';
import css from './rollback.module.css';
import { Running } from './running.tsx';
import { StartDialog } from './start-dialog.tsx';
import { TargetDialog } from './target-dialog.tsx';
import { TestsPanel } from './tests-panel.tsx';
import { useCourse } from './use-course.ts';
import { WayBackDialog } from './way-back-dialog.tsx';

type Asking = 'start' | 'end' | 'give up' | 'test' | 'target' | 'way back';

export function RollbackBoard() {
  const rollback = runningRollback({ rollback: useTable('rollback') });
  const role = useRole();
  const mayAct = role !== 'viewer';
  const { course, hasWork } = useCourse();
  const { selected } = useRoute();
  const chosen = course.plan.steps.find(({ task }) => task.ref === selected)?.task ?? null;
  const [asking, ask] = useState<Asking | null>(null);
  const close = () => ask(null);
  const mayStart = mayAct && rollback === null && hasWork;
  useKeys('Rollback', [
    { key: 'R', label: 'roll back', run: () => ask('start'), when: mayStart },
    { key: 'E', label: 'prior state is back', run: () => ask('end'), when: mayAct && rollback !== null },
    { key: 'G', label: 'give up, fix forward', run: () => ask('give up'), when: mayAct && rollback !== null },
    { key: 'W', label: 'how a task is taken back', run: () => ask('way back'), when: mayAct && rollback === null },
    { key: 'T', label: 'record a try', run: () => ask('test'), when: mayAct },
    { key: 'Shift+T', label: 'set the target', run: () => ask('target'), when: role === 'manager', foot: false },
  ]);
  const wayBackStep = (
    <Button hint="W" onClick={() => ask('way back')}>
      How a task is taken back
    </Button>
  );
  return (
    <>
      <ToolLine
        title="Rollback"
        quiet={rollback ? `${rollback.ref} runs` : 'What was done, undone in reverse order'}
        end={
          mayAct && (
            <div className="btns">
              {!rollback && wayBackStep}
              <Button hint="T" onClick={() => ask('test')}>
                Record a try
              </Button>
              {rollback ? (
                <>
                  <Button hint="G" onClick={() => ask('give up')}>
                    Give up
                  </Button>
                  <Button hint="E" primary onClick={() => ask('end')}>
                    Prior state is back
                  </Button>
                </>
              ) : (
                <Button hint="R" danger disabled={!mayStart} onClick={() => ask('start')}>
                  Roll back
                </Button>
              )}
            </div>
          )
        }
      />
      <div className={css.board}>
        <div className={css.main}>
          <Figures rollback={rollback} onTarget={role === 'manager' ? () => ask('target') : undefined} />
          {rollback ? (
            <Running rollback={rollback} mayAct={mayAct} />
          ) : (
            <Preview course={course} hasWork={hasWork} step={mayAct && wayBackStep} />
          )}
        </div>
        <aside className={`split ${css.side}`} aria-label="Points of no return, tries and earlier rollbacks">
          <NoReturnPanel />
          <TestsPanel onRecord={mayAct ? () => ask('test') : undefined} />
          <HistoryPanel />
        </aside>
      </div>
      {asking === 'start' && <StartDialog known={course} onClose={close} />}
      {asking === 'end' && rollback && <EndDialog rollback={rollback} onClose={close} />}
      {asking === 'give up' && rollback && <GiveUpDialog rollback={rollback} onClose={close} />}
      {asking === 'test' && <RollbackTestDialog onClose={close} />}
      {asking === 'way back' && <WayBackDialog task={chosen} onClose={close} />}
      {asking === 'target' && <TargetDialog onClose={close} />}
    </>
  );
}
