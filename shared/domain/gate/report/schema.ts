/**
 * The record of one gate's decision as plain data: what every format is rendered from, and what the JSON is. Instants are UTC
 * ms, null means "not known" or "did not happen".
 */
import { z } from 'zod';
import { reportChain, reportHead } from '../../closure/report/head.ts';
import { figures } from '../../closure/report/schema-support.ts';
import { gatePart } from '../../closure/report/schema-work.ts';

const at = z.number().int();
const atOrNull = at.nullable();

const criterion = z.strictObject({
  title: z.string(),
  /** As known at the decision; as it is now where none stands. */
  status: z.string(),
  reason: z.string(),
  /** What speaks for a go and for a no-go; empty where the title says it all. */
  goWhen: z.string(),
  noGoWhen: z.string(),
  /** True when nobody may waive it. */
  isUnwaivable: z.boolean(),
  judgedBy: z.string(),
  judgedAt: atOrNull,
  /** The checks and tests that prove it, as they stand when the record is made. */
  provenBy: z.array(z.strictObject({ ref: z.string(), title: z.string(), status: z.string() })),
});

const poll = z.strictObject({
  /** `withdrawn` polls were never read. */
  state: z.enum(['sealed', 'revealed', 'withdrawn']),
  openedBy: z.string(),
  openedAt: at,
  closesAt: atOrNull,
  revealedAt: atOrNull,
  /** SHA-256 over the calls and what was known at the reveal, hex; empty before. */
  seal: z.string(),
  /** The key that opens the sealed calls; empty before the reveal. */
  openedKey: z.string(),
  /** Positions asked; `inAt` is when a call came in, null for one that did not. */
  seats: z.array(z.strictObject({ position: z.string(), person: z.string(), inAt: atOrNull })),
  /** What they said, known from the reveal on; empty before. */
  calls: z.array(z.strictObject({ position: z.string(), person: z.string(), call: z.string().nullable(), reason: z.string() })),
});

export const decisionRecordSchema = z.strictObject({
  report: z.literal('decision'),
  version: z.literal(1),
  head: reportHead,
  summary: z.array(z.string()),
  figures,
  gate: gatePart.omit({ criteria: true }).extend({
    /** The phase whose exit it is, in words; empty for none. */
    phase: z.string(),
    /** Phases whose tasks wait for a go. */
    guards: z.array(z.string()),
    criteria: z.array(criterion),
    /** Oldest first. */
    polls: z.array(poll),
    /** Tests with the last result that was known; null for one that was not run. */
    tests: z.array(
      z.strictObject({ ref: z.string(), title: z.string(), result: z.string().nullable(), measured: z.string(), criticalOpen: z.number() }),
    ),
    /** Evidence as it was frozen with the decision; files by their hash. Of now where none stands. */
    evidence: z.array(z.strictObject({ check: z.string(), kind: z.string(), content: z.string(), sha256: z.string() })),
  }),
  /** The entry of the journal that holds the decision; null where none stands. */
  entry: z.strictObject({ seq: z.number(), at, actor: z.string(), prev: z.string(), hash: z.string() }).nullable(),
  chain: reportChain,
});
export type DecisionRecord = z.infer<typeof decisionRecordSchema>;
