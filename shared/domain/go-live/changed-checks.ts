/** What new answers do to checks, tests and criteria: set aside with the words of the condition, or open again. Evidence and runs stay. */
import { type Change, update } from '../../base/change.ts';
import type { Act } from '../../base/rule.ts';
import { criterion as criteria } from '../gate/schema.ts';
import type { Playbook } from '../playbook/schema.ts';
import { whyNot } from '../playbook/vary.ts';
import { type Check, check as checks } from '../readiness/schema.ts';
import { test as tests } from '../readiness/test-schema.ts';
import type { Rows } from '../tables.ts';
import { checkSources } from './check-sources.ts';

/** What a person set aside in own words stays as that person left it. */
export function changedChecks(rows: Rows, before: Playbook, after: Playbook, act: Act): readonly Change[] {
  const turnOf = (of: { readonly condition: string }): Turn | null => {
    const [was, is] = [whyNot(before, of), whyNot(after, of)];
    if (!was === !is) return null;
    return is ? { applies: false, words: is.otherwise } : { applies: true, words: was?.otherwise ?? '' };
  };
  const turns = new Map([...checkSources(after), ...after.tests].map((source) => [source.key, turnOf(source)]));
  return [
    ...[...rows.check.values()].flatMap((check) => changedCheck(check, turns.get(check.source) ?? null, act)),
    ...[...rows.test.values()].flatMap((test) => {
      const turn = turns.get(test.source) ?? null;
      if (!turn || test.notApplicable !== (turn.applies ? turn.words : '')) return [];
      return update(tests, test, { notApplicable: turn.applies ? '' : turn.words });
    }),
    ...changedCriteria(rows, after, turnOf, act),
  ];
}

interface Turn {
  readonly applies: boolean;
  /** Why it does not apply, now or before. */
  readonly words: string;
}

function changedCheck(check: Check, turn: Turn | null, act: Act): readonly Change[] {
  if (!turn || !isTurned(check, turn)) return [];
  const decided = turn.applies
    ? ({ status: 'open', reason: '', decidedBy: '', decidedById: null, decidedAt: null } as const)
    : ({
        status: 'not applicable',
        reason: turn.words,
        decidedBy: act.actor,
        decidedById: act.personId,
        decidedAt: act.occurredAt,
      } as const);
  return update(checks, check, { ...decided, verifiedBy: '', verifiedAt: null, waiverApprover: '', waivedUntil: null });
}

/** Only what the condition set aside comes back, and only what still counts is set aside. */
function isTurned({ status, reason }: { readonly status: string; readonly reason: string }, { applies, words }: Turn): boolean {
  return applies ? status === 'not applicable' && reason === words : status !== 'not applicable';
}

/** Those that checks or tests prove follow them by themselves. */
function changedCriteria(
  rows: Rows,
  playbook: Playbook,
  turnOf: (of: { readonly condition: string }) => Turn | null,
  act: Act,
): readonly Change[] {
  const gates = new Map([...rows.gate.values()].map((gate) => [gate.id, playbook.gates[gate.position]]));
  return [...rows.criterion.values()].flatMap((criterion) => {
    const source = gates.get(criterion.gateId)?.criteria[criterion.position];
    const turn = source && source.title === criterion.title ? turnOf(source) : null;
    if (!turn || criterion.checkIds.length + criterion.testIds.length > 0 || !isTurned(criterion, turn)) return [];
    return update(
      criteria,
      criterion,
      turn.applies
        ? { status: 'open', reason: '', judgedBy: '', judgedAt: null }
        : { status: 'not applicable', reason: turn.words, judgedBy: act.actor, judgedAt: act.occurredAt },
    );
  });
}
