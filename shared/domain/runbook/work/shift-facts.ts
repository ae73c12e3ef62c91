/** What whoever takes over must know, as Gantry sees it: what is true now first, then what was decided and how it ended. */
import { largest } from '../../../base/extremes.ts';
import { formatSpan } from '../../../base/time-words.ts';
import { holdNow } from '../../go-live/hold.ts';
import { isOpen } from '../../incident/figures.ts';
import { runningRollback, tasksOfRollback } from '../../rollback/running.ts';
import type { Rollback } from '../../rollback/schema.ts';
import type { Rows } from '../../tables.ts';
import type { Hold } from '../schedule-schema.ts';
import type { Task } from '../schema.ts';
import { clock } from '../start-stops.ts';
import { isClosed, taskState, workedTasks } from '../task-state.ts';

const HOUR = 3_600_000;
/** A shift nobody wrote a note in begins this long ago. */
const LONGEST_SHIFT_MS = 12 * HOUR;
const MOST_NAMED = 12;

/** Lines of words; empty where there is nothing of the kind. */
export interface ShiftFacts {
  /** Since when decisions are told, UTC ms: the last note, at most twelve hours. */
  readonly since: number;
  /** The hold and the rollback that run. */
  readonly now: readonly string[];
  readonly running: readonly string[];
  readonly blocked: readonly string[];
  readonly next: readonly string[];
  /** What gates were passed on and is not met. */
  readonly conditions: readonly string[];
  readonly incidents: readonly string[];
  /** What was decided or came to its end since then, the earliest first; each says how it stands now. */
  readonly decisions: readonly string[];
}

/** How the go-live stands at `now` (UTC ms), for who takes over. */
export function shiftFacts(rows: Rows, now: number): ShiftFacts {
  const lastNote = largest(
    [...rows.shiftNote.values()].map(({ at }) => at),
    now - LONGEST_SHIFT_MS,
  );
  const tasks = workedTasks(rows).toSorted((a, b) => (a.startOffset ?? 0) - (b.startOffset ?? 0) || a.position - b.position);
  const named = (wanted: readonly Task[], words: (task: Task) => string) =>
    cut(wanted.map((task) => `${task.ref} ${task.title}${words(task)}`));
  const who = ({ workerId, ownerIds }: Task) => {
    const names = (workerId === null ? ownerIds : [workerId]).map((id) => rows.person.get(id)?.name ?? '').filter(Boolean);
    return names.length === 0 ? '' : `, ${names.join(' and ')}`;
  };
  const stopped = tasks.filter(({ status }) => status === 'blocked' || status === 'failed');
  const incidents = [...rows.incident.values()].filter((incident) => isOpen(incident) && incident.severity <= 2);
  return {
    since: lastNote,
    now: cut(runningNow(rows)),
    running: named(
      tasks.filter(({ status }) => status === 'in progress'),
      (task) => `${who(task)}, since ${clock(rows, task.actualStart)}`,
    ),
    blocked: named(stopped, (task) => {
      const clears = task.clearsAt === null ? '' : `, expected to go on ${clock(rows, task.clearsAt)}`;
      return `${who(task)}, ${task.status}: ${task.reason}${clears}`;
    }),
    next: named(
      tasks.filter((task) => task.kind !== 'rollback' && taskState(rows, task) === 'ready'),
      who,
    ),
    conditions: cut(openConditions(rows)),
    incidents: cut(
      incidents
        .sort((a, b) => a.severity - b.severity)
        .map(({ ref, title, severity, status }) => `${ref} SEV${severity} ${title}, ${status}`),
    ),
    decisions: cut(decisionsSince(rows, lastNote)),
  };
}

/** The same as one text, with a heading for each kind. */
export function shiftFactsText(facts: ShiftFacts): string {
  const parts = [
    ['Hold or rollback running now', facts.now],
    ['Tasks running', facts.running],
    ['Tasks blocked or failed', facts.blocked],
    ['Open conditions of gates', facts.conditions],
    ['Open SEV1 and SEV2', facts.incidents],
    ['Tasks ready to start', facts.next],
    ['Decided since the last note', facts.decisions],
  ] as const;
  return parts
    .map(([head, lines]) => (lines.length === 0 ? `${head}: none` : `${head}:\n${lines.map((line) => `- ${line}`).join('\n')}`))
    .join('\n')
    .slice(0, 8_000);
}

