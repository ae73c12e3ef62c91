/** What happens with the decision of a gate: taken, and taken up again. */
import type { z } from 'zod';
import { insert, remove, update } from '../../base/change.ts';
import { type Refusal, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { formatInstant, formatSpan, zoneName } from '../../base/time-words.ts';
import type { CheckStatus } from '../readiness/schema.ts';
import { roleHolders, titleOfRole } from '../roster/roles.ts';
import { hasBegun, isGo } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';
import { approvalsOf } from './approvals.ts';
import type { DecideGate, ReopenGate } from './commands.ts';
import { conditionsOf, wrongConditions } from './conditions.ts';
import { checksOf, criteriaOf, criterionState, isUnwaivable } from './criterion-state.ts';
import { type Known, knownAt } from './known.ts';
import { decisionNote } from './passed-over.ts';
import { type Criterion, type CriterionStatus, condition as conditions, type Gate, gate as gates } from './schema.ts';
import { openPollOf, pollSeats } from './sealed-poll.ts';

/** What the host knows beyond the rows of the go-live. */
export interface Deciding {
  /** The session may decide every gate, whoever sits before it. */
  readonly isManager: boolean;
  /** `seq` of the newest entry; 0 when there is none. */
  readonly lastSeq: number;
}

/**
 * A plain go needs every criterion met, waived or not applicable, and no position at no-go. Going on all the same is a go with
 * conditions. What nobody may waive holds both. Missing calls hold nothing; what is frozen with the decision shows them.
 */
export function decideGate(rows: Rows, command: z.infer<typeof DecideGate>, act: Act, { isManager, lastSeq }: Deciding): Verdict {
  const gate = rows.gate.get(command.gateId);
  if (!gate) return unknownGate();
  if (!mayDecideAgain(gate)) {
    return refuse(
      'decided',
      `${gate.ref} was decided ${gate.decision} by ${gate.decidedBy}. That stands. Reopen the gate to decide again.`,
      [gate.ref],
    );
  }
  const known = knownAt(rows, gate, act.occurredAt);
  const refusal =
    notTheDecider(rows, gate, act, isManager) ??
    stillSealed(rows, gate) ??
    standsAgainst(rows, gate, command, known, act) ??
    wrongConditions(rows, gate, command, act);
  if (refusal) return refusal;
  const decided = update(gates, gate, {
    decision: command.decision,
    decidedBy: act.actor,
    decidedAt: act.occurredAt,
    reasons: command.reasons,
    known: { ...known, lastSeq },
  });
  const made = command.conditions.map((condition) =>
    insert(conditions, {
      ...condition,
      id: act.newId(),
      goLiveId: act.goLiveId,
      gateId: gate.id,
      status: 'open',
      settledAt: null,
      note: '',
    }),
  );
  return decide('gate.decide', [...decided, ...made], gate.id, decisionNote(rows, gate, command.decision, act.personId));
}

/** Takes the decision back with its conditions; the journal keeps both. */
export function reopenGate(rows: Rows, command: z.infer<typeof ReopenGate>, act: Act, isManager: boolean): Verdict {
  const gate = rows.gate.get(command.gateId);
  if (!gate) return unknownGate();
  if (gate.decision === null) return refuse('not-decided', `${gate.ref} is not decided yet. Nothing was changed.`, [gate.ref]);
  const refusal = notTheDecider(rows, gate, act, isManager);
  if (refusal) return refusal;
  const begun = isGo(gate) ? [...rows.task.values()].filter((task) => gate.guards.includes(task.phase) && hasBegun(task)) : [];
  if (begun.length > 0) {
    const refs = begun.map(({ ref }) => ref);
    return refuse('begun', `${gate.ref} cannot be reopened: ${fewOf(refs)} began after its go. The decision stands.`, refs);
  }
  const cleared = update(gates, gate, { decision: null, decidedBy: '', decidedAt: null, reasons: '', known: null });
  const dropped = conditionsOf(rows, gate).map((condition) => remove(conditions, condition));
  return decide('gate.reopen', [...cleared, ...dropped], gate.id, command.reason);
}

/** Undecided, or on hold. */
export function mayDecideAgain(gate: Pick<Gate, 'decision'>): boolean {
  return gate.decision === null || gate.decision === 'hold';
}

type Refused = { readonly ok: false; readonly refusal: Refusal };

export function unknownGate(): Refused {
  return refuse('unknown-gate', 'There is no such gate in this go-live. Reload the board.');
}

export function notTheDecider(rows: Rows, gate: Gate, act: Act, isManager: boolean): Refused | null {
  const holders = roleHolders(rows).get(gate.deciderRole) ?? [];
  if (isManager || holders.some(({ id }) => id === act.personId)) return null;
  const who = [
    titleOfRole(rows, gate.deciderRole),
    ...(holders.length > 0 ? [`(${holders.map(({ name }) => name).join(', ')})`] : []),
  ].join(' ');
  return refuse('not-the-decider', `${gate.ref} is decided by the ${who} or a manager. Nothing was changed.`, [gate.ref]);
}

/** Nobody decides on calls that are still hidden. */
function stillSealed(rows: Rows, gate: Gate): Refused | null {
  const poll = openPollOf(rows, gate);
  if (!poll) return null;
  const seats = pollSeats(rows, poll);
  const isIn = seats.filter(({ sealed }) => sealed !== null).length;
  const says = `The sealed poll of ${gate.ref} is still open: ${isIn} of ${seats.length} calls are in.`;
  return refuse('still-sealed', `${says} Nothing was decided. Wait for the reveal, or withdraw the poll.`, [gate.ref]);
}

/** A stability period is not shortened by anybody's word. */
function tooEarly(rows: Rows, gate: Gate, act: Act): Refused | null {
  if (gate.liveForMs === null) return null;
  const goLive = rows.goLive.get(gate.goLiveId);
  const says = `${gate.ref} needs the system to have been live for ${formatSpan(gate.liveForMs)}.`;
  const at = earliestGo(rows, gate);
  if (at === null) return refuse('not-live', `${says} It is not live yet. Nothing was decided. Declare it live first.`, [gate.ref]);
  if (act.occurredAt >= at) return null;
  const zone = goLive?.zone ?? 'UTC';
  return refuse('too-early', `${says} Nothing was decided. Decide from ${formatInstant(at, zone)} ${zoneName(at, zone)} on, or hold.`, [
    gate.ref,
  ]);
}

/** From when on a go may be decided, UTC ms; null while the system it must have been live for is not live. Without such a time, 0. */
export function earliestGo(rows: Pick<Rows, 'goLive'>, gate: Pick<Gate, 'goLiveId' | 'liveForMs'>): number | null {
  if (gate.liveForMs === null) return 0;
  const liveAt = rows.goLive.get(gate.goLiveId)?.liveAt ?? null;
  return liveAt === null ? null : liveAt + gate.liveForMs;
}

function isMet(state: CriterionStatus, { neededToStart }: Criterion): boolean {
  return state === 'met' || (state === 'not applicable' && !neededToStart);
}

/** What a steering committee would not let pass. */
function standsAgainst(rows: Rows, gate: Gate, { decision }: z.infer<typeof DecideGate>, known: Known, act: Act): Refused | null {
  if (!isGo({ decision })) return null;
  const early = tooEarly(rows, gate, act);
  if (early) return early;
  const needed = criteriaOf(rows, gate).find((criterion) => isUnwaivable(criterion) && !isMet(criterionState(rows, criterion), criterion));
  if (needed) {
    const state = criterionState(rows, needed);
    const weight = needed.neededToStart ? 'Nothing may start without it' : `${gate.ref} cannot be passed without it`;
    const says = `${gate.ref} cannot be decided ${decision}: "${needed.title}" is ${state}. ${weight}, and nobody may waive it.`;
    const code = needed.neededToStart ? 'needed-to-start' : 'needed-to-pass';
    return refuse(code, `${says} Nothing was decided. Meet it, hold, or decide no-go.`, unsettledChecks(rows, [needed]));
  }
  const unsigned = approvalsOf(rows, gate).find((approval) => approval.decision !== 'approved');
  if (unsigned) {
    const state = unsigned.decision === 'refused' ? `refused by ${unsigned.decidedBy}` : 'not given';
    const says = `${gate.ref} cannot be decided ${decision}: “${unsigned.title}” is ${state}.`;
    return refuse('not-approved', `${says} Nothing was decided. Get it signed, hold, or decide no-go.`, [gate.ref]);
  }
  if (decision !== 'go') return null;
  const unmet = [
    ...known.criteria.filter(({ status }) => status === 'failed').map(({ title }) => `"${title}" failed`),
    ...known.criteria.filter(({ status }) => status === 'open').map(({ title }) => `"${title}" is open`),
  ];
  const against = known.calls.filter(({ call }) => call === 'no-go').map(({ position }) => `${position} calls no-go`);
  if (unmet.length + against.length === 0) return null;
  const wayOut = unmet.length > 0 ? 'Meet or waive each criterion' : 'Settle it with them';
  const says = `${gate.ref} cannot be a plain go: ${fewOf([...unmet, ...against])}. Nothing was decided.`;
  return refuse('not-met', `${says} ${wayOut}, or decide go with conditions.`, unsettledChecks(rows, criteriaOf(rows, gate)));
}

/** References of the checks that keep criteria from being met, failed ones first. */
function unsettledChecks(rows: Rows, criteria: readonly Criterion[]): readonly string[] {
  const unmet = criteria.filter((criterion) => criterion.status === 'open');
  const checks = [...new Set(unmet.flatMap((criterion) => checksOf(rows, criterion)))];
  const inState = (...states: readonly CheckStatus[]) => checks.filter(({ status }) => states.includes(status)).map(({ ref }) => ref);
  return [...inState('failed'), ...inState('open', 'in work')];
}

const FEW = 4;

function fewOf(words: readonly string[]): string {
  const rest = words.length - FEW;
  return rest > 0 ? `${words.slice(0, FEW).join(', ')} and ${rest} more` : words.join(', ');
}
