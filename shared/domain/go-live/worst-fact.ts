/** The one worst thing about a go-live now, in a sentence, with its cause and what to do. */
import { formatSpan, formatTime, zoneName } from '../../base/time-words.ts';
import { mayDecideAgain } from '../gate/decision-rules.ts';
import { pollOf, shownCall } from '../gate/poll.ts';
import type { Condition } from '../gate/schema.ts';
import { isOpen, openFor, worstFirst } from '../incident/figures.ts';
import type { Incident } from '../incident/schema.ts';
import { overdueChecks } from '../readiness/standing.ts';
import { isCritical, isStopped, type TaskLine, taskLines } from '../runbook/lines.ts';
import { type Schedule, scheduleOf } from '../runbook/schedule.ts';
import { countedLines } from '../runbook/tally.ts';
import { isInRun, isOpen as isOpenTask } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';
import { ticketFigures } from '../ticket/figures.ts';
import { counted, cutText } from '../timeline/told.ts';
import { cutoverFinish } from './milestones.ts';
import type { GoLive } from './schema.ts';

/** In the order of their weight. */
export const worstKinds = [
  'sev1',
  'after window',
  'stopped task',
  'sev2',
  'condition',
  'gate overdue',
  'late tasks',
  'failed checks',
  'overdue checks',
  'tickets',
] as const;
export type WorstKind = (typeof worstKinds)[number];

export interface Lead {
  readonly board: 'incident' | 'runbook' | 'gate' | 'readiness' | 'ticket';
  /** Reference of the row to open; null for the board as a whole. */
  readonly ref: string | null;
}

export interface WorstFact {
  readonly kind: WorstKind;
  /** Without a full stop. */
  readonly sentence: string;
  /** The cause, and how far it reaches; whole sentences. */
  readonly because: string;
  /** What to do, one sentence. */
  readonly step: string;
  /** Where it is acted on, the first place first; never empty, at most two. */
  readonly leads: readonly Lead[];
}

/** Null when nothing is wrong, and once the go-live is closed or scrubbed. What matters most is told, in the order of `worstKinds`. */
export function worstFact(rows: Rows, now: number, known?: Schedule): WorstFact | null {
  const [goLive] = rows.goLive.values();
  if (!goLive || goLive.stage === 'closed' || goLive.stage === 'scrubbed') return null;
  const schedule = known ?? scheduleOf(rows, goLive, now);
  const facts: Facts = { rows, goLive, now, schedule, lines: workedLines(rows, goLive, now, schedule) };
  for (const kind of worstKinds) {
    const fact = finders[kind](facts);
    if (fact) return { kind, ...fact };
  }
  return null;
}

interface Facts {
  readonly rows: Rows;
  readonly goLive: GoLive;
  readonly now: number;
  readonly schedule: Schedule;
  /** Of the tasks worked in this run, of the way back too; no headings. */
  readonly lines: readonly TaskLine[];
}

function workedLines(rows: Rows, goLive: GoLive, now: number, schedule: Schedule): readonly TaskLine[] {
  return taskLines(rows, goLive, now, schedule).filter(({ task }) => task.kind !== 'group' && isInRun(task, goLive));
}

type Finder = (facts: Facts) => Omit<WorstFact, 'kind'> | null;

const finders: Readonly<Record<WorstKind, Finder>> = {
  sev1: (facts) => ofIncident(facts, 1),
  'after window': afterWindow,
  'stopped task': stoppedTask,
  sev2: (facts) => ofIncident(facts, 2),
  condition: brokenCondition,
  'gate overdue': overdueGate,
  'late tasks': lateTasks,
  'failed checks': failedChecks,
  'overdue checks': lateChecks,
  tickets: lateTickets,
};

function ofIncident({ rows, now, lines }: Facts, severity: number): Omit<WorstFact, 'kind'> | null {
  const [incident, ...others] = [...rows.incident.values()].filter((each) => isOpen(each) && each.severity === severity).sort(worstFirst);
  if (!incident) return null;
  const held = lines.find(({ task }) => task.id === incident.taskId && isOpenTask(task));
  const causes = [
    `${incident.ref} has been open for ${formatSpan(openFor(incident, now))}${incident.status === 'mitigated' ? ', mitigated' : ''}.`,
    held && `It holds up ${held.task.ref}${isCritical(held) ? ', which is on the critical path' : ''}.`,
    others.length > 0 && `${counted(others.length, 'more incident')} of SEV${severity}.`,
  ];
  return {
    sentence: `SEV${severity}: ${cutText(plain(incident.title), 90)}`,
    because: causes.filter(Boolean).join(' '),
    step: incidentStep(incident),
    leads: [{ board: 'incident', ref: incident.ref }, ...(held ? [{ board: 'runbook', ref: held.task.ref } as const] : [])],
  };
}

