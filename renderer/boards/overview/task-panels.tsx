/** The tasks that want attention, and how the streams stand. */

import { useMemo } from 'react';
import { smallest } from '../../../shared/base/extremes.ts';
import { formatDay, formatSlip, sameDay, zoneName } from '../../../shared/base/time-words.ts';
import type { GoLive } from '../../../shared/domain/go-live/schema.ts';
import { LATE_FROM_MS } from '../../../shared/domain/runbook/late.ts';
import { isCritical, streamLines, type TaskLine } from '../../../shared/domain/runbook/lines.ts';
import { countedLines, isCounted, tallyOf } from '../../../shared/domain/runbook/tally.ts';
import { isInRun } from '../../../shared/domain/runbook/task-state.ts';
import { wantingTasks } from '../../../shared/domain/runbook/wanting.ts';
import { useTimes } from '../../store/live.ts';
import { stateMarks } from '../../store/task-state-marks.ts';
import { Mark } from '../../ui/mark.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import { Lead } from './lead.tsx';
import css from './overview.module.css';

const MOST = 40;

interface LinesProps {
  readonly lines: readonly TaskLine[];
  readonly run: Pick<GoLive, 'kind'>;
  readonly now: number;
}

/** Left out while there are no tasks, and once all are closed. Tasks of a rollback stand among the others and are counted apart. */
export function Wanting({ lines, run, now }: LinesProps) {
  const { zone } = useTimes();
  const wanting = useMemo(() => wantingTasks(lines.filter(({ task }) => isInRun(task, run))), [lines, run]);
  if (wanting.length === 0) return null;
  const more = wanting.length - MOST;
  return (
    <Panel
      title="Tasks"
      quiet={wantingWords(wanting, run)}
      end={<span className="small q">{farWords(wanting, now, zone)}, slip min</span>}
      ruled
      className={css.grow}
    >
      <table className={`t ${css.table}`}>
        <colgroup>
          <col style={{ width: 38 }} />
          <col style={{ width: 58 }} />
          <col />
          <col style={{ width: 84 }} />
          <col style={{ width: 54 }} />
          <col style={{ width: 72 }} />
        </colgroup>
        <thead className="sr">
          <tr>
            <th>Status</th>
            <th>Ref</th>
            <th>Task</th>
            <th>Owner</th>
            <th>Forecast</th>
            <th>Slip, min</th>
          </tr>
        </thead>
        <tbody>
          {wanting.slice(0, MOST).map((line) => (
            <WantingRow key={line.task.id} line={line} />
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={css.more}>{more} more on the runbook</p>}
    </Panel>
  );
}

function WantingRow({ line }: { readonly line: TaskLine }) {
  const { task, state, times, owners } = line;
  const hasSlipped = times.slip >= LATE_FROM_MS; // also of a failed task, which is stopped and not late
  return (
    <tr className={css.row}>
      <td>
        <Mark state={stateMarks[state]} bare />
      </td>
      <td className="f">
        <Lead board="runbook" at={task.ref} title={`${task.title}${owners && `, ${owners}`}`}>
          {task.ref}
        </Lead>
      </td>
      <td className={isCritical(line) ? 'name' : ''}>{task.title}</td>
      <td className="q2">{owners || <span className="q">nobody</span>}</td>
      <td className="n">
        <Time at={times.end} day="never" />
      </td>
      <td className={hasSlipped ? 'n warn' : 'n q'}>{hasSlipped ? formatSlip(times.slip) : '0'}</td>
    </tr>
  );
}

const DAY = 86_400_000;

/** What the times are: today's and tonight's need no day. */
function farWords(lines: readonly TaskLine[], now: number, zone: string): string {
  const first = smallest(lines.map(({ times }) => times.end));
  return first - now < DAY ? `forecast ${zoneName(now, zone)}` : `from ${formatDay(first, zone)}, ${zoneName(first, zone)}`;
}

/** `1 blocked, 6 late, 7 running, 2 critical`, without what there is none of. */
function wantingWords(lines: readonly TaskLine[], run: LinesProps['run']): string {
  const { stopped, late, running, critical } = tallyOf(countedLines(lines, run));
  const counts = [
    [stopped, 'stopped'],
    [late, 'late'],
    [running, 'running'],
    [critical, 'critical'],
    [lines.filter(({ task }) => !isCounted(task, run)).length, 'of the rollback'],
  ] as const;
  return counts.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])).join(', ');
}

export function Streams({ lines, run, now }: LinesProps) {
  const { zone } = useTimes();
  const streams = useMemo(() => streamLines(lines, run), [lines, run]);
  const { closed, all } = useMemo(() => tallyOf(countedLines(lines, run)), [lines, run]);
  if (streams.length === 0) return null;
  // Days take the place of the meters, which say nothing new far from the night.
  const isFar = streams.some(({ ends }) => Math.abs(ends - now) > DAY);
  const [first] = streams;
  const oneDay = isFar && first && streams.every(({ ends }) => sameDay(ends, first.ends, zone)) ? first.ends : null;
  return (
    <Panel title="Streams" quiet={`worst first, ${closed} of ${all} tasks closed`} className={css.low}>
      <table className={`t ${css.table}`}>
        <colgroup>
          <col />
          {!isFar && <col style={{ width: '14%' }} />}
          <col style={{ width: 60 }} />
          <col style={{ width: 46 }} />
          <col style={{ width: 62 }} />
          <col style={{ width: 62 }} />
          <col style={{ width: isFar ? 150 : 86 }} />
        </colgroup>
        <thead>
          <tr>
            <th>Stream</th>
            {!isFar && <th>Progress</th>}
            <th className="n">Closed</th>
            <th className="n">Runs</th>
            <th className="n">Block</th>
            <th className="n">Late</th>
            <th className="n">
              Ends, {oneDay && `${formatDay(oneDay, zone)}, `}
              {zoneName(now, zone)}
            </th>
          </tr>
        </thead>
        <tbody>
          {streams.map((stream) => (
            <tr key={stream.name} className={css.row}>
              <td className="name">
                <Lead board="runbook" at={worstOf(countedLines(lines, run), stream.name)} title={stream.name}>
                  {stream.name}
                </Lead>
              </td>
              {!isFar && (
                <td>
                  <Meter share={stream.closed / stream.tasks} />
                </td>
              )}
              <td className="n">
                {stream.closed}/{stream.tasks}
              </td>
              <td className={stream.running === 0 ? 'n q' : 'n'}>{stream.running}</td>
              <td className="n">{stream.blocked > 0 ? <Mark state="blocked">{stream.blocked}</Mark> : <span className="f q">0</span>}</td>
              <td className="n">{stream.late > 0 ? <Mark state="late">{stream.late}</Mark> : <span className="f q">0</span>}</td>
              <td className="n">
                <Time at={stream.ends} day={isFar && oneDay === null ? 'other' : 'never'} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** The task of a stream to open: the one that wants most attention, else its first. */
function worstOf(lines: readonly TaskLine[], stream: string): string | null {
  const own = lines.filter(({ task }) => (task.stream || 'No stream') === stream);
  return (wantingTasks(own)[0] ?? own[0])?.task.ref ?? null;
}
