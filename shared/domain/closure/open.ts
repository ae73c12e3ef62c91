/** What is still open when somebody wants to close a go-live, worst first. */

import { isOpen as isOpenIncident } from '../incident/figures.ts';
import { workedTasks } from '../runbook/task-state.ts';
import type { Row, Rows } from '../tables.ts';
import { isOpen } from '../ticket/ways.ts';
import { cutText } from '../timeline/told.ts';
import { metricVerdict } from './metric.ts';

export type OpenKind = 'incident' | 'task' | 'ticket' | 'condition' | 'check' | 'sign-off' | 'metric' | 'cleanup';

/** One thing that is open. */
export interface OpenMatter {
  readonly kind: OpenKind;
  /** 1 should stop the closing, 2 needs a word, 3 is left to be worked off. */
  readonly weight: 1 | 2 | 3;
  /** Reference, such as `T-014`; empty where the thing has none. */
  readonly ref: string;
  /** What is open, without its reference. */
  readonly words: string;
  /** The board it is settled on. */
  readonly board: 'incident' | 'runbook' | 'ticket' | 'gate' | 'readiness' | 'closure';
  /** The row to open there; null where the words stand for several. */
  readonly id: string | null;
}

/** Empty when nothing is open. Tasks not started and tickets are counted, not listed one by one. */
export function openAtClosure(rows: Rows): readonly OpenMatter[] {
  return [
    ...openIncidents(rows),
    ...openTasks(rows),
    ...openTickets(rows),
    ...openConditions(rows),
    ...failedChecks(rows),
    ...openSignOffs(rows),
    ...openMetrics(rows),
    ...openCleanup(rows),
  ].sort((a, b) => a.weight - b.weight);
}

function openIncidents(rows: Rows): OpenMatter[] {
  return [...rows.incident.values()]
    .filter(isOpenIncident)
    .sort((a, b) => a.severity - b.severity || a.detectedAt - b.detectedAt)
    .map((incident) => ({
      kind: 'incident',
      weight: incident.severity <= 2 ? 1 : 2,
      ref: incident.ref,
      words: `SEV${incident.severity} ${incident.status}: ${incident.title}`,
      board: 'incident',
      id: incident.id,
    }));
}

/** A failed task is over, but nobody has said that it may be left at that. */
const listedStatuses = ['blocked', 'in progress', 'failed'] as const;

function openTasks(rows: Rows): OpenMatter[] {
  const tasks = workedTasks(rows);
  const listed = listedStatuses.flatMap((status) => tasks.filter((task) => task.status === status).sort(byPlace));
  const notStarted = tasks.filter(({ status }) => status === 'planned').sort(byPlace);
  const matters: OpenMatter[] = listed.map((task) => ({
    kind: 'task',
    weight: task.status === 'failed' ? 2 : 1,
    ref: task.ref,
    words: `${task.status}: ${task.title}${task.reason ? ` (${cutText(task.reason, 120)})` : ''}`,
    board: 'runbook',
    id: task.id,
  }));
  const forward = waitingMatter(
    notStarted.filter(({ kind }) => kind !== 'rollback'),
    '',
  );
  return [
    ...matters,
    ...forward,
    ...waitingMatter(
      notStarted.filter(({ kind }) => kind === 'rollback'),
      ' of a rollback',
    ),
  ];
}

function waitingMatter(waiting: readonly Row<'task'>[], which: string): OpenMatter[] {
  const [first] = waiting;
  if (!first) return [];
  const words = waiting.length === 1 ? `not started: ${first.title}` : `and ${waiting.length - 1} more${which} not started`;
  return [{ kind: 'task', weight: 2, ref: first.ref, words, board: 'runbook', id: waiting.length === 1 ? first.id : null }];
}

function byPlace(a: Row<'task'>, b: Row<'task'>): number {
  return a.position - b.position;
}

function openTickets(rows: Rows): OpenMatter[] {
  const open = [...rows.ticket.values()].filter(isOpen).sort((a, b) => a.openedAt - b.openedAt);
  return [1, 2, 3, 4].flatMap((priority) => {
    const of = open.filter((ticket) => ticket.priority === priority);
    const oldest = of[0];
    if (!oldest) return [];
    const matter: OpenMatter = {
      kind: 'ticket',
      weight: priority === 1 ? 1 : priority === 2 ? 2 : 3,
      ref: oldest.ref,
      words:
        of.length === 1
          ? `priority ${priority} ${oldest.status}: ${oldest.title}`
          : `and ${of.length - 1} more open with priority ${priority}, this one the oldest`,
      board: 'ticket',
      id: of.length === 1 ? oldest.id : null,
    };
    return [matter];
  });
}

function openConditions(rows: Rows): OpenMatter[] {
  return [...rows.condition.values()]
    .filter(({ status }) => status !== 'met')
    .sort((a, b) => a.dueAt - b.dueAt)
    .map((condition) => ({
      kind: 'condition',
      weight: condition.status === 'missed' ? 1 : 2,
      ref: rows.gate.get(condition.gateId)?.ref ?? '',
      words: `condition ${condition.status}: ${cutText(condition.content, 160)}`,
      board: 'gate',
      id: condition.gateId,
    }));
}

function failedChecks(rows: Rows): OpenMatter[] {
  return [...rows.check.values()]
    .filter(({ status }) => status === 'failed')
    .sort((a, b) => a.position - b.position)
    .map((check) => ({ kind: 'check', weight: 2, ref: check.ref, words: `failed: ${check.title}`, board: 'readiness', id: check.id }));
}

function openSignOffs(rows: Rows): OpenMatter[] {
  return [...rows.signOff.values()]
    .filter(({ decision }) => decision !== 'accepted')
    .sort((a, b) => Number(a.decision === null) - Number(b.decision === null) || a.position - b.position)
    .map((signOff) => ({
      kind: 'sign-off',
      weight: signOff.decision === 'refused' ? 1 : 3,
      ref: '',
      words: `${signOff.subject}, ${signOff.role}: ${signOff.decision === 'refused' ? `refused, ${cutText(signOff.note, 120)}` : 'not signed'}`,
      board: 'closure',
      id: signOff.id,
    }));
}

function openMetrics(rows: Rows): OpenMatter[] {
  return [...rows.metric.values()]
    .filter((metric) => metricVerdict(metric) === 'not measured' || metricVerdict(metric) === 'no baseline')
    .sort((a, b) => a.position - b.position)
    .map((metric) => ({
      kind: 'metric',
      weight: 3,
      ref: '',
      words: `${metric.title}: ${metricVerdict(metric)}`,
      board: 'closure',
      id: metric.id,
    }));
}

/** Cleanup counts once the system is live or the go-live is over; before that nobody expects it. */
function openCleanup(rows: Rows): OpenMatter[] {
  return [...rows.goLive.values()].flatMap((goLive) => {
    if (goLive.stage === 'planning' || goLive.stage === 'cutover') return [];
    const actions = [...rows.cleanupAction.values()].filter(({ option, status }) => option === goLive.cleanup && status === 'open');
    if (goLive.cleanup !== null && actions.length === 0) return [];
    const words = goLive.cleanup === null ? 'cleanup not decided' : `${actions.length} of the cleanup's actions open`;
    return [{ kind: 'cleanup', weight: 3, ref: '', words, board: 'closure', id: null } satisfies OpenMatter];
  });
}
