/** Moves T-0, and says first what moves with it. */
import { useState } from 'react';
import { formatDay, formatSpan, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { mayDecideAgain } from '../../../shared/domain/gate/decision-rules.ts';
import type { GoLive } from '../../../shared/domain/go-live/schema.ts';
import { wrongWindow } from '../../../shared/domain/go-live/window.ts';
import { isClosed } from '../../../shared/domain/runbook/task-state.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { counted } from '../../../shared/domain/timeline/told.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { useNow } from '../../ui/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField } from '../../ui/fields/check-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { Mark } from '../../ui/mark.tsx';
import css from './go-live.module.css';

export function MoveTZero({ onClose }: { readonly onClose: () => void }) {
  const goLive = useGoLive();
  const [tZeroAt, setTZeroAt] = useState<number | null>(goLive.tZeroAt);
  const [moveWindow, setMoveWindow] = useState(true);
  const [reason, setReason] = useState('');
  const [despite, setDespite] = useState('');
  const minute = useNow(60_000);
  const by = tZeroAt === null ? 0 : tZeroAt - goLive.tZeroAt;
  const windowBy = moveWindow ? by : 0;
  const moved = {
    ...goLive,
    tZeroAt: goLive.tZeroAt + by,
    windowStart: goLive.windowStart + windowBy,
    windowEnd: goLive.windowEnd + windowBy,
  };
  const wrong = wrongWindow(moved)?.refusal.reason.replace(' Nothing was changed.', '');
  const isPast = goLive.stage !== 'planning' && by !== 0 && moved.tZeroAt < minute;
  const why = isPast ? { despite } : {};
  const send = () => act(client.goLive.moveTZero, { tZeroAt: moved.tZeroAt, moveWindow, reason, ...why }, 'T-0 moved');
  const isWhole = by !== 0 && wrong === undefined && reason.trim() !== '' && (!isPast || despite.trim() !== '');
  return (
    <Dialog title="Move T-0" quiet={goLive.ref} onClose={onClose} submit={{ label: 'Move T-0', disabled: !isWhole, run: send }}>
      <DateTimeField label="New T-0" required zone={goLive.zone} value={tZeroAt} onChange={setTZeroAt} autoFocus />
      <CheckField label="The change window moves with it" checked={moveWindow} onChange={setMoveWindow} />
      <TextArea label="Why" required rows={2} maxLength={2_000} value={reason} onChange={setReason} />
      <div role="status">
        {by === 0 ? <p className="q">Write another time to see what moves.</p> : <WhatMoves goLive={goLive} moved={moved} />}
        {by !== 0 && wrong && <Mark state="at-risk">{wrong}</Mark>}
        {isPast && !wrong && (
          <Mark state="at-risk">
            T-0 would lie {formatSpan(minute - moved.tZeroAt)} in the past. What the plan starts before now is late at once.
          </Mark>
        )}
      </div>
      {isPast && <TextArea label="Why it may lie in the past" required rows={2} maxLength={2_000} value={despite} onChange={setDespite} />}
    </Dialog>
  );
}

function WhatMoves({ goLive, moved }: { readonly goLive: GoLive; readonly moved: GoLive }) {
  const { tasks, checks, gates } = openAndPlanned(useRows());
  const { zone } = goLive;
  const by = moved.tZeroAt - goLive.tZeroAt;
  const at = (instant: number) => `${formatDay(instant, zone)} ${formatTime(instant, zone)}`;
  const windowOf = ({ windowStart, windowEnd }: GoLive) => `${at(windowStart)} to ${at(windowEnd)} ${zoneName(windowEnd, zone)}`;
  const facts = [
    ['T-0', `${at(goLive.tZeroAt)}, then ${at(moved.tZeroAt)} ${zoneName(moved.tZeroAt, zone)}`],
    [
      by > 0 ? 'Later' : 'Earlier',
      `${formatSpan(Math.abs(by))}: ${counted(tasks, 'open task')}, ${counted(checks, 'open check')}, ${counted(gates, 'open gate')}`,
    ],
    ['Window now', windowOf(goLive)],
    ['Window then', moved.windowStart === goLive.windowStart ? 'the same' : windowOf(moved)],
    ['Stays', 'actual times, training sessions, and conditions with a time of their own'],
  ];
  return (
    <dl className={css.facts}>
      {facts.map(([label, words]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is still to come and has a time that counts from T-0. */
function openAndPlanned({ task, check, gate }: Rows) {
  const openChecks = new Set(['open', 'in work', 'failed']);
  return {
    tasks: [...task.values()].filter((one) => !isClosed(one) && one.startOffset !== null).length,
    checks: [...check.values()].filter(({ status, dueOffset }) => openChecks.has(status) && dueOffset !== null).length,
    gates: [...gate.values()].filter((one) => mayDecideAgain(one) && one.plannedOffset !== null).length,
  };
}
