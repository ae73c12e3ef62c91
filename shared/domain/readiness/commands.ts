/** What people can ask of the readiness board. */
import { z } from 'zod';
import { id, instant, key, line, offset, text } from '../../base/fields.ts';
import { criticalities } from './criticality.ts';
import { blockerKinds, checkStatuses } from './schema.ts';

const planFields = {
  title: line,
  detail: text,
  area: line,
  /** Key of a phase of the playbook; empty for none. */
  phase: z.union([key, z.literal('')]),
  ownerId: id.nullable(),
  dueOffset: offset.nullable(),
  criticality: z.enum(criticalities),
  needsVerification: z.boolean(),
};

export const AddCheck = z.strictObject({
  ...planFields,
  detail: planFields.detail.default(''),
  phase: planFields.phase.default(''),
  ownerId: planFields.ownerId.default(null),
  dueOffset: planFields.dueOffset.default(null),
  criticality: planFields.criticality.default('normal'),
  needsVerification: planFields.needsVerification.default(false),
});
/** Fields that are absent stay as they are. */
export const EditCheck = z
  .strictObject({ checkId: id, ...planFields })
  .partial()
  .required({ checkId: true });
/** Most checks of one act. */
export const MOST_CHECKS = 500;
const checkIds = z.array(id).min(1, 'names no check').max(MOST_CHECKS, `names more than ${MOST_CHECKS} checks`);

/** Fields that are absent stay as they are on each check. */
export const EditChecks = z
  .strictObject({ checkIds, ...planFields })
  .omit({ title: true, detail: true })
  .partial()
  .required({ checkIds: true });

const remark = z.string().trim().max(2_000, 'is longer than 2,000 characters');
/** Why a check passes though something blocks it. */
const despite = remark.optional();
/** `to verify` is not asked for: a check that needs verification gets there when it is passed. */
export const settledStatuses = checkStatuses.filter((status) => status !== 'to verify');
const settlement = {
  /** `in work` starts it, `open` reopens it. */
  status: z.enum(settledStatuses),
  /** Needed to fail it, waive it or say that it does not apply; otherwise a remark. */
  reason: remark.default(''),
  /** Who approved the waiver; absent for who acts. Only read for waivers. */
  approver: line.optional(),
  /** When the waiver ends, in the future; absent for never. Only read for waivers. */
  until: instant.nullable().optional(),
  despite,
};
export const SettleCheck = z.strictObject({ checkId: id, ...settlement });
export const SettleChecks = z.strictObject({ checkIds, ...settlement });

export const VerifyCheck = z.strictObject({ checkId: id, despite });
export const VerifyChecks = z.strictObject({ checkIds, despite });
export const SendBackCheck = z.strictObject({ checkId: id, reason: remark.min(1, 'must say what is missing') });

export const AddBlocker = z.strictObject({
  checkId: id,
  kind: z.enum(blockerKinds),
  /** The id of the task, ticket, incident or course that the kind names; absent for a risk and other things. */
  blockedById: id.optional(),
  /** Needed for a risk and other things, otherwise a remark. */
  content: text.default(''),
});
export const ClearBlocker = z.strictObject({ blockerId: id });
export const RemoveBlocker = z.strictObject({ blockerId: id });

/** Most bytes of a file kept as evidence: 25 MB. */
export const MOST_EVIDENCE_BYTES = 25_000_000;
const tooLarge = 'is larger than 25 MB; keep it where it is and add a link';
const fileName = line.regex(/^[^\p{Cc}/\\]+$/u, 'is not the name of a file: it must not hold slashes or control characters');

/** What speaks for a check. */
export const evidenceGiven = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), content: text.min(1, 'must not be empty') }),
  z.strictObject({
    kind: z.literal('link'),
    address: z
      .url({ protocol: /^https?$/, error: 'is not an address that starts with http:// or https://' })
      .max(2_000, 'is longer than 2,000 characters'),
  }),
  z.strictObject({
    kind: z.literal('file'),
    name: fileName,
    /** The bytes in base64, at most 25 MB of them. */
    base64: z
      .string()
      .min(4, 'is empty')
      .max(Math.ceil(MOST_EVIDENCE_BYTES / 3) * 4, tooLarge)
      .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'is not base64')
      .refine((base64) => base64.length % 4 === 0, 'is not base64')
      .refine((base64) => byteLength(base64) <= MOST_EVIDENCE_BYTES, tooLarge),
  }),
]);
export const AddEvidence = z.strictObject({ checkId: id, evidence: evidenceGiven });
export const RemoveEvidence = z.strictObject({ evidenceId: id });

function byteLength(base64: string): number {
  return (base64.length / 4) * 3 - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
}
