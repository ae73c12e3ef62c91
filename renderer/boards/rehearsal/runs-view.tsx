/** The runs, one line each, and below what every stream took in them. */
import { useMemo, useState } from 'react';
import { formatSlip, formatSpan } from '../../../shared/base/time-words.ts';
import { client } from '../../client/client.ts';
import { stageWords } from '../../frame/stage-words.ts';
import { actLoud } from '../../store/act.ts';
import { useGoLive, useRole } from '../../store/live.ts';
import { openGoLive } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import css from './rehearsal.module.css';
import type { Comparison, Run } from './use-comparison.ts';

const MINUTE = 60_000;

interface RunsViewProps {
  readonly comparison: Comparison;
  readonly onRecorded: () => void;
}

export function RunsView({ comparison, onRecorded }: RunsViewProps) {
  const { id } = useGoLive();
  const mayRecord = useRole() !== 'viewer' && comparison.runs[0]?.id === id;
  const [selected, select] = useState<string | null>(null);
  const columns = useMemo(() => runColumns(mayRecord, onRecorded), [mayRecord, onRecorded]);
  return (
    <div className={css.runs}>
      <div className={css.part}>
        <Table
          main
          label="Runs of this plan"
          columns={columns}
          rows={comparison.runs}
          rowId={({ id: run }) => run}
          rowHeight={44}
          selectedId={selected ?? id}
          onSelect={select}
          onOpen={({ ref }) => openGoLive(ref, 'rehearsal')}
        />
      </div>
      <Panel title="Streams" quiet="time the timed tasks took, against the plan of the same tasks" ruled>
        <Streams comparison={comparison} />
      </Panel>
    </div>
  );
}

function runColumns(mayRecord: boolean, onRecorded: () => void): readonly Column<Run>[] {
  return [
    { key: 'ref', head: 'Ref', width: 80, className: 'f', cell: ({ ref }) => ref },
    {
      key: 'name',
      head: 'Run',
      width: '2fr',
      min: 200,
      className: 'name',
      title: ({ name }) => name,
      cell: ({ ref, name }) => (
        <a className="link" href={`#/${ref}/rehearsal`}>
          {name}
        </a>
      ),
    },
    { key: 'kind', head: 'Kind', width: 110, cell: ({ kind }) => (kind === 'live' ? 'Real' : kind === 'drill' ? 'Drill' : 'Rehearsal') },
    { key: 'stage', head: 'Stage', width: 110, cell: ({ stage }) => stageWords({ stage, isSample: false }) },
    { key: 'tZero', head: 'T-0', width: 180, cell: ({ tZeroAt, zone }) => <Time at={tZeroAt} zone={zone} day="always" withZone /> },
    { key: 'finish', head: 'Finish', width: 210, cell: finishOf },
    { key: 'timed', head: 'Timed', width: 90, align: 'number', cell: ({ timed, tasks }) => `${timed}/${tasks}` },
    { key: 'failures', head: 'Failed', width: 70, align: 'number', cell: ({ failures }) => failures },
    {
      key: 'rollback',
      head: 'Way back tried',
      width: '1fr',
      min: 240,
      cell: (run) => <WayBack run={run} mayRecord={mayRecord} onRecorded={onRecorded} />,
    },
  ];
}

function finishOf({ finishAt, plannedFinishAt, zone }: Run) {
  if (finishAt === null) return <span className="q">no tasks</span>;
  const slip = plannedFinishAt === null ? 0 : finishAt - plannedFinishAt;
  return (
    <>
      <Time at={finishAt} zone={zone} day="always" />{' '}
      {Math.abs(slip) >= MINUTE && <span className={slip > 0 ? 'f warn' : 'f good'}>{formatSlip(slip)}</span>}
    </>
  );
}

interface WayBackProps {
  readonly run: Run;
  readonly mayRecord: boolean;
  readonly onRecorded: () => void;
}

/** A rollback that was played; pressing keeps one of a rehearsal as a test of the real way back. A drill proves nothing. */
function WayBack({ run, mayRecord, onRecorded }: WayBackProps) {
  const last = run.rollbacks.at(-1);
  if (!last || run.kind === 'live') return <span className="q">no</span>;
  const record = async () => {
    const fields = { runId: run.id, rollbackId: last.id };
    const outcome = await actLoud(client.rehearsal.recordRollback, fields, `Way back of ${run.ref} recorded`);
    if (outcome.ok) onRecorded();
  };
  return (
    <span className="btns">
      <Mark state={last.outcome === 'back in the prior state' ? 'finished' : 'failed'}>{formatSpan(last.tookMs)}</Mark>
      {last.isRecorded && <span className="q">recorded</span>}
      {!last.isRecorded && mayRecord && run.kind === 'rehearsal' && <Button onClick={() => void record()}>Record</Button>}
    </span>
  );
}

function Streams({ comparison }: { readonly comparison: Comparison }) {
  const columns = useMemo<readonly Column<Comparison['streams'][number]>[]>(
    () => [
      { key: 'stream', head: 'Stream', width: '1fr', min: 160, className: 'name', cell: ({ stream }) => stream || 'No stream' },
      { key: 'plan', head: 'Plan', width: 120, align: 'number', cell: ({ plannedMs }) => formatSpan(plannedMs) },
      ...comparison.runs.map(({ id, ref }, at) => ({
        key: id,
        head: ref,
        width: 180,
        align: 'number' as const,
        cell: ({ runs }: Comparison['streams'][number]) => {
          const run = runs[at];
          if (!run || run.timed === 0) return <span className="q">not timed</span>;
          const off = run.tookMs - run.plannedMs;
          return (
            <>
              {formatSpan(run.tookMs)} <span className={off > 0 ? 'warn' : 'good'}>{formatSlip(off)}</span>
            </>
          );
        },
      })),
    ],
    [comparison.runs],
  );
  return <Table label="Streams" columns={columns} rows={comparison.streams} rowId={({ stream }) => stream} />;
}
