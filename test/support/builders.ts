/** Rows, acts and verdicts for tests of rules: valid in every field, with what a test is about given by the test. */
import type { Change } from '../../shared/base/change.ts';
import type { Act, Verdict } from '../../shared/base/rule.ts';
import type { Condition, Criterion, Gate } from '../../shared/domain/gate/schema.ts';
import type { GoLive } from '../../shared/domain/go-live/schema.ts';
import type { Incident } from '../../shared/domain/incident/schema.ts';
import type { PlaybookCopy } from '../../shared/domain/playbook/row.ts';
import { type PlaybookFile, playbookSchema } from '../../shared/domain/playbook/schema.ts';
import type { Check, Evidence } from '../../shared/domain/readiness/schema.ts';
import type { Assignment, Person } from '../../shared/domain/roster/schema.ts';
import { newTask } from '../../shared/domain/runbook/new-task.ts';
import type { Link, Task } from '../../shared/domain/runbook/schema.ts';
import { applyChanges, emptyRows, type Row, type Rows, type TableName, tables } from '../../shared/domain/tables.ts';
import type { Ticket, TicketState } from '../../shared/domain/ticket/schema.ts';

/** T-0 of the invented night, 2026-11-21 22:00 CET. */
export const T_ZERO = Date.UTC(2026, 10, 21, 21, 0);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const goLiveId = idOf(0);

