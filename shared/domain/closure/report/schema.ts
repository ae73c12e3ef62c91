/**
 * The closure report as plain data: what every format is rendered from, and what the JSON report is. Instants are UTC ms,
 * lengths are ms, null means "not known" or "did not happen". Lists are bounded; `leftOut` says how many rows are not in them.
 */
import { z } from 'zod';
import { forecasts } from './forecasts.ts';
import { reportChain, reportHead } from './head.ts';
import { holds } from './holds.ts';
import { rollbacks } from './rollbacks.ts';
import { figures, incidents, tickets } from './schema-support.ts';
import { gates, plan, readiness } from './schema-work.ts';

const at = z.number().int();
const atOrNull = at.nullable();

const training = z.strictObject({
  targetPercent: z.number(),
  /** Attended seats of required courses, of all that are needed; null when none is needed. */
  reachedPercent: z.number().nullable(),
  courses: z.array(
    z.strictObject({
      ref: z.string(),
      title: z.string(),
      isRequired: z.boolean(),
      /** People who need it and are not excused: attended, booked or without a seat. */
      needed: z.number(),
      attended: z.number(),
      booked: z.number(),
      noSeat: z.number(),
    }),
  ),
  /** Required courses by department; those with most people missing first. */
  departments: z.array(z.strictObject({ name: z.string(), needed: z.number(), attended: z.number() })),
});

const metrics = z.array(
  z.strictObject({
    title: z.string(),
    unit: z.string(),
    operator: z.string(),
    target: z.number(),
    baseline: z.number().nullable(),
    actual: z.number().nullable(),
    threshold: z.string(),
    verdict: z.enum(['met', 'missed', 'not measured', 'no baseline']),
    comment: z.string(),
    measuredBy: z.string(),
    measuredAt: atOrNull,
  }),
);

const timeline = z.strictObject({
  lines: z.array(
    z.strictObject({
      seq: z.number().nullable(),
      occurredAt: at,
      /** When it was written down, where that was later than it happened. */
      writtenAt: atOrNull,
      kind: z.string(),
      /** True for what decided the go-live, false for what is worth knowing besides. */
      isDecisive: z.boolean(),
      actor: z.string(),
      text: z.string(),
      note: z.string(),
    }),
  ),
  /** Lines of the timeline that are not shown. */
  leftOut: z.number(),
});

const closing = z.strictObject({
  lessons: z.array(
    z.strictObject({
      category: z.string(),
      lessons: z.array(z.strictObject({ happened: z.string(), learned: z.string(), addedBy: z.string(), addedAt: at })),
    }),
  ),
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
  cleanup: z.strictObject({
    /** Null until it is decided; the actions are those of the option. */
    option: z.string().nullable(),
    reason: z.string(),
    actions: z.array(
      z.strictObject({ title: z.string(), status: z.string(), finishedBy: z.string(), finishedAt: atOrNull, note: z.string() }),
    ),
  }),
});

export const closureReportSchema = z.strictObject({
  report: z.literal('closure'),
  version: z.literal(1),
  head: reportHead,
  /** The report in a few sentences, most important first; times in the go-live's zone. */
  summary: z.array(z.string()),
  figures,
  open: z.strictObject({
    matters: z.array(z.strictObject({ kind: z.string(), weight: z.number(), ref: z.string(), words: z.string(), board: z.string() })),
    leftOut: z.number(),
  }),
  plan,
  forecasts,
  readiness,
  gates,
  holds,
  rollbacks,
  incidents,
  tickets,
  training,
  metrics,
  timeline,
  ...closing.shape,
  chain: reportChain,
});

export type ClosureReport = z.infer<typeof closureReportSchema>;