function runningNow(rows: Rows): readonly string[] {
  const hold = holdNow(rows);
  const rollback = runningRollback(rows);
  const lines: string[] = [];
  if (rollback) {
    const own = tasksOfRollback(rows, rollback);
    const closed = own.filter((task) => isClosed(task) && task.status !== 'failed').length;
    lines.push(
      `${rollback.ref} the rollback runs since ${clock(rows, rollback.decidedAt)}, ${closed} of its ${own.length} tasks closed: ${rollback.reason}`,
    );
  }
  if (hold) {
    const until = hold.expectedEndAt === null ? 'nobody has said until when' : `expected to go on ${clock(rows, hold.expectedEndAt)}`;
    lines.push(`${hold.ref} the clock is on hold since ${clock(rows, hold.startedAt)}, ${until}: ${hold.reason}`);
  }
  return lines;
}

function openConditions(rows: Rows): readonly string[] {
  return [...rows.condition.values()]
    .filter(({ status }) => status !== 'met')
    .sort((a, b) => a.dueAt - b.dueAt)
    .map(({ gateId, ownerId, dueAt, status, content }) => {
      const owner = rows.person.get(ownerId ?? '')?.name ?? 'nobody';
      return `${rows.gate.get(gateId)?.ref ?? ''} ${content}, ${owner}, ${status === 'missed' ? 'missed, was due' : 'due'} ${clock(rows, dueAt)}`;
    });
}

/** Gates, holds, rollbacks and waivers decided or ended since `since`, also at that very instant: a drill's clock may stand still, the earliest first. */
function decisionsSince(rows: Rows, since: number): readonly string[] {
  const found: { readonly at: number; readonly words: string }[] = [];
  const add = (times: readonly (number | null)[], words: string) => {
    const at = times.find((each) => each !== null && each >= since) ?? null;
    if (at !== null) found.push({ at, words: `${clock(rows, at)} ${words}` });
  };
  for (const { ref, title, decision, decidedAt, decidedBy } of rows.gate.values())
    add([decidedAt], `${ref} ${title}: ${decision}, ${decidedBy}`);
  for (const hold of rows.hold.values()) add([hold.startedAt, hold.endedAt], holdWords(rows, hold));
  for (const rollback of rows.rollback.values()) add([rollback.decidedAt, rollback.endedAt], rollbackWords(rows, rollback));
  for (const { ref, title, status, decidedAt, decidedBy, reason } of rows.check.values())
    if (status === 'waived') add([decidedAt], `${ref} ${title} waived by ${decidedBy}: ${reason}`);
  return found.sort((a, b) => a.at - b.at).map(({ words }) => words);
}

/** Its end stands before its reason: a long reason is cut. */
function holdWords(rows: Rows, { ref, reason, calledBy, startedAt, endedAt, endedBy }: Hold): string {
  const stands =
    endedAt === null ? 'runs still' : `over since ${clock(rows, endedAt)} after ${formatSpan(endedAt - startedAt)}, resumed by ${endedBy}`;
  return `${ref} hold called by ${calledBy}, ${stands}: ${reason}`;
}

function rollbackWords(rows: Rows, { ref, reason, decidedBy, endedAt, outcome, outcomeNote }: Rollback): string {
  const note = outcomeNote === '' ? '' : ` (${outcomeNote})`;
  const stands =
    endedAt === null
      ? 'runs still'
      : `${outcome === 'given up' ? 'given up' : 'over, back in the prior state'} ${clock(rows, endedAt)}${note}`;
  return `${ref} rollback decided by ${decidedBy}, ${stands}: ${reason}`;
}

function cut(lines: readonly string[]): readonly string[] {
  const short = lines.map((line) => (line.length > 240 ? `${line.slice(0, 239)}…` : line));
  return short.length <= MOST_NAMED ? short : [...short.slice(0, MOST_NAMED), `and ${short.length - MOST_NAMED} more`];
}
