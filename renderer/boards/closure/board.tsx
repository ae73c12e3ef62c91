/** The closure board: what is still open, metrics, lessons, sign-offs and cleanup, the end of the go-live, and its report. */
import { useMemo, useState } from 'react';
import { type OpenMatter, openAtClosure } from '../../../shared/domain/closure/open.ts';
import type { CleanupAction } from '../../../shared/domain/closure/schema.ts';
import { ReportDialog } from '../../dialogs/report-dialog.tsx';
import { useGoLive, useRole, useRows } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { ToolLine } from '../../ui/tool-line.tsx';
import { DecideCleanupDialog, SettleCleanupDialog } from './cleanup-dialogs.tsx';
import { CleanupPanel } from './cleanup-panel.tsx';
import styles from './closure.module.css';
import { LessonDialog } from './lesson-dialog.tsx';
import { LessonsPanel } from './lessons-panel.tsx';
import { CloseDialog, DeclareLiveDialog, ScrubDialog } from './lifecycle-dialogs.tsx';
import { AddMetricDialog, MeasureDialog } from './metric-dialogs.tsx';
import { MetricsPanel } from './metrics-panel.tsx';
import { OpenPanel } from './open-panel.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { SignOffsPanel } from './sign-offs-panel.tsx';
import { StageActs } from './stage-acts.tsx';

export type Asking = 'measure' | 'add-metric' | 'lesson' | 'sign' | 'decide' | 'live' | 'close' | 'scrub' | 'report';

export function ClosureBoard() {
  const goLive = useGoLive();
  const rows = useRows();
  const role = useRole();
  const mayAct = role !== 'viewer';
  const mayLead = role === 'manager';
  const [asking, setAsking] = useState<Asking | null>(null);
  const [settling, setSettling] = useState<CleanupAction | null>(null);
  const [matter, setMatter] = useState<string | null>(null);
  const [metricId, setMetric] = useState<string | null>(null);
  const [signOffId, setSignOff] = useState<string | null>(null);
  const matters = useMemo(() => openAtClosure(rows), [rows]);
  const metrics = useMemo(() => inPlace(rows.metric), [rows.metric]);
  const signOffs = useMemo(() => inPlace(rows.signOff), [rows.signOff]);
  const actions = useMemo(
    () => inPlace(rows.cleanupAction).filter(({ option }) => option === goLive.cleanup),
    [rows.cleanupAction, goLive.cleanup],
  );
  const lessons = useMemo(() => [...rows.lesson.values()].sort((a, b) => a.addedAt - b.addedAt), [rows.lesson]);
  const close = () => setAsking(null);

  /** Leads to where it is settled; what is settled here opens its dialog. */
  function open({ board, ref, id, kind }: OpenMatter) {
    if (board !== 'closure') return go(board, id === null ? null : ref);
    if (!mayAct) return;
    if (kind === 'sign-off') {
      setSignOff(id);
      setAsking('sign');
    } else if (kind === 'metric') {
      setMetric(id);
      setAsking('measure');
    } else if (goLive.cleanup === null && mayLead) setAsking('decide');
  }

  useKeys('Closure', [
    { key: 'M', label: 'measure', run: () => setAsking('measure'), when: mayAct && metrics.length > 0 },
    { key: 'A', label: 'add lesson', run: () => setAsking('lesson'), when: mayAct },
    { key: 'S', label: 'sign', run: () => setAsking('sign'), when: mayAct && signOffs.length > 0 },
    { key: 'D', label: 'decide cleanup', run: () => setAsking('decide'), when: mayLead },
    { key: 'P', label: 'report', run: () => setAsking('report') },
    { key: 'Shift+M', label: 'add metric', run: () => setAsking('add-metric'), when: mayAct, foot: false },
  ]);

  return (
    <>
      <ToolLine
        title="Closure"
        end={
          <div className="btns">
            <StageActs goLive={goLive} mayLead={mayLead} onAsk={setAsking} />
            <Button primary hint="P" onClick={() => setAsking('report')}>
              Make the report
            </Button>
          </div>
        }
      />
      <div className={styles.board}>
        <div className={`${styles.column} ${styles.left}`}>
          <OpenPanel matters={matters} selectedId={matter} onSelect={setMatter} onOpen={open} />
          <LessonsPanel lessons={lessons} mayAct={mayAct} onAdd={() => setAsking('lesson')} />
        </div>
        <div className={`${styles.column} ${styles.right}`}>
          <MetricsPanel
            metrics={metrics}
            mayAct={mayAct}
            selectedId={metricId}
            onSelect={setMetric}
            onMeasure={() => setAsking('measure')}
            onAdd={() => setAsking('add-metric')}
          />
          <SignOffsPanel
            signOffs={signOffs}
            mayAct={mayAct}
            selectedId={signOffId}
            onSelect={setSignOff}
            onSign={() => setAsking('sign')}
          />
          <CleanupPanel
            goLive={goLive}
            actions={actions}
            mayAct={mayAct}
            mayDecide={mayLead}
            onDecide={() => setAsking('decide')}
            onSettle={setSettling}
          />
        </div>
      </div>
      {asking === 'measure' && <MeasureDialog metrics={metrics} metricId={metricId} onClose={close} />}
      {asking === 'add-metric' && <AddMetricDialog onClose={close} />}
      {asking === 'lesson' && <LessonDialog onClose={close} />}
      {asking === 'sign' && <SignDialog signOffs={signOffs} signOffId={signOffId} onClose={close} />}
      {asking === 'decide' && <DecideCleanupDialog onClose={close} />}
      {asking === 'live' && <DeclareLiveDialog onClose={close} />}
      {asking === 'close' && <CloseDialog matters={matters} onClose={close} />}
      {asking === 'scrub' && <ScrubDialog onClose={close} />}
      {asking === 'report' && <ReportDialog kinds={['closure', 'readiness', 'checklist']} onClose={close} />}
      {settling && <SettleCleanupDialog action={settling} onClose={() => setSettling(null)} />}
    </>
  );
}

function inPlace<Row extends { readonly position: number }>(table: ReadonlyMap<string, Row>): readonly Row[] {
  return [...table.values()].sort((a, b) => a.position - b.position);
}
