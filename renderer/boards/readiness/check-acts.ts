/** What can be done to checks from the board: at once where nothing must be said, by a question where a reason is needed. */
import { useState } from 'react';
import type { z } from 'zod';
import { blocking } from '../../../shared/domain/readiness/blockers.ts';
import type { SettleCheck } from '../../../shared/domain/readiness/commands.ts';
import type { Check, CheckStatus } from '../../../shared/domain/readiness/schema.ts';
import { client, type Outcome } from '../../client/client.ts';
import { act, tell } from '../../store/act.ts';
import { useRows } from '../../store/live.ts';

/** A question the board asks about checks. */
export type Asked =
  | 'failed'
  | 'waived'
  | 'not applicable'
  | 'send back'
  | 'pass blocked'
  | 'verify blocked'
  | 'evidence'
  | 'blocker'
  | 'edit';

export interface CheckAct {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
}

type Settlement = Omit<z.input<typeof SettleCheck>, 'checkId'> & { readonly occurredAt?: number };

/** Settles one check, or several in one act. */
export function settle(checks: readonly Check[], settlement: Settlement): Promise<Outcome> {
  const said = `${nameOf(checks)} ${settlement.status === 'open' ? 'reopened' : settlement.status}`;
  const [first] = checks;
  if (checks.length === 1 && first) return act(client.readiness.settleCheck, { checkId: first.id, ...settlement }, said);
  return act(client.readiness.settleChecks, { checkIds: checks.map(({ id }) => id), ...settlement }, said);
}

/** Verifies one check, or several in one act. `despite`: why, where something blocks one. */
export function verify(checks: readonly Check[], despite?: string): Promise<Outcome> {
  return act(client.readiness.verifyChecks, { checkIds: checks.map(({ id }) => id), despite }, `${nameOf(checks)} verified`);
}

/** `C-012`, or `12 checks`. */
export function nameOf(checks: readonly Check[]): string {
  return checks.length === 1 ? (checks[0]?.ref ?? '') : `${checks.length} checks`;
}

/** The acts that make sense on all of the checks, the likeliest first, and the question that is being asked. */
export function useCheckActs(checks: readonly Check[], onSettled: () => void = () => undefined) {
  const rows = useRows();
  const [asked, ask] = useState<Asked | null>(null);
  const isHeld = checks.some((check) => blocking(rows, check).length > 0);
  const isOne = checks.length === 1;
  const is = (...statuses: readonly CheckStatus[]) => checks.every(({ status }) => statuses.includes(status));

  async function loud(outcome: Promise<Outcome>) {
    const { ok, ...answer } = await outcome;
    if (ok) onSettled();
    else if ('refusal' in answer) tell(answer.refusal);
  }
  const to = (status: 'passed' | 'in work' | 'open') => () => void loud(settle(checks, { status }));
  const acts: readonly (CheckAct & { readonly when?: boolean })[] = [
    { key: 'V', label: 'Verify', run: () => (isHeld ? ask('verify blocked') : void loud(verify(checks))), when: is('to verify') },
    { key: 'R', label: 'Send back', run: () => ask('send back'), when: isOne && is('to verify') },
    { key: 'P', label: 'Pass', run: isHeld ? () => ask('pass blocked') : to('passed'), when: !is('passed', 'to verify') },
    { key: 'F', label: 'Fail', run: () => ask('failed'), when: !is('failed') },
    { key: 'S', label: 'Start', run: to('in work'), when: is('open', 'failed') },
    { key: 'W', label: 'Waive', run: () => ask('waived') },
    { key: 'X', label: 'Not applicable', run: () => ask('not applicable'), when: !is('not applicable') },
    { key: 'O', label: 'Reopen', run: to('open'), when: !is('open') },
    { key: 'B', label: 'Add blocker', run: () => ask('blocker'), when: isOne && !is('passed', 'not applicable') },
    { key: 'A', label: 'Attach', run: () => ask('evidence'), when: isOne },
    { key: 'E', label: 'Edit', run: () => ask('edit') },
  ];
  return { acts: acts.filter(({ when }) => when !== false), asked, close: () => ask(null) };
}
