/** The one worst fact of a go-live at an instant: what the overview opens with. */
import { formatSpan, formatTime, zoneName } from '../../base/time-words.ts';
import { isOpen, worstFirst } from '../incident/figures.ts';
import { type TaskLine, taskLines } from '../runbook/lines.ts';
import type { Rows } from '../tables.ts';
import type { GoLive } from './schema.ts';

export interface WorstFact {
  /** In one sentence, without a full stop. */
  readonly sentence: string;
  /** Its cause and its deadline. */
  readonly because: string;
  /** The board and the row where something can be done about it. */
  readonly board: 'runbook' | 'incident' | 'gate';
  readonly ref: string;
}

/**
 * Null when nothing is wrong. In this order: an open SEV1, a finish after the window, a blocked or failed task (the one with the
 * least float first), an open SEV2, a missed condition, a gate that is overdue by the plan.
 */
export function worstFact(rows: Rows, goLive: GoLive, now: number): WorstFact | null {
  if (goLive.stage === 'closed' || goLive.stage === 'scrubbed') return null;
  const lines = taskLines(rows, goLive, now);
  return (
    openIncident(rows, 1, now) ??
    afterTheWindow(lines, goLive) ??
    heldTask(lines, goLive, now) ??
    openIncident(rows, 2, now) ??
    missedCondition(rows) ??
    overdueGate(rows, goLive, now)
  );
}

function openIncident(rows: Rows, severity: number, now: number): WorstFact | null {
  const incident = [...rows.incident.values()].filter((each) => each.severity === severity && isOpen(each)).sort(worstFirst)[0];
  if (!incident) return null;
  const task = rows.task.get(incident.taskId ?? '');
  const holds = task ? ` It holds up ${task.ref}.` : '';
  return {
    sentence: incident.title,
    because: `${incident.ref}, SEV${severity}, open for ${formatSpan(now - incident.detectedAt)}. ${incident.impact}${holds}`,
    board: 'incident',
    ref: incident.ref,
  };
}

function afterTheWindow(lines: readonly TaskLine[], { windowEnd, zone }: GoLive): WorstFact | null {
  const last = lines
    .filter(({ task }) => task.status !== 'skipped')
    .reduce<TaskLine | null>((worst, line) => (worst && worst.times.end >= line.times.end ? worst : line), null);
  if (!last || last.times.float === null || last.times.end <= windowEnd) return null;
  const over = formatSpan(last.times.end - windowEnd);
  return {
    sentence: `The forecast finish lies ${over} after the change window`,
    because: `${last.task.ref} ${last.task.title} ends at ${formatTime(last.times.end, zone)}; the window ends at ${formatTime(windowEnd, zone)} ${zoneName(windowEnd, zone)}.`,
    board: 'runbook',
    ref: last.task.ref,
  };
}

function heldTask(lines: readonly TaskLine[], { zone }: GoLive, now: number): WorstFact | null {
  const held = lines
    .filter(({ state }) => state === 'blocked' || state === 'failed')
    .sort((a, b) => (a.times.float ?? 0) - (b.times.float ?? 0))[0];
  if (!held) return null;
  const { task, times, state } = held;
  const since = task.blockedAt === null ? '' : ` for ${formatSpan(now - task.blockedAt)}`;
  const float =
    times.float === null || times.float < 60_000
      ? 'It leads the critical path.'
      : `The finish moves in ${formatSpan(times.float)}, at ${formatTime(now + times.float, zone)} ${zoneName(now, zone)}.`;
  return {
    sentence: `${task.ref} ${task.title} is ${state}${since}`,
    because: `${task.reason}. ${state === 'blocked' ? float : 'Its successors wait. Reopen or skip it.'}`,
    board: 'runbook',
    ref: task.ref,
  };
}

function missedCondition(rows: Rows): WorstFact | null {
  const missed = [...rows.condition.values()].find(({ status }) => status === 'missed');
  const gate = rows.gate.get(missed?.gateId ?? '');
  if (!missed || !gate) return null;
  return { sentence: `A condition of ${gate.ref} was missed`, because: missed.content, board: 'gate', ref: gate.ref };
}

function overdueGate(rows: Rows, { tZeroAt, stage }: GoLive, now: number): WorstFact | null {
  if (stage !== 'cutover') return null;
  const overdue = [...rows.gate.values()]
    .filter(({ decision, plannedOffset }) => decision === null && plannedOffset !== null && tZeroAt + plannedOffset < now)
    .sort((a, b) => (a.plannedOffset ?? 0) - (b.plannedOffset ?? 0))[0];
  if (!overdue || overdue.plannedOffset === null) return null;
  return {
    sentence: `${overdue.ref} ${overdue.title} is not decided`,
    because: `It was planned ${formatSpan(now - tZeroAt - overdue.plannedOffset)} ago.`,
    board: 'gate',
    ref: overdue.ref,
  };
}
