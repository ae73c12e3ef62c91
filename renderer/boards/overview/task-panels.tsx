/** The tasks on the overview: what wants attention, what comes in the next hour, how the streams stand, closed against planned. */
import { useMemo } from 'react';
import { formatSlip, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { byUrgency } from '../../../shared/domain/runbook/late.ts';
import { type StreamLine, streamLines, type TaskLine } from '../../../shared/domain/runbook/lines.ts';
import { isClosed } from '../../../shared/domain/runbook/task-state.ts';
import { useGoLive } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { stateMarks } from '../../store/task-state-marks.ts';
import { StepChart } from '../../ui/charts/step-chart.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import css from './overview.module.css';

const HOUR = 3_600_000;
const MOST = 40;

interface LinesProps {
  readonly lines: readonly TaskLine[];
}

/** Blocked, failed, running and late tasks; before the cutover, the first that are ready. */
export function Attention({ lines }: LinesProps) {
  const { zone } = useGoLive();
  const wanting = useMemo(() => {
    const hot = lines.filter(
      ({ state, isLate, times }) =>
        state === 'blocked' || state === 'failed' || state === 'in progress' || (isLate && (times.float ?? 1) <= 0),
    );
    const shown = hot.length > 0 ? hot : lines.filter(({ state }) => state === 'ready');
    return [...shown].sort((a, b) => byUrgency(a.state, b.state) || b.times.slip - a.times.slip).slice(0, MOST);
  }, [lines]);
  const columns = useMemo((): readonly Column<TaskLine>[] => {
    return [
      { key: 'mark', head: '', hiddenHead: 'Status', width: 36, cell: ({ state }) => <Mark state={stateMarks[state]} bare /> },
      { key: 'ref', head: 'Ref', width: 56, className: 'f', cell: ({ task }) => task.ref },
      { key: 'title', head: 'Task', width: '1fr', min: 140, cell: ({ task }) => task.title, title: ({ task }) => task.title },
      { key: 'owner', head: 'Owner', width: 96, className: 'q2', cell: ({ owners }) => owners, title: ({ owners }) => owners },
      { key: 'ends', head: 'Ends', width: 60, align: 'number', cell: ({ times }) => formatTime(times.end, zone) },
      {
        key: 'slip',
        head: 'Slip, min',
        width: 72,
        align: 'number',
        className: ({ isLate }) => (isLate ? 'warn' : 'q'),
        cell: ({ isLate, times }) => (isLate ? formatSlip(times.slip) : ''),
      },
    ];
  }, [zone]);
  const isHot = wanting.some(({ state }) => state !== 'ready');
  return (
    <Panel
      title={isHot ? 'Wants attention' : 'Ready to start'}
      quiet={isHot ? 'blocked, running, late on the critical path; worst first' : 'nothing is running'}
      ruled
    >
      <Table
        label="Tasks that want attention"
        columns={columns}
        rows={wanting}
        rowId={({ task }) => task.ref}
        onOpen={({ task }) => go('runbook', task.ref)}
        onSelect={(ref) => go('runbook', ref)}
        empty="No task is running or ready."
      />
    </Panel>
  );
}

interface Coming {
  readonly key: string;
  readonly at: number;
  readonly line: TaskLine;
  readonly word: 'starts' | 'finishes';
}

export function NextHour({ lines, now }: LinesProps & { readonly now: number }) {
  const { zone } = useGoLive();
  const coming = useMemo(
    () =>
      lines
        .flatMap((line): readonly Coming[] => {
          const { task, times } = line;
          if (isClosed(task)) return [];
          const starts = task.actualStart === null ? [{ key: `${task.ref} s`, at: times.start, line, word: 'starts' as const }] : [];
          return [...starts, { key: `${task.ref} f`, at: times.end, line, word: 'finishes' as const }];
        })
        .filter(({ at }) => at >= now && at <= now + HOUR)
        .sort((a, b) => a.at - b.at)
        .slice(0, MOST),
    [lines, now],
  );
  const first = lines.filter(({ task }) => !isClosed(task)).map(({ times }) => times.start);
  const columns = useMemo(
    (): readonly Column<Coming>[] => [
      { key: 'at', head: `At, ${zoneName(now, zone)}`, width: 76, align: 'number', cell: ({ at }) => formatTime(at, zone) },
      { key: 'ref', head: 'Ref', width: 56, className: 'f', cell: ({ line }) => line.task.ref },
      { key: 'title', head: 'Task', width: '1fr', min: 100, cell: ({ line }) => line.task.title, title: ({ line }) => line.task.title },
      { key: 'word', head: '', hiddenHead: 'What happens', width: 76, className: 'q2', cell: ({ word }) => word },
    ],
    [zone, now],
  );
  const later =
    first.length > 0
      ? `Nothing in the next hour. The next start is forecast for ${formatTime(Math.min(...first), zone)} ${zoneName(now, zone)}.`
      : 'Every task is closed.';
  return (
    <Panel className="split" title="Next hour" quiet={`to ${formatTime(now + HOUR, zone)} ${zoneName(now, zone)}`} ruled>
      <Table
        label="Next hour"
        columns={columns}
        rows={coming}
        rowId={({ key }) => key}
        onSelect={(key) => go('runbook', key.split(' ')[0] ?? null)}
        empty={later}
      />
    </Panel>
  );
}

export function Streams({ lines }: LinesProps) {
  const { zone } = useGoLive();
  const streams = useMemo(() => streamLines(lines), [lines]);
  const columns = useMemo(
    (): readonly Column<StreamLine>[] => [
      { key: 'name', head: 'Stream', width: '1fr', min: 110, className: 'name', cell: ({ name }) => name },
      { key: 'progress', head: 'Progress', width: 92, cell: ({ closed, tasks }) => <Meter share={closed / tasks} /> },
      { key: 'closed', head: 'Closed', width: 68, align: 'number', cell: ({ closed, tasks }) => `${closed}/${tasks}` },
      {
        key: 'running',
        head: 'Runs',
        width: 56,
        align: 'number',
        className: ({ running }) => (running > 0 ? '' : 'q'),
        cell: ({ running }) => running,
      },
      {
        key: 'blocked',
        head: 'Blocked',
        width: 76,
        cell: ({ blocked }) => (blocked > 0 ? <Mark state="blocked">{blocked}</Mark> : <span className="q f">0</span>),
      },
      {
        key: 'late',
        head: 'Late',
        width: 60,
        cell: ({ late }) => (late > 0 ? <Mark state="late">{late}</Mark> : <span className="q f">0</span>),
      },
      { key: 'ends', head: 'Ends', width: 64, align: 'number', cell: ({ ends }) => formatTime(ends, zone) },
    ],
    [zone],
  );
  const closed = lines.filter(({ task }) => isClosed(task)).length;
  return (
    <Panel title="Streams" quiet={`worst first, ${closed} of ${lines.length} tasks closed`} ruled className={css.lower}>
      <Table
        label="Streams"
        columns={columns}
        rows={streams}
        rowId={({ name }) => name}
        onOpen={() => go('runbook')}
        empty="No tasks yet. Import the plan on the runbook."
      />
    </Panel>
  );
}

export function BurnUp({ lines, now }: LinesProps & { readonly now: number }) {
  const { zone, windowEnd } = useGoLive();
  const { planned, closed, forecast } = useMemo(() => burnUp(lines, now), [lines, now]);
  return (
    <Panel title="Burn-up" quiet={`tasks closed, ${zoneName(now, zone)}`} className={`${css.lower} split`} pad>
      {lines.length > 0 && (
        <StepChart
          label={`${closed.length} tasks closed, ${planned.filter(({ at }) => at <= now).length} planned by now, ${lines.length} in all`}
          height={190}
          zone={zone}
          now={now}
          marks={[{ at: windowEnd, word: 'window ends' }]}
          lines={[
            { key: 'plan', name: 'plan', kind: 'plan', points: planned },
            { key: 'closed', name: `closed ${closed.length}`, kind: 'actual', points: closed },
            { key: 'forecast', name: '', kind: 'forecast', points: forecast },
          ]}
        />
      )}
    </Panel>
  );
}

/** Counts over time: by the plan, really closed, and as forecast from now on. */
function burnUp(lines: readonly TaskLine[], now: number) {
  const counted = (instants: readonly number[], from = 0) =>
    [...instants].sort((a, b) => a - b).map((at, index) => ({ at, value: from + index + 1 }));
  const closed = counted(lines.flatMap(({ task, times }) => (isClosed(task) ? [times.end] : [])));
  const open = lines.flatMap(({ task, times }) => (isClosed(task) ? [] : [times.end]));
  return {
    planned: counted(lines.flatMap(({ times }) => (times.plannedEnd === null ? [] : [times.plannedEnd]))),
    closed,
    forecast: [{ at: now, value: closed.length }, ...counted(open, closed.length)],
  };
}
