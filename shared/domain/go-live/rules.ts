/** What happens to a go-live as a whole: edited, moved, started, live, closed. */
import type { z } from 'zod';
import { update } from '../../base/change.ts';
import { type Refusal, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { formatSpan } from '../../base/time-words.ts';
import { openAtClosure } from '../closure/open.ts';
import { endedTrouble } from '../drill/ended.ts';
import { checksOf, criterionState } from '../gate/criterion-state.ts';
import { untilRolledBack } from '../rollback/running.ts';
import type { Rows } from '../tables.ts';
import type { CloseGoLive, DeclareLive, EditGoLive, MoveTZero, StartCutover } from './commands.ts';
import { holdNow } from './hold.ts';
import { stopped } from './hold-rules.ts';
import { openGoLive } from './open.ts';
import { type GoLive, goLive as goLives } from './schema.ts';
import { wrongWindow } from './window.ts';

export function editGoLive(rows: Rows, command: z.infer<typeof EditGoLive>, act: Act): Verdict {
  const found = openGoLive(rows, act);
  if (!found.ok) return found;
  const goLive = found.value;
  const isWindow = command.windowStart !== undefined || command.windowEnd !== undefined; // T-0 may lie outside after a hold, with a reason
  const wrong = isWindow ? wrongWindow({ ...goLive, ...given(command) }) : null;
  if (wrong) return wrong;
  const changes = update(goLives, goLive, command);
  if (changes.length === 0) return refuse('nothing-changed', `${goLive.ref} already is as you entered it.`, [goLive.ref]);
  return decide('goLive.edit', changes, goLive.id);
}

/** Everything planned is counted from T-0 and follows it. What is an appointment does not: training sessions, due times of conditions. */
export function moveTZero(rows: Rows, command: z.infer<typeof MoveTZero>, act: Act): Verdict {
  const found = openGoLive(rows, act);
  if (!found.ok) return found;
  const goLive = found.value;
  const by = command.tZeroAt - goLive.tZeroAt;
  if (by === 0) return refuse('nothing-changed', 'T-0 is at that time already. Nothing was moved.', [goLive.ref]);
  const standing = onHold(rows, 'T-0 moves by itself when the clock goes on. Resume first, then move it.');
  if (standing) return standing;
  if (goLive.stage !== 'planning' && command.tZeroAt < act.now && command.despite === undefined) {
    const says = `T-0 would lie ${formatSpan(act.now - command.tZeroAt)} in the past, and what the plan starts before now is late at once.`;
    return refuse('t-zero-past', `${says} Nothing was changed. Give a later time, or say why it is moved all the same.`, [goLive.ref]);
  }
  const windowBy = command.moveWindow ? by : 0;
  const moved = { tZeroAt: command.tZeroAt, windowStart: goLive.windowStart + windowBy, windowEnd: goLive.windowEnd + windowBy };
  const note = [command.reason, command.despite].filter(Boolean).join('\n');
  return wrongWindow({ ...goLive, ...moved }) ?? decide('goLive.move', update(goLives, goLive, moved), goLive.id, note);
}

/** Nothing may start before every criterion that is needed to start is met; those cannot be waived. */
export function startCutover(rows: Rows, _command: z.infer<typeof StartCutover>, act: Act): Verdict {
  const found = openGoLive(rows, act);
  if (!found.ok) return found;
  const goLive = found.value;
  if (goLive.stage !== 'planning') return refuse('wrong-stage', `The cutover of ${goLive.ref} has started already.`, [goLive.ref]);
  const missing = [...rows.criterion.values()].find((each) => each.neededToStart && criterionState(rows, each) !== 'met');
  if (missing) {
    const checks = checksOf(rows, missing)
      .filter(({ status }) => status !== 'passed')
      .map(({ ref }) => ref);
    const gate = rows.gate.get(missing.gateId)?.ref ?? '';
    const way = checks.length > 0 ? `Pass ${checks.join(', ')} first.` : `Judge it met at ${gate} first.`;
    const says = `The cutover cannot start: “${missing.title}” is ${criterionState(rows, missing)}, and nobody may waive it.`;
    return refuse('needed-to-start', `${says} ${way}`, [...checks, gate].filter(Boolean));
  }
  return decide('goLive.start', update(goLives, goLive, { stage: 'cutover', startedAt: act.occurredAt }), goLive.id);
}

export function declareLive(rows: Rows, _command: z.infer<typeof DeclareLive>, act: Act): Verdict {
  const found = openGoLive(rows, act);
  if (!found.ok) return found;
  const goLive = found.value;
  if (goLive.stage === 'planning')
    return refuse('wrong-stage', `The cutover of ${goLive.ref} has not started. Start it, then declare the system live.`, [goLive.ref]);
  if (goLive.stage === 'hypercare') return refuse('wrong-stage', `${goLive.ref} is live already.`, [goLive.ref]);
  const standing = onHold(rows, 'Resume first, then declare the system live.') ?? untilRolledBack(rows, 'declare the system live');
  if (standing) return standing;
  return tooEarly(goLive, act) ?? decide('goLive.live', update(goLives, goLive, { stage: 'hypercare', liveAt: act.occurredAt }), goLive.id);
}

/**
 * What the closure board says should stop the closing (running tasks, SEV1 and SEV2 incidents, and the like) and missing
 * sign-offs stop it, unless a reason is given. A cutover that never went live can only be closed as rolled back, and a rollback that
 * runs must be over first. The trouble of a drill ends with it.
 */
export function closeGoLive(rows: Rows, command: z.infer<typeof CloseGoLive>, act: Act): Verdict {
  const found = openGoLive(rows, act);
  if (!found.ok) return found;
  const goLive = found.value;
  const about = [goLive.ref];
  const { outcome, outcomeNote, despite } = command;
  if (goLive.stage === 'planning')
    return refuse('wrong-stage', `${goLive.ref} has not started. Scrub it if it will not take place.`, about);
  const rolling = untilRolledBack(rows, 'close it');
  if (rolling) return rolling;
  if (goLive.stage === 'cutover' && outcome !== 'rolled back')
    return refuse('wrong-stage', `${goLive.ref} is not live. Declare it live first, or close it as rolled back.`, about);
  const early = tooEarly(goLive, act);
  if (early) return early;
  const stopping = openAtClosure(rows).filter(({ kind, weight }) => weight === 1 || kind === 'sign-off');
  if (stopping.length > 0 && despite === undefined) {
    const named = stopping.slice(0, FEW).map(({ ref, words }) => [ref, words].filter(Boolean).join(' '));
    const rest = stopping.length > FEW ? ` and ${stopping.length - FEW} more` : '';
    const says = `${goLive.ref} stays open, because of: ${named.join('; ')}${rest}. Settle that, or say why it is closed all the same.`;
    return refuse('still-open', says, [...new Set(stopping.map(({ ref }) => ref).filter(Boolean))]);
  }
  const hold = holdNow(rows);
  const ended = [...(hold ? stopped(hold, act) : []), ...endedTrouble(rows, act)];
  const changes = [...update(goLives, goLive, { stage: 'closed', outcome, outcomeNote, closedAt: act.occurredAt }), ...ended];
  return decide('goLive.close', changes, goLive.id, despite);
}

const FEW = 4;

/** A refusal while a hold runs; null while the clock does. */
function onHold(rows: Rows, way: string): { readonly ok: false; readonly refusal: Refusal } | null {
  const hold = holdNow(rows);
  return hold && refuse('on-hold', `${hold.ref} runs (${hold.reason}). Nothing was changed. ${way}`, [hold.ref]);
}

/** Stages follow each other in time, also when they are written down late. */
export function tooEarly(goLive: GoLive, act: Act): { readonly ok: false; readonly refusal: Refusal } | null {
  const last = goLive.liveAt ?? goLive.startedAt;
  if (last === null || act.occurredAt >= last) return null;
  const before = goLive.liveAt === null ? 'the cutover started' : 'the system was live';
  return refuse('before-stage', `That would be before ${before}. Nothing was changed. Give a later time.`, [goLive.ref]);
}

function given<Of extends object>(fields: Of): Of {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Of;
}
