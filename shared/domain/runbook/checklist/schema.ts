/**
 * The verified deployment checklist as plain data: what every format is rendered from, and what the JSON is. Instants are UTC
 * ms, null means "not known" or "did not happen". Nothing is left out: a checklist with holes proves nothing.
 */
import { z } from 'zod';
import { reportChain, reportHead } from '../../closure/report/head.ts';
import { figures } from '../../closure/report/schema-support.ts';

const at = z.number().int();
const atOrNull = at.nullable();

const check = z.strictObject({
  ref: z.string(),
  title: z.string(),
  area: z.string(),
  criticality: z.string(),
  status: z.string(),
  owner: z.string(),
  doneBy: z.string(),
  doneAt: atOrNull,
  /** True when it passes only after somebody else verified it. */
  needsVerification: z.boolean(),
  verifiedBy: z.string(),
  verifiedAt: atOrNull,
  /** Why it failed, was waived or does not apply; empty otherwise. */
  reason: z.string(),
  waiverApprover: z.string(),
  waivedUntil: atOrNull,
  /** Words, addresses, or names of files with the start of their hash. */
  evidence: z.array(z.string()),
});
export type ChecklistCheck = z.infer<typeof check>;

const task = z.strictObject({
  ref: z.string(),
  title: z.string(),
  stream: z.string(),
  status: z.string(),
  owners: z.string(),
  /** Who ended it, by the journal; empty while it is open. */
  endedBy: z.string(),
  plannedEnd: atOrNull,
  startedAt: atOrNull,
  endedAt: atOrNull,
  /** Why it is blocked, failed or skipped; empty otherwise. */
  reason: z.string(),
});
export type ChecklistTask = z.infer<typeof task>;

export const deploymentChecklistSchema = z.strictObject({
  report: z.literal('checklist'),
  version: z.literal(1),
  head: reportHead,
  summary: z.array(z.string()),
  figures,
  /** In the order of the playbook; what belongs to no phase comes last. */
  phases: z.array(z.strictObject({ name: z.string(), checks: z.array(check), tasks: z.array(task) })),
  /** Who signs the checklist: the required roles with who holds them. */
  signatures: z.array(z.strictObject({ role: z.string(), holders: z.string() })),
  chain: reportChain,
});
export type DeploymentChecklist = z.infer<typeof deploymentChecklistSchema>;
