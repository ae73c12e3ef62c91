/** The parts of a decision record: criteria with what proves them, and the polls. */
import type { Rows } from '../../tables.ts';
import { checksOf, criteriaOf, isUnwaivable, testsOf } from '../criterion-state.ts';
import type { Known } from '../known.ts';
import type { Gate, Poll } from '../schema.ts';
import { pollSeats } from '../sealed-poll.ts';
import type { DecisionRecord } from './schema.ts';

type Part = DecisionRecord['gate'];

/** As known; the matrix and the proofs are looked up by title, which the plan does not change after a decision. */
export function criteriaPart(rows: Rows, gate: Gate, known: Known): Part['criteria'] {
  const byTitle = new Map(criteriaOf(rows, gate).map((criterion) => [criterion.title, criterion]));
  return known.criteria.map(({ title, status, reason }) => {
    const criterion = byTitle.get(title);
    if (!criterion)
      return { title, status, reason, goWhen: '', noGoWhen: '', isUnwaivable: false, judgedBy: '', judgedAt: null, provenBy: [] };
    const { goWhen, noGoWhen, judgedBy, judgedAt } = criterion;
    const checks = checksOf(rows, criterion).map((check) => ({ ref: check.ref, title: check.title, status: check.status }));
    const tests = testsOf(rows, criterion).map(({ test, state }) => ({ ref: test.ref, title: test.title, status: state }));
    return {
      title,
      status,
      reason,
      goWhen,
      noGoWhen,
      isUnwaivable: isUnwaivable(criterion),
      judgedBy,
      judgedAt,
      provenBy: [...checks, ...tests],
    };
  });
}

export function pollsPart(rows: Rows, gate: Gate): Part['polls'] {
  return [...rows.poll.values()]
    .filter(({ gateId }) => gateId === gate.id)
    .sort((a, b) => a.openedAt - b.openedAt)
    .map((poll) => pollPart(rows, poll));
}

function pollPart(rows: Rows, poll: Poll): Part['polls'][number] {
  const { openedBy, openedAt, closesAt, revealedAt, seal, openedKey, isWithdrawn, known } = poll;
  return {
    state: revealedAt !== null ? 'revealed' : isWithdrawn ? 'withdrawn' : 'sealed',
    openedBy,
    openedAt,
    closesAt,
    revealedAt,
    seal,
    openedKey,
    seats: pollSeats(rows, poll).map(({ title, holders, sealed }) => ({
      position: title,
      person: rows.person.get(sealed?.personId ?? '')?.name ?? holders.map(({ name }) => name).join(', '),
      inAt: sealed?.at ?? null,
    })),
    calls: (known?.calls ?? []).map((call) => ({ ...call })),
  };
}