/** The same id for the same number. */
export function idOf(number: number): string {
  return `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** Rows of one go-live that hold the rows given and nothing else. */
export function rowsWith(lists: { readonly [Name in TableName]?: readonly Row<Name>[] }): Rows {
  const maps = Object.entries(lists).map(([name, rows]) => [name, new Map(rows.map((row) => [row.id, row]))]);
  return { ...emptyRows(), ...Object.fromEntries(maps) };
}

/** An act an hour after T-0 by M. Okoro; ids count up from 9001. */
export function anAct(given: Partial<Act> = {}): Act {
  let made = 9_000;
  const now = given.now ?? given.occurredAt ?? T_ZERO + HOUR;
  const newId = () => {
    made += 1;
    return idOf(made);
  };
  return { goLiveId, now, occurredAt: now, actor: 'M. Okoro', personId: null, newId, ...given };
}

/** The changes of a verdict that must be a yes. */
export function changesOf(verdict: Verdict): readonly Change[] {
  if (!verdict.ok) throw new Error(`refused: ${verdict.refusal.reason}`);
  return verdict.value.changes;
}

/** The rows after a verdict that must be a yes. */
export function rowsAfter(rows: Rows, verdict: Verdict): Rows {
  return applyChanges(rows, changesOf(verdict));
}

/** The code of a verdict that must be a no. */
export function refusalOf(verdict: Verdict): string {
  if (verdict.ok) throw new Error(`not refused: ${verdict.value.action}`);
  return verdict.refusal.code;
}

export function aPerson(given: Partial<Person> = {}): Person {
  return { id: idOf(100), goLiveId, name: 'L. Costa', department: 'IT', jobRole: '', contact: '', inTeam: true, pinSetAt: null, ...given };
}

export function aTask(given: Partial<Task> = {}): Task {
  return { ...newTask, id: idOf(200), goLiveId, ref: 'T-022', title: 'Bank connector', position: 0, ...given };
}

/** Finish to start, without lag. */
export function aLink(fromId: string, toId: string, given: Partial<Link> = {}): Link {
  return { id: idOf(250), goLiveId, fromId, toId, kind: 'FS', lagMs: 0, ...given };
}

export function anIncident(given: Partial<Incident> = {}): Incident {
  return {
    id: idOf(300),
    goLiveId,
    ref: 'INC-002',
    title: 'Bank refuses our production certificate',
    severity: 2,
    status: 'open',
    level: 1,
    impact: '',
    cause: '',
    resolution: '',
    impactAt: null,
    detectedAt: T_ZERO,
    acknowledgedAt: null,
    mitigatedAt: null,
    resolvedAt: null,
    closedAt: null,
    commanderId: null,
    scribeId: null,
    liaisonId: null,
    taskId: null,
    procedure: '',
    ...given,
  };
}

export function aTicket(given: Partial<Ticket> = {}): Ticket {
  return {
    id: idOf(500),
    goLiveId,
    ref: 'TKT-0012',
    title: 'Sign-in loop on shop-floor terminals',
    detail: '',
    status: 'new',
    priority: 3,
    category: '',
    department: '',
    reporter: '',
    assigneeId: null,
    openedAt: T_ZERO,
    repliedAt: null,
    resolvedAt: null,
    closedAt: null,
    resolution: '',
    incidentId: null,
    taskId: null,
    sourceId: '',
    extra: {},
    ...given,
  };
}

/** The frozen copy of a small playbook. */
export function aPlaybookCopy(given: Partial<PlaybookFile> = {}): PlaybookCopy {
  const content = playbookSchema.parse({ key: 'deploy', title: 'Deploy', version: '1', tZeroMeans: 'old system read-only', ...given });
  return { id: idOf(600), goLiveId, key: content.key, version: content.version, content };
}

export function aGoLive(given: Partial<GoLive> = {}): GoLive {
  return {
    id: goLiveId,
    goLiveId,
    ref: 'GL-001',
    name: 'ERPNext v16, wave 1',
    system: 'ERPNext',
    release: '16.0',
    description: '',
    stage: 'planning',
    outcome: null,
    outcomeNote: '',
    variation: '',
    tZeroAt: T_ZERO,
    tZeroMeans: 'Old system read-only',
    zone: 'Europe/Prague',
    windowStart: T_ZERO - 2 * HOUR,
    windowEnd: T_ZERO + 6 * HOUR,
    startedAt: null,
    liveAt: null,
    closedAt: null,
    trainingTarget: 95,
    cleanup: null,
    cleanupReason: '',
    isSample: false,
    ...tables.goLive.added,
    ...given,
  };
}

export function anAssignment(given: Partial<Assignment> = {}): Assignment {
  return { id: idOf(150), goLiveId, role: 'tester', personId: idOf(100), ...given };
}

export function aCheck(given: Partial<Check> = {}): Check {
  return {
    id: idOf(600),
    goLiveId,
    ref: 'C-001',
    title: 'All tests pass',
    detail: '',
    area: 'Code quality',
    phase: 'readiness-validation',
    position: 0,
    ownerId: null,
    dueOffset: null,
    status: 'open',
    reason: '',
    decidedBy: '',
    decidedAt: null,
    condition: '',
    catalogueIds: [],
    ...tables.check.added,
    ...given,
  };
}

export function anEvidence(given: Partial<Evidence> = {}): Evidence {
  return {
    id: idOf(650),
    goLiveId,
    checkId: idOf(600),
    kind: 'text',
    content: 'Log reviewed',
    mediaType: '',
    size: 0,
    sha256: '',
    addedBy: 'M. Okoro',
    addedAt: T_ZERO,
    ...given,
  };
}

export function aGate(given: Partial<Gate> = {}): Gate {
  return {
    id: idOf(700),
    goLiveId,
    ref: 'G-1',
    title: 'Ready for production',
    question: '',
    position: 0,
    phase: 'readiness-validation',
    guards: ['production-deployment'],
    deciderRole: 'deployment-operator',
    positions: ['tester', 'developer'],
    plannedOffset: -HOUR,
    decision: null,
    decidedBy: '',
    decidedAt: null,
    reasons: '',
    known: null,
    catalogueIds: [],
    ...tables.gate.added,
    ...given,
  };
}

export function aCriterion(given: Partial<Criterion> = {}): Criterion {
  return {
    id: idOf(710),
    goLiveId,
    gateId: idOf(700),
    title: 'All tests passing',
    position: 0,
    checkIds: [],
    status: 'open',
    reason: '',
    judgedBy: '',
    judgedAt: null,
    neededToStart: false,
    catalogueIds: [],
    ...tables.criterion.added,
    ...given,
  };
}

export function aCondition(given: Partial<Condition> = {}): Condition {
  return {
    id: idOf(730),
    goLiveId,
    gateId: idOf(700),
    content: 'Bank certificate renewed',
    ownerId: null,
    dueAt: T_ZERO + 2 * HOUR,
    status: 'open',
    settledAt: null,
    note: '',
    ...given,
  };
}

export function aTicketState(given: Partial<TicketState> = {}): TicketState {
  return { id: idOf(700), goLiveId, ticketId: idOf(500), occurredAt: T_ZERO, status: 'new', sourceState: '', by: 'M. Okoro', ...given };
}
