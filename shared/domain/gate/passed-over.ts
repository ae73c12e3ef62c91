/** What a go passes over although it is not settled, and for whom it is recorded, in words for the dialog, the entry and the record. */
import { roleHolders, titleOfRole } from '../roster/roles.ts';
import { isGo } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';
import { checksOf, criteriaOf, criterionState } from './criterion-state.ts';
import { pollOf, shownCall } from './poll.ts';
import type { Gate, GateOutcome } from './schema.ts';

export interface PassedOver {
  readonly kind: 'failed' | 'open' | 'no-go' | 'missing';
  /** Without a full stop. */
  readonly words: string;
}

/** Criteria that failed or are open with the checks they wait for, calls at no-go, calls that are missing; the worst first. */
export function passedOver(rows: Rows, gate: Gate): readonly PassedOver[] {
  const criteria = criteriaOf(rows, gate).flatMap((criterion): readonly PassedOver[] => {
    const state = criterionState(rows, criterion);
    if (state !== 'failed' && state !== 'open') return [];
    const checks = checksOf(rows, criterion).filter(({ status }) => status === 'failed' || status === 'open' || status === 'in work');
    const refs = checks.slice(0, FEW).map(({ ref, status }) => (status === 'failed' ? `${ref} failed` : ref));
    const more = checks.length > FEW ? ` and ${checks.length - FEW} more` : '';
    const tail = refs.length > 0 ? ` (${refs.join(', ')}${more})` : '';
    return [{ kind: state, words: `“${criterion.title}” ${state === 'failed' ? 'failed' : 'is open'}${tail}` }];
  });
  const calls = pollOf(rows, gate).flatMap((line): readonly PassedOver[] => {
    const shown = shownCall(line);
    const who = line.caller?.name ?? line.holders.map(({ name }) => name).join(', ');
    const named = who ? `${line.title} (${who})` : line.title;
    if (shown === 'no-go') return [{ kind: 'no-go', words: `${named} calls no-go: ${line.call?.reason ?? ''}` }];
    return shown === 'awaited' ? [{ kind: 'missing', words: `The call of ${named} is missing` }] : [];
  });
  const inKind = (kind: PassedOver['kind']) => [...criteria, ...calls].filter((each) => each.kind === kind);
  return [...inKind('failed'), ...inKind('no-go'), ...inKind('open'), ...inKind('missing')];
}

/** Who decides this gate, where `personId` is not one of them; null where they are, and where nobody holds the role. */
export function decidesFor(rows: Rows, gate: Pick<Gate, 'deciderRole'>, personId: string | null): string | null {
  const holders = roleHolders(rows).get(gate.deciderRole) ?? [];
  if (holders.length === 0 || holders.some(({ id }) => id === personId)) return null;
  return `${holders.map(({ name }) => name).join(' or ')} (${titleOfRole(rows, gate.deciderRole)})`;
}

/** What the entry of a decision says besides the decision; empty when there is nothing. */
export function decisionNote(rows: Rows, gate: Gate, decision: GateOutcome, personId: string | null): string {
  const over = isGo({ decision }) ? passedOver(rows, gate) : [];
  const forWhom = decidesFor(rows, gate, personId);
  const lines = [
    ...(forWhom ? [`Recorded for ${forWhom}.`] : []),
    ...(over.length > 0 ? [`Decided although: ${over.map(({ words }) => words).join('; ')}.`] : []),
  ];
  return lines.join('\n').slice(0, LONGEST);
}

const FEW = 6;
const LONGEST = 4_000;
