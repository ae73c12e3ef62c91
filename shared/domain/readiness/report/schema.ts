/**
 * The production readiness report as plain data: what every format is rendered from, and what the JSON report is. Instants are
 * UTC ms, null means "not known" or "did not happen". Lists are bounded; `leftOut` says how many rows are not in them.
 */
import { z } from 'zod';
import { reportChain, reportHead } from '../../closure/report/head.ts';
import { figures } from '../../closure/report/schema-support.ts';
import { gates } from '../../closure/report/schema-work.ts';

const at = z.number().int();
const atOrNull = at.nullable();
const counts = {
  passed: z.number(),
  toVerify: z.number(),
  waived: z.number(),
  failed: z.number(),
  open: z.number(),
  notApplicable: z.number(),
};

const test = z.strictObject({
  ref: z.string(),
  title: z.string(),
  kind: z.string(),
  state: z.string(),
  environment: z.string(),
  build: z.string(),
  /** What it must reach, in words; empty where a person says whether it passed. */
  target: z.string(),
  /** What the last run measured, in words; empty for nothing. */
  measured: z.string(),
  runs: z.number(),
  retests: z.number(),
  defectsFound: z.number(),
  defectsFixed: z.number(),
  defectsOpen: z.number(),
  criticalOpen: z.number(),
  ranAt: atOrNull,
  ranBy: z.string(),
  /** Remark of the last run, or why the test does not apply. */
  remark: z.string(),
});
export type TestPart = z.infer<typeof test>;

const performance = z.strictObject({
  ref: z.string(),
  title: z.string(),
  kind: z.string(),
  target: z.string(),
  measured: z.string(),
  verdict: z.enum(['met', 'missed', 'not measured', 'no baseline']),
  /** In words; empty while nothing is measured. */
  margin: z.string(),
});

const check = z.strictObject({
  ref: z.string(),
  title: z.string(),
  area: z.string(),
  criticality: z.string(),
  status: z.string(),
  owner: z.string(),
  dueAt: atOrNull,
  reason: z.string(),
});
export type CheckPart = z.infer<typeof check>;

const waiver = z.strictObject({
  ref: z.string(),
  title: z.string(),
  criticality: z.string(),
  reason: z.string(),
  approver: z.string(),
  waivedBy: z.string(),
  waivedAt: atOrNull,
  /** When it ends; null for never. */
  until: atOrNull,
});

const blocker = z.strictObject({
  /** Reference of the check that it keeps from passing. */
  check: z.string(),
  kind: z.string(),
  ref: z.string(),
  title: z.string(),
  standing: z.string(),
  addedBy: z.string(),
  addedAt: at,
});

export const verdicts = ['ready', 'ready with reservations', 'not ready'] as const;

export const readinessReportSchema = z.strictObject({
  report: z.literal('readiness'),
  version: z.literal(1),
  head: reportHead,
  summary: z.array(z.string()),
  figures,
  /** What the facts say, by the rules printed with it; people decide at the gates. */
  assessment: z.strictObject({
    verdict: z.enum(verdicts),
    /** What stands against going live, worst first. */
    against: z.array(z.string()),
    /** What must be known before a go. */
    reservations: z.array(z.string()),
  }),
  tests: z.strictObject({ tests: z.array(test), leftOut: z.number() }),
  performance: z.array(performance),
  readiness: z.strictObject({
    /** From 0 to 100, weighted by criticality; null when nothing applies. */
    figure: z.number().nullable(),
    checkCount: z.number(),
    areas: z.array(z.strictObject({ area: z.string(), figure: z.number().nullable(), ...counts })),
    /** Checks that are neither passed, waived nor set aside: failed first, then by criticality. */
    missing: z.strictObject({ checks: z.array(check), leftOut: z.number() }),
    waivers: z.array(waiver),
    blockers: z.array(blocker),
  }),
  gates,
  signOffs: z.array(
    z.strictObject({
      subject: z.string(),
      role: z.string(),
      decision: z.string().nullable(),
      signedBy: z.string(),
      signedAt: atOrNull,
      note: z.string(),
    }),
  ),
  chain: reportChain,
});
export type ReadinessReport = z.infer<typeof readinessReportSchema>;
