/** What every report begins and ends with: which go-live it is about, who made it and when, and the chain it can be checked against. */
import { z } from 'zod';
import type { Entry } from '../../../base/entry.ts';
import { type GoLive, runKinds } from '../../go-live/schema.ts';
import type { Rows } from '../../tables.ts';
import { playbookHead } from './playbook-words.ts';

const at = z.number().int();
const atOrNull = at.nullable();

export const reportHead = z.strictObject({
  ref: z.string(),
  /** Whether it is the real go-live, a rehearsal or a drill. */
  kind: z.enum(runKinds),
  name: z.string(),
  system: z.string(),
  release: z.string(),
  description: z.string(),
  stage: z.string(),
  /** Null until the go-live is closed or scrubbed. */
  outcome: z.string().nullable(),
  outcomeNote: z.string(),
  /** IANA name of the zone people read times in. */
  zone: z.string(),
  tZeroAt: at,
  tZeroMeans: z.string(),
  windowStart: at,
  windowEnd: at,
  startedAt: atOrNull,
  liveAt: atOrNull,
  closedAt: atOrNull,
  /** Null when the go-live was made without one. */
  playbook: z.strictObject({ title: z.string(), version: z.string(), variation: z.string() }).nullable(),
  /** True for the invented go-live Gantry shows people to try it out. */
  isSample: z.boolean(),
  madeAt: at,
  madeBy: z.string(),
});
export type ReportHead = z.infer<typeof reportHead>;

export const reportChain = z.strictObject({
  /** Hash of the last entry of the record when the report was made, hex. */
  lastHash: z.string(),
  /** Entries of this go-live. */
  entryCount: z.number(),
  /** `seq` of the last of them; 0 when there is none. */
  lastSeq: z.number(),
});
export type ReportChain = z.infer<typeof reportChain>;

/** The circumstances of one report. */
export interface Making {
  /** When it is made, UTC ms. */
  readonly now: number;
  /** The name of who makes it. */
  readonly madeBy: string;
  /** Hash of the last entry of the record, hex. */
  readonly chainHash: string;
}

/** Throws when `rows` hold no go-live. */
export function goLiveOf(rows: Rows): GoLive {
  const goLive = [...rows.goLive.values()][0];
  if (!goLive) throw new Error('A report needs the rows of one go-live.');
  return goLive;
}

export function headOf(goLive: GoLive, rows: Rows, making: Making): ReportHead {
  const { ref, kind, name, system, release, description, stage, outcome, outcomeNote, zone, tZeroAt, tZeroMeans } = goLive;
  const { windowStart, windowEnd, startedAt, liveAt, closedAt, isSample } = goLive;
  return {
    ref,
    kind,
    name,
    system,
    release,
    description,
    stage,
    outcome,
    outcomeNote,
    zone,
    tZeroAt,
    tZeroMeans,
    windowStart,
    windowEnd,
    startedAt,
    liveAt,
    closedAt,
    playbook: playbookHead(rows),
    isSample,
    madeAt: making.now,
    madeBy: making.madeBy,
  };
}

export function chainOf(entries: readonly Entry[], { chainHash }: Making): ReportChain {
  return { lastHash: chainHash, entryCount: entries.length, lastSeq: entries.at(-1)?.seq ?? 0 };
}