function incidentStep(incident: Incident): string {
  if (incident.acknowledgedAt === null) return 'Acknowledge it and name a commander.';
  if (incident.commanderId === null) return 'Name a commander.';
  if (incident.status === 'mitigated') return 'Resolve it, or say what it waits for.';
  return incident.procedure === '' ? 'Mitigate it, or escalate.' : 'Work the emergency procedure, or escalate.';
}

function afterWindow({ rows, goLive, schedule, lines }: Facts): Omit<WorstFact, 'kind'> | null {
  if (goLive.stage === 'hypercare') return null;
  const finish = cutoverFinish(rows, goLive, schedule);
  if (!finish || finish.isReached || finish.at <= goLive.windowEnd) return null;
  const { zone, windowEnd } = goLive;
  const time = (at: number) => `${formatTime(at, zone)} ${zoneName(at, zone)}`;
  const cause = lines.filter((line) => isCritical(line) && (isStopped(line) || line.isLate)).sort(worstLine)[0];
  const last = rows.task.get(finish.lastTaskId);
  const causes = [
    `Forecast finish ${time(finish.at)}, window to ${time(windowEnd)}.`,
    cause && `${cause.task.ref} ${plain(cause.task.title)} ${standsHow(cause)} and leads the critical path.`,
    !cause && last && `${last.ref} ${plain(last.title)} ends last.`,
  ];
  const ref = cause?.task.ref ?? last?.ref ?? null;
  return {
    sentence: `The cutover is forecast to finish ${formatSpan(finish.at - windowEnd)} after the change window`,
    because: causes.filter(Boolean).join(' '),
    step: 'Shorten or skip work on the critical path, or have the window extended.',
    leads: [{ board: 'runbook', ref }],
  };
}

function stoppedTask({ rows, lines, now }: Facts): Omit<WorstFact, 'kind'> | null {
  const stopped = lines.filter(isStopped).sort(worstLine);
  const [line] = stopped;
  if (!line) return null;
  const { task, state, times } = line;
  const incident = [...rows.incident.values()].filter((each) => isOpen(each) && each.taskId === task.id).sort(worstFirst)[0];
  const since = task.blockedAt ?? task.actualEnd;
  const causes = [
    task.reason && `${cutText(plain(task.reason), 120)}.`,
    incident && `${incident.ref}, SEV${incident.severity}, is open.`,
    since !== null && `${state === 'blocked' ? 'Blocked' : 'Failed'} for ${formatSpan(Math.max(0, now - since))}${reach(line)}.`,
    stopped.length > 1 && `${counted(stopped.length - 1, 'more task')} blocked or failed.`,
  ];
  return {
    sentence: `${task.ref} is ${state}: ${plain(task.title)}`,
    because: causes.filter(Boolean).join(' '),
    step:
      state === 'failed' ? 'Take it up again, skip it with a reason, or roll back.' : 'Clear it, go round it by a workaround, or skip it.',
    leads: [{ board: 'runbook', ref: task.ref }, ...(incident ? [{ board: 'incident', ref: incident.ref } as const] : [])],
  };

  function reach(of: TaskLine): string {
    if (isCritical(of)) return ', on the critical path';
    return times.float === null ? '' : `, ${formatSpan(times.float)} of float left`;
  }
}

function brokenCondition({ rows, goLive, now }: Facts): Omit<WorstFact, 'kind'> | null {
  const broken = [...rows.condition.values()].filter((each) => isBroken(each, now)).sort((a, b) => a.dueAt - b.dueAt);
  const condition = broken[0];
  if (!condition) return null;
  const gate = rows.gate.get(condition.gateId);
  const owner = rows.person.get(condition.ownerId ?? '')?.name;
  const due = `${formatTime(condition.dueAt, goLive.zone)} ${zoneName(condition.dueAt, goLive.zone)}`;
  const causes = [
    `${cutText(plain(condition.content), 120)}: due ${due}${owner ? `, ${owner}` : ''}.`,
    condition.note && `${cutText(plain(condition.note), 100)}.`,
  ];
  return {
    sentence: `A condition of ${gate?.ref ?? 'a gate'} ${condition.status === 'missed' ? 'was missed' : 'is overdue'}`,
    because: causes.filter(Boolean).join(' '),
    step: 'Meet it, or reopen the gate and decide again.',
    leads: [{ board: 'gate', ref: gate?.ref ?? null }],
  };
}

function isBroken({ status, dueAt }: Condition, now: number): boolean {
  return status === 'missed' || (status === 'open' && dueAt < now);
}

