/** The conditions of a go with conditions: what they must be, and whether they were met. */
import type { z } from 'zod';
import { update } from '../../base/change.ts';
import { type Refusal, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import type { DecideGate, SettleCondition } from './commands.ts';
import { type Condition, condition as conditions, type Gate } from './schema.ts';

/** A missed condition may still be met later, and one settled by mistake be opened again. */
export function settleCondition(rows: Rows, command: z.infer<typeof SettleCondition>, act: Act): Verdict {
  const condition = rows.condition.get(command.conditionId);
  if (!condition)
    return refuse('unknown-condition', 'There is no such condition in this go-live. The gate may have been reopened. Reload the board.');
  const { status, remark } = command;
  const about = [rows.gate.get(condition.gateId)?.ref ?? ''].filter(Boolean);
  if (condition.status === status) return refuse('nothing-changed', `That condition is ${status} already. Nothing was changed.`, about);
  if (status === 'missed' && remark === '')
    return refuse('reason-needed', 'A missed condition needs a word on why. Nothing was changed.', about);
  const isSettled = status !== 'open';
  const changes = update(conditions, condition, { status, settledAt: isSettled ? act.occurredAt : null, note: isSettled ? remark : '' });
  return decide('condition.settle', changes, condition.id, isSettled ? '' : remark);
}

/** The conditions of a gate's decision, the earliest due first. */
export function conditionsOf(rows: Pick<Rows, 'condition'>, gate: Pick<Gate, 'id'>): readonly Condition[] {
  return [...rows.condition.values()].filter(({ gateId }) => gateId === gate.id).sort((a, b) => a.dueAt - b.dueAt);
}

/** Why the conditions asked for do not go with the decision; null when they do. */
export function wrongConditions(
  rows: Rows,
  gate: Gate,
  { decision, conditions: asked }: z.infer<typeof DecideGate>,
  act: Act,
): { readonly ok: false; readonly refusal: Refusal } | null {
  if (decision !== 'go with conditions') {
    return asked.length === 0
      ? null
      : refuse('no-conditions', `Conditions belong to a go with conditions, not to ${decision}. Nothing was decided.`, [gate.ref]);
  }
  if (asked.length === 0) {
    return refuse(
      'conditions-needed',
      'A go with conditions needs at least one: what must be done, by whom and until when. Nothing was decided.',
      [gate.ref],
    );
  }
  if (asked.some(({ ownerId }) => !rows.person.has(ownerId))) {
    return refuse('unknown-person', 'The owner of a condition is not in the roster of this go-live. Nothing was decided. Choose again.', [
      gate.ref,
    ]);
  }
  if (asked.some(({ dueAt }) => dueAt <= act.occurredAt)) {
    return refuse('due-past', 'A condition would be due before the decision. Nothing was decided. Give a later time.', [gate.ref]);
  }
  return null;
}
