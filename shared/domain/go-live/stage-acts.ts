/** What may be done with the go-live as a whole at its stage, each with the reason where it may not, and whether its start is overdue. */
import type { Entry } from '../../base/entry.ts';
import { formatTime, zoneName } from '../../base/time-words.ts';
import { mayDecideAgain } from '../gate/decision-rules.ts';
import { wasDone } from '../rollback/plan.ts';
import { runningRollback } from '../rollback/running.ts';
import type { Rows } from '../tables.ts';
import { sentence } from '../timeline/words.ts';
import { undoEntry } from '../undo.ts';
import { holdNow } from './hold.ts';
import { startCutover } from './rules.ts';
import type { GoLive } from './schema.ts';

export type StageActKey = 'start' | 'hold' | 'resume' | 'decide' | 'live' | 'scrub' | 'close' | 'rollback' | 'shift' | 'undo';

export interface StageAct {
  readonly key: StageActKey;
  /** Imperative, without a full stop. */
  readonly label: string;
  /** Why it may not be done now, in a sentence; null when it may. */
  readonly whyNot: string | null;
  /** What else it is looked for by; empty for nothing. */
  readonly about: string;
}

/** Who asks: what the screen may do, and the newest entry that this person made and that was not taken back; null for none. */
export interface Asker {
  readonly role: 'nobody' | 'viewer' | 'member' | 'manager';
  readonly last: Entry | null;
  /** The entries after `last`, oldest first. */
  readonly since: readonly Entry[];
}

/** In the order of the night. */
export function stageActs(rows: Rows, goLive: GoLive, asker: Asker, now: number): readonly StageAct[] {
  const { stage } = goLive;
  const isOver = stage === 'closed' || stage === 'scrubbed';
  const mayAct = asker.role === 'member' || asker.role === 'manager';
  const act = (key: StageActKey, label: string, needs: 'member' | 'manager', stop: string | null, about = ''): StageAct => {
    const mayRole = needs === 'manager' ? asker.role === 'manager' : mayAct;
    const role = mayRole ? null : needs === 'manager' ? 'A manager does this; this screen is not one.' : 'This screen only looks.';
    return { key, label, about, whyNot: role ?? (isOver ? `${goLive.ref} is ${stage}.` : stop) };
  };
  const hold = holdNow(rows);
  const gate = [...rows.gate.values()].filter(mayDecideAgain).sort((a, b) => a.position - b.position)[0];
  const rollback = runningRollback(rows);
  const noClock = stage === 'planning' || stage === 'cutover' ? null : 'The clock is held only until the system is live.';
  return [
    act('start', 'Start the cutover', 'manager', startStop(rows, goLive, now), `stage or phase now: ${stage}`),
    act('hold', 'Call a hold', 'member', noClock ?? (hold && `${hold.ref} runs already.`), 'stop the clock'),
    act('resume', 'Resume the clock', 'manager', hold ? null : 'No hold runs.', 'end the hold'),
    act('decide', gate ? `Decide ${gate.ref} ${gate.title}` : 'Decide a gate', 'member', gate ? null : 'Every gate is decided.', 'gate'),
    act('rollback', 'Start a rollback', 'member', rollbackStop(rows, rollback?.ref), 'roll back'),
    act('live', 'Declare live', 'manager', liveStop(goLive), 'stage: hypercare'),
    act(
      'close',
      'Close the go-live',
      'manager',
      stage === 'planning' ? 'It has not started. Scrub it if it will not take place.' : null,
      'end',
    ),
    act('scrub', 'Scrub this attempt', 'manager', stage === 'hypercare' ? 'The system is live. Close it as rolled back.' : null, 'cancel'),
    act('shift', 'Shift note', 'member', null, 'hand over the shift'),
    undoOf(rows, asker, mayAct),
  ];
}

/** Why the start is overdue, in a sentence; null while it is not. Tasks that run tell it as well as the window. */
export function startOverdue(rows: Pick<Rows, 'task'>, goLive: GoLive, now: number): string | null {
  if (goLive.stage !== 'planning') return null;
  const running = [...rows.task.values()].filter(({ status, kind }) => status === 'in progress' && kind !== 'group').length;
  const { windowStart, zone } = goLive;
  const opened = `The change window opened ${formatTime(windowStart, zone)} ${zoneName(windowStart, zone)}`;
  const work = running === 1 ? '1 task is being worked' : `${running} tasks are being worked`;
  if (now >= windowStart) return running > 0 ? `${opened} and ${work}.` : `${opened}.`;
  return running > 0 ? `${capital(work)}.` : null;
}

function startStop(rows: Rows, goLive: GoLive, now: number): string | null {
  const asked = { goLiveId: goLive.id, now, occurredAt: now, actor: '', personId: null, newId: () => '' };
  const verdict = startCutover(rows, {}, asked);
  return verdict.ok ? null : verdict.refusal.reason;
}

function rollbackStop({ task }: Pick<Rows, 'task'>, running: string | undefined): string | null {
  if (running !== undefined) return `${running} runs already.`;
  return [...task.values()].some(wasDone) ? null : 'Nothing was done yet that could be taken back.';
}

function liveStop({ stage }: GoLive): string | null {
  if (stage === 'planning') return 'The cutover has not been started.';
  return stage === 'hypercare' ? 'The system is live already.' : null;
}

function undoOf(rows: Rows, { last, since }: Asker, mayAct: boolean): StageAct {
  const undo = { key: 'undo' as const, label: 'Undo my last act', about: '' };
  if (!mayAct) return { ...undo, whyNot: 'This screen only looks.' };
  if (last === null) return { ...undo, whyNot: 'You did nothing lately that could be taken back.' };
  const verdict = undoEntry(rows, last, since);
  return { ...undo, about: sentence(last, rows), whyNot: verdict.ok ? null : verdict.refusal.reason };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
