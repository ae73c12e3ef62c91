/** What comes next: the steps of planning, the next milestone, and what starts, ends or is due within the hour. */
import { Fragment, useMemo } from 'react';
import { formatDay, formatSpan, formatTime, sameDay, zoneName } from '../../../shared/base/time-words.ts';
import { type Milestone, milestonesOf, nextMilestone } from '../../../shared/domain/go-live/milestones.ts';
import { type Coming, type ComingWhat, comingUp, HOUR_MS } from '../../../shared/domain/go-live/next-hour.ts';
import { nextSteps } from '../../../shared/domain/go-live/next-steps.ts';
import type { TaskLine } from '../../../shared/domain/runbook/lines.ts';
import type { Schedule } from '../../../shared/domain/runbook/schedule.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import { Lead } from './lead.tsx';
import css from './overview.module.css';

const MOST_IN_HOUR = 40;
const DAY = 86_400_000;
const MOST_LATER = 14;

interface ComingProps {
  readonly lines: readonly TaskLine[];
  readonly schedule: Schedule;
  readonly now: number;
}

/** The hour ahead; where nothing happens in it, the first things after it. Left out when nothing is to come. */
export function ComingPanel({ lines, schedule, now }: ComingProps) {
  const rows = useRows();
  const goLive = useGoLive();
  const { zone } = goLive;
  const all = useMemo(() => comingUp(rows, lines, schedule, now), [rows, lines, schedule, now]);
  const milestone = useMemo(() => nextMilestone(milestonesOf(rows, goLive, schedule, now)), [rows, goLive, schedule, now]);
  const isClosed = goLive.stage === 'closed' || goLive.stage === 'scrubbed';
  if (isClosed || (all.length === 0 && !milestone)) return null;
  const inHour = all.filter(({ at }) => at <= now + HOUR_MS);
  const shown = inHour.length > 0 ? inHour.slice(0, MOST_IN_HOUR) : all.slice(0, MOST_LATER);
  const hour = `${formatTime(now, zone)} to ${formatTime(now + HOUR_MS, zone)} ${zoneName(now, zone)}`;
  const showDay = inHour.length === 0 && shown.some(({ at }) => !sameDay(at, now, zone));
  return (
    <Panel
      title={inHour.length > 0 ? 'Next hour' : 'Next'}
      quiet={inHour.length > 0 ? hour : `nothing in the next hour, times ${zoneName(now, zone)}`}
      end={all.length > shown.length && <span className="small q">{all.length - shown.length} later</span>}
      ruled
      className={milestone ? `${css.grow} ${css.headed}` : css.grow}
    >
      {milestone && <NextMilestone milestone={milestone} now={now} />}
      {shown.length > 0 && (
        <table className={`t ${css.table}`}>
          <colgroup>
            <col style={{ width: 60 }} />
            {!showDay && <col style={{ width: 46 }} />}
            <col style={{ width: 58 }} />
            <col />
            <col style={{ width: 82 }} />
          </colgroup>
          <thead className="sr">
            <tr>
              <th>At, {zoneName(now, zone)}</th>
              {!showDay && <th>In</th>}
              <th>Ref</th>
              <th>What</th>
              <th>Event</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((coming, at) => (
              <Fragment key={coming.id}>
                {showDay && !(at > 0 && sameDay(shown[at - 1]?.at ?? 0, coming.at, zone)) && (
                  <tr className="q">
                    <td colSpan={4}>{formatDay(coming.at, zone)}</td>
                  </tr>
                )}
                <ComingRow coming={coming} now={now} showDay={showDay} />
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

const whatWords: Readonly<Record<ComingWhat, { readonly word: string; readonly tone: string }>> = {
  'may start': { word: 'may start', tone: '' },
  starts: { word: 'starts', tone: 'q2' },
  finishes: { word: 'finishes', tone: 'q2' },
  overdue: { word: 'overdue', tone: 'warn' },
  'if cleared': { word: 'if cleared', tone: 'stop' },
  decides: { word: 'decides', tone: 'name' },
  due: { word: 'due', tone: 'name' },
  session: { word: 'session', tone: 'q2' },
};

function ComingRow({ coming, now, showDay }: { readonly coming: Coming; readonly now: number; readonly showDay: boolean }) {
  const { at, what, ref, title, board } = coming;
  const { word, tone } = whatWords[what];
  return (
    <tr className={css.row}>
      <td className="n">
        <Time at={at} day="never" />
      </td>
      {!showDay && <td className="n q">{at - now < 60_000 ? 'now' : formatSpan(at - now)}</td>}
      <td className="f">
        <Lead board={board} at={ref} title={title}>
          {ref}
        </Lead>
      </td>
      <td>{title}</td>
      <td className={tone}>{word}</td>
    </tr>
  );
}

function NextMilestone({ milestone, now }: { readonly milestone: Milestone; readonly now: number }) {
  const { kind, ref, title, at, plannedAt } = milestone;
  const board = kind === 'gate' ? 'gate' : 'runbook';
  const name = kind === 'gate' || kind === 'task' ? `${ref} ${title}` : kind === 't-zero' ? `T-0, ${title}` : title;
  const isLate = at !== null && plannedAt !== null && at - plannedAt >= 60_000;
  return (
    <div className={`${css.row} ${css.milestone}`}>
      <span className="q">Milestone</span>
      <Lead board={board} at={ref || null} className="name cut" title={name}>
        {name}
      </Lead>
      <span className="q2">
        {at === null ? (
          'no time planned'
        ) : (
          <>
            {at - now < 60_000 ? 'now' : <Time at={at} withZone />}
            {isLate && plannedAt !== null && (
              <span className="warn">
                , planned <Time at={plannedAt} withZone={at - now < 60_000} />
              </span>
            )}
            {at - now >= 60_000 && at - now < DAY && !isLate && `, in ${formatSpan(at - now)}`}
          </>
        )}
      </span>
    </div>
  );
}

/** Only in planning, and only what is still to do. */
export function StepsPanel() {
  const rows = useRows();
  const goLive = useGoLive();
  const steps = useMemo(() => nextSteps(rows, goLive), [rows, goLive]);
  if (steps.length === 0) return null;
  return (
    <Panel title="To do before the cutover" ruled className={css.natural}>
      <ul>
        {steps.map(({ words, quiet, board, ref }) => (
          <li key={words} className={`${css.row} ${css.step}`}>
            <Lead board={board} at={ref} className="cut" title={words}>
              {words}
            </Lead>
            <span className="q2 cut">{quiet}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
