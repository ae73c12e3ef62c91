/** What happens to the clock: it is held, expected to go on, and goes on. */
import type { z } from 'zod';
import { type Change, insert, update } from '../../base/change.ts';
import { ok, type Refusal, type Result, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { formatInstant, zoneName } from '../../base/time-words.ts';
import { refMaker } from '../refs.ts';
import { type Hold, hold as holds } from '../runbook/schedule-schema.ts';
import { task as tasks } from '../runbook/schema.ts';
import type { Rows } from '../tables.ts';
import { holdNow, tZeroAfter } from './hold.ts';
import type { CallHold, ExpectHold, ResumeHold } from './hold-commands.ts';
import { openGoLive } from './open.ts';
import { type GoLive, goLive as goLives } from './schema.ts';
import { wrongWindow } from './window.ts';

type Refused = { readonly ok: false; readonly refusal: Refusal };

export function callHold(rows: Rows, { reason, expectedEndAt }: z.infer<typeof CallHold>, act: Act): Verdict {
  const found = beforeLive(rows, act);
  if (!found.ok) return found;
  const running = holdNow(rows);
  if (running) {
    const says = `${running.ref} runs already (${running.reason}). Resume it first, or say anew when it is expected to end.`;
    return refuse('on-hold', says, [running.ref]);
  }
  const wrong = beforeLastHold(rows, act) ?? endsInThePast(expectedEndAt, act);
  if (wrong) return wrong;
  const row = holdRow(rows, found.value, { reason, taskId: null, expectedEndAt }, act);
  return decide('hold.call', [insert(holds, row)], row.id);
}

/** Says anew when the clock is expected to go on. */
export function expectHold(rows: Rows, { expectedEndAt }: z.infer<typeof ExpectHold>, act: Act): Verdict {
  const found = runningHold(rows, act);
  if (!found.ok) return found;
  const wrong = endsInThePast(expectedEndAt, act);
  if (wrong) return wrong;
  const changes = update(holds, found.value.hold, { expectedEndAt });
  if (changes.length === 0) return refuse('nothing-changed', 'That end is expected already. Nothing was changed.', [found.value.hold.ref]);
  return decide('hold.expect', changes, found.value.hold.id);
}

/** Lets the clock go on. The task of a built-in hold is finished with it. */
export function resumeHold(rows: Rows, command: z.infer<typeof ResumeHold>, act: Act): Verdict {
  const found = runningHold(rows, act);
  if (!found.ok) return found;
  const { hold } = found.value;
  const ended = endOfHold(rows, hold, command, act);
  if (!ended.ok) return ended;
  const task = hold.taskId === null ? undefined : rows.task.get(hold.taskId);
  const isOpen = task && (task.status === 'in progress' || task.status === 'blocked');
  const closed = isOpen
    ? update(tasks, task, { status: 'finished', actualEnd: act.occurredAt, reason: '', blockedAt: null, clearsAt: null })
    : [];
  return decide('hold.resume', [...ended.value, ...closed], hold.id, command.despite);
}

/** What ending `hold` changes: its row, and T-0 by what the hold was not planned to take. */
export function endOfHold(
  rows: Rows,
  hold: Hold,
  { moveWindow = false, despite }: Partial<z.infer<typeof ResumeHold>>,
  act: Act,
): Result<readonly Change[]> {
  const goLive = rows.goLive.get(act.goLiveId);
  if (!goLive) return refuse('unknown-go-live', 'There is no such go-live in this record. Choose it again.');
  if (act.occurredAt < hold.startedAt)
    return refuse('before-start', `${hold.ref} began after that time. It goes on. Give a later time.`, [hold.ref]);
  const moved = movedTZero(goLive, tZeroAfter(rows, goLive, hold, act.occurredAt), { moveWindow, despite });
  return moved.ok ? ok([...stopped(hold, act), ...moved.value]) : moved;
}

/** T-0 moved to `tZeroAt`; refused when it would leave the window, unless a reason is given or the window goes with it. */
export function movedTZero(
  goLive: GoLive,
  tZeroAt: number,
  { moveWindow, despite }: Pick<z.infer<typeof ResumeHold>, 'moveWindow' | 'despite'>,
): Result<readonly Change[]> {
  const by = tZeroAt - goLive.tZeroAt;
  const windowBy = moveWindow ? by : 0;
  const moved = { tZeroAt, windowStart: goLive.windowStart + windowBy, windowEnd: goLive.windowEnd + windowBy };
  const leaves = by !== 0 && wrongWindow({ ...goLive, ...moved }) && !wrongWindow(goLive);
  if (leaves && despite === undefined) {
    const said = (at: number) => `${formatInstant(at, goLive.zone)} ${zoneName(at, goLive.zone)}`;
    const says = `T-0 would move to ${said(tZeroAt)}, outside the change window, ${said(goLive.windowStart)} to ${said(goLive.windowEnd)}.`;
    return refuse('outside-window', `${says} Nothing was changed. Move the window with it, or say why it goes ahead all the same.`, [
      goLive.ref,
    ]);
  }
  return ok(update(goLives, goLive, moved));
}

/** The end of `hold` alone, without moving T-0: when the go-live ends with it, or the plan is taken up at an earlier task. */
export function stopped(hold: Hold, act: Act): readonly Change[] {
  return update(holds, hold, { endedAt: Math.max(act.occurredAt, hold.startedAt), endedBy: act.actor });
}

export function holdRow(
  rows: Pick<Rows, 'hold'>,
  goLive: Pick<GoLive, 'id' | 'tZeroAt'>,
  of: Pick<Hold, 'reason' | 'taskId' | 'expectedEndAt'>,
  act: Act,
): Hold {
  return {
    ...of,
    id: act.newId(),
    goLiveId: goLive.id,
    ref: refMaker('hold', rows.hold.values())(),
    calledBy: act.actor,
    startedAt: act.occurredAt,
    endedAt: null,
    endedBy: '',
    tZeroAt: goLive.tZeroAt,
  };
}

/** The go-live, while there is a T-0 to count to or from. */
export function beforeLive(rows: Rows, act: Act): Result<GoLive> {
  const found = openGoLive(rows, act);
  if (!found.ok || found.value.stage !== 'hypercare') return found;
  return refuse('wrong-stage', `${found.value.ref} is live: its plan is worked off and there is no clock to stop. Nothing was changed.`, [
    found.value.ref,
  ]);
}

function runningHold(rows: Rows, act: Act): Result<{ readonly goLive: GoLive; readonly hold: Hold }> {
  const found = openGoLive(rows, act);
  if (!found.ok) return found;
  const hold = holdNow(rows);
  if (!hold) return refuse('no-hold', 'No hold runs: the clock goes on already. Nothing was changed.', [found.value.ref]);
  return ok({ goLive: found.value, hold });
}

function beforeLastHold(rows: Rows, { occurredAt }: Act): Refused | null {
  const later = [...rows.hold.values()].find(({ endedAt }) => endedAt !== null && endedAt > occurredAt);
  if (!later) return null;
  return refuse('before-last-hold', `${later.ref} ended after that time. The clock goes on. Give a later time.`, [later.ref]);
}

function endsInThePast(expectedEndAt: number | null, { now }: Act): Refused | null {
  if (expectedEndAt === null || expectedEndAt > now) return null;
  return refuse('end-in-the-past', 'The expected end has passed already. Nothing was changed. Give a later time, or leave it empty.');
}
