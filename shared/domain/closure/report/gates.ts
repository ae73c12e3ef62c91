/** Gate decisions: what was decided, by whom, why, on what knowledge, and what became of the conditions. */
import type { Entry } from '../../../base/entry.ts';
import { approvalsOf } from '../../gate/approvals.ts';
import { conditionsOf } from '../../gate/conditions.ts';
import { type Known, knownAt } from '../../gate/known.ts';
import type { Gate, KnownThen } from '../../gate/schema.ts';
import type { GoLive } from '../../go-live/schema.ts';
import { titleOfRole } from '../../roster/roles.ts';
import { scheduleOf } from '../../runbook/schedule.ts';
import type { Rows } from '../../tables.ts';
import { textOf } from '../../timeline/subject.ts';
import { counted, nameOfPerson } from '../../timeline/told.ts';
import type { GatePart } from './schema-work.ts';

/** Where no decision stands, `asOf` (UTC ms) is when things are looked at */
export function gatesPart(rows: Rows, entries: readonly Entry[], goLive: GoLive, asOf: number): GatePart[] {
  const schedule = scheduleOf(rows, goLive, asOf);
  return [...rows.gate.values()]
    .sort((a, b) => a.position - b.position)
    .map((gate) => gatePart(gate, gate.known ?? knownAt(rows, gate, asOf, schedule), rows, entries, goLive));
}

/** `known` is what was known when the decision was made; where none stands, when things are looked at. */
export function gatePart(gate: Gate, known: Known, rows: Rows, entries: readonly Entry[], goLive: GoLive): GatePart {
  const decision =
    gate.decision === null || gate.decidedAt === null
      ? null
      : { decision: gate.decision, by: gate.decidedBy, at: gate.decidedAt, reasons: gate.reasons };
  return {
    ref: gate.ref,
    title: gate.title,
    question: gate.question,
    decider: titleOfRole(rows, gate.deciderRole),
    plannedAt: gate.plannedOffset === null ? null : goLive.tZeroAt + gate.plannedOffset,
    decision,
    earlier: earlierDecisions(gate, entries),
    criteria: known.criteria.map((criterion) => ({ ...criterion })),
    calls: known.calls.map((call) => ({ ...call })),
    approvals: known.approvals.map((approval) => ({ ...approval, at: givenAt(rows, gate, approval) })),
    conditions: conditionsOf(rows, gate).map(({ content, ownerId, dueAt, status, settledAt, note }) => ({
      content,
      owner: nameOfPerson(ownerId, rows),
      dueAt,
      status,
      settledAt,
      note,
    })),
    knownThen: gate.known ? knownWords(gate.known) : [],
  };
}

/** When an approval that was known was given. */
function givenAt(rows: Rows, gate: Gate, { title, decision, by }: KnownThen['approvals'][number]): number | null {
  const same = approvalsOf(rows, gate).find((each) => each.title === title && each.decision === decision && each.decidedBy === by);
  return same?.decidedAt ?? null;
}

/** Every decision on the gate but the one that stands, as the journal holds them. */
function earlierDecisions(gate: Gate, entries: readonly Entry[]): GatePart['earlier'] {
  const all = entries.flatMap((entry) => {
    const set = entry.action === 'gate.decide' ? entry.changes.find(({ table, id }) => table === 'gate' && id === gate.id)?.set : null;
    if (!set || typeof set.decision !== 'string') return [];
    return [{ decision: set.decision, by: textOf(set.decidedBy) || entry.actor, at: entry.occurredAt, reasons: textOf(set.reasons) }];
  });
  return gate.decision === null ? all : all.slice(0, -1);
}

function knownWords(known: KnownThen): string[] {
  const { checks, openIncidents, lateTasks, blockedTasks, lastSeq } = known;
  const parts = [
    `${checks.passed} passed`,
    ...(checks.waived > 0 ? [`${checks.waived} waived`] : []),
    ...(checks.failed > 0 ? [`${checks.failed} failed`] : []),
    ...(checks.toVerify > 0 ? [`${checks.toVerify} to verify`] : []),
    ...(checks.open + checks.inWork > 0 ? [`${checks.open + checks.inWork} open`] : []),
    ...(checks.notApplicable > 0 ? [`${checks.notApplicable} not applicable`] : []),
  ];
  const incidents = openIncidents.slice(0, 5).map(({ ref, severity, title }) => `${ref} SEV${severity} ${title}`);
  const more = openIncidents.length > 5 ? ` and ${openIncidents.length - 5} more` : '';
  return [
    `Checks: ${parts.join(', ')}`,
    openIncidents.length === 0 ? 'No incident open' : `${counted(openIncidents.length, 'incident')} open: ${incidents.join(', ')}${more}`,
    `${counted(lateTasks, 'task')} late, ${blockedTasks} blocked`,
    `Known up to entry ${lastSeq}`,
  ];
}