function overdueGate({ rows, goLive, now }: Facts): Omit<WorstFact, 'kind'> | null {
  const overdue = [...rows.gate.values()]
    .flatMap((gate) => (gate.plannedOffset === null || !mayDecideAgain(gate) ? [] : [{ gate, at: goLive.tZeroAt + gate.plannedOffset }]))
    .filter(({ at }) => at < now)
    .sort((a, b) => a.at - b.at)[0];
  if (!overdue) return null;
  const { gate, at } = overdue;
  const awaited = pollOf(rows, gate).filter((line) => shownCall(line) === 'awaited');
  const causes = [
    `Planned ${formatTime(at, goLive.zone)} ${zoneName(at, goLive.zone)}.`,
    gate.decision === 'hold' && 'It is on hold.',
    awaited.length > 0 && `Calls awaited: ${cutText(awaited.map(({ title }) => title).join(', '), 100)}.`,
  ];
  return {
    sentence: `${gate.ref} ${plain(gate.title)} should have been decided ${formatSpan(now - at)} ago`,
    because: causes.filter(Boolean).join(' '),
    step: awaited.length > 0 ? 'Get the calls in and decide.' : 'Decide it.',
    leads: [{ board: 'gate', ref: gate.ref }],
  };
}

function lateTasks({ lines, goLive }: Facts): Omit<WorstFact, 'kind'> | null {
  const late = countedLines(lines, goLive)
    .filter((line) => line.isLate)
    .sort(worstLine);
  const [worst] = late;
  if (!worst) return null;
  const critical = late.filter(isCritical).length;
  const { task, times, owners } = worst;
  const causes = [
    `${task.ref} ${plain(task.title)} is ${formatSpan(times.slip)} late${owners ? `, ${owners}` : ''}.`,
    critical > 0 ? `${critical} of them on the critical path.` : 'None is on the critical path.',
  ];
  return {
    sentence: late.length === 1 ? '1 task is late' : `${late.length} tasks are late`,
    because: causes.join(' '),
    step: critical > 0 ? 'Help the critical ones first.' : 'Watch their float.',
    leads: [{ board: 'runbook', ref: task.ref }],
  };
}

function failedChecks({ rows }: Facts): Omit<WorstFact, 'kind'> | null {
  const failed = [...rows.check.values()].filter(({ status }) => status === 'failed').sort((a, b) => a.position - b.position);
  const [check] = failed;
  if (!check) return null;
  return {
    sentence: failed.length === 1 ? `${check.ref} failed: ${plain(check.title)}` : `${failed.length} checks failed`,
    because: failed.length === 1 ? `${cutText(plain(check.reason) || check.area, 120)}.` : `${check.ref} ${plain(check.title)} first.`,
    step: 'Mend it and pass it, or waive it with a reason.',
    leads: [{ board: 'readiness', ref: check.ref }],
  };
}

function lateChecks({ rows, goLive, now }: Facts): Omit<WorstFact, 'kind'> | null {
  const overdue = overdueChecks(rows, now);
  const [check] = overdue;
  if (!check) return null;
  const owner = rows.person.get(check.ownerId ?? '')?.name ?? 'nobody owns it';
  const late = formatSpan(now - goLive.tZeroAt - (check.dueOffset ?? 0));
  return {
    sentence: overdue.length === 1 ? '1 check is overdue' : `${overdue.length} checks are overdue`,
    because: `${check.ref} ${plain(check.title)} longest, ${late}: ${owner}.`,
    step: 'Settle it, or waive it with a reason.',
    leads: [{ board: 'readiness', ref: check.ref }],
  };
}

function lateTickets({ rows, now }: Facts): Omit<WorstFact, 'kind'> | null {
  const { overdue, open, unowned } = ticketFigures(rows, now);
  if (overdue === 0) return null;
  return {
    sentence: overdue === 1 ? '1 ticket is over its promise' : `${overdue} tickets are over their promise`,
    because: `${open} are open${unowned > 0 ? `, ${unowned} of them with nobody assigned` : ''}.`,
    step: unowned > 0 ? 'Assign them, the highest priority first.' : 'Answer or resolve them, the highest priority first.',
    leads: [{ board: 'ticket', ref: null }],
  };
}

/** Critical before others, then stopped before late, then the least float, then the longest slip. */
function worstLine(a: TaskLine, b: TaskLine): number {
  const first = Number(isCritical(b)) - Number(isCritical(a)) || Number(isStopped(b)) - Number(isStopped(a));
  return first || floatOf(a) - floatOf(b) || b.times.slip - a.times.slip || a.task.position - b.task.position;
}

function floatOf({ times }: TaskLine): number {
  return times.float ?? 0;
}

function standsHow(line: TaskLine): string {
  return isStopped(line) ? `is ${line.state}` : `is ${formatSpan(line.times.slip)} late`;
}

/** One line without a full stop at its end, to stand inside a sentence. */
function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
}
