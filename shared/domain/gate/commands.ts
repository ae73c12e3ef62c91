/** What people can ask at a gate. */
import { z } from 'zod';
import { id, instant, key, reason } from '../../base/fields.ts';
import { pin } from '../roster/commands.ts';
import { approvalDecisions, calls, conditionStatuses, criterionStatuses, decisions } from './schema.ts';

/** A reason or remark that may be empty; the rule says when it may not. */
const remark = z.string().trim().max(2_000, 'is longer than 2,000 characters').default('');

export const CallGate = z.strictObject({
  gateId: id,
  /** The role that calls, one of the gate's positions. */
  position: key,
  call: z.enum(calls),
  /** Needed for no-go and for go with conditions. */
  reason: remark,
  /** Whose call it is, when a manager enters it for somebody; absent for one's own. */
  personId: id.optional(),
});
export const JudgeCriterion = z.strictObject({
  criterionId: id,
  /** `open` takes the judgement back and leaves it to the checks. */
  status: z.enum(criterionStatuses),
  /** Needed for failed, waived and not applicable. */
  reason: remark,
});
export const DecideGate = z.strictObject({
  gateId: id,
  decision: z.enum(decisions),
  reasons: reason,
  /** At least one for go with conditions; none for the others. */
  conditions: z
    .array(z.strictObject({ content: reason, ownerId: id, dueAt: instant }))
    .max(40, 'holds more than 40')
    .default([]),
});
export const OpenPoll = z.strictObject({
  gateId: id,
  /** When it is revealed though calls are missing; null waits for all. */
  closesAt: instant.nullable().default(null),
});
export const CastCall = z.strictObject({
  pollId: id,
  /** The role that calls. */
  position: key,
  call: z.enum(calls),
  reason,
  /** Whose call it is. */
  personId: id,
  pin,
});
export const WithdrawPoll = z.strictObject({ pollId: id, reason });
export const GiveApproval = z.strictObject({
  approvalId: id,
  /** Null takes it back. */
  decision: z.enum(approvalDecisions).nullable(),
  /** Needed to refuse. */
  remark,
  /** Needed from who has one. */
  pin: pin.optional(),
});
export const ReopenGate = z.strictObject({ gateId: id, reason });
export const SettleCondition = z.strictObject({
  conditionId: id,
  status: z.enum(conditionStatuses),
  /** How it was met; needed when it was missed. */
  remark,
});
