/** The closure report of one go-live as plain data. Renderers turn it into pages; nothing is decided there. */
import type { Entry } from '../../base/entry.ts';
import type { GoLive } from '../go-live/schema.ts';
import type { Rows } from '../tables.ts';
import { zonedWords } from '../timeline/zoned-words.ts';
import { openAtClosure } from './open.ts';
import { cleanupPart, lessonsPart, metricsPart, signOffsPart, trainingPart } from './report/closing.ts';
import { figuresOf } from './report/figures.ts';
import { gatesPart } from './report/gates.ts';
import { incidentsPart } from './report/incidents.ts';
import { planPart } from './report/plan.ts';
import { playbookHead } from './report/playbook-words.ts';
import { readinessPart } from './report/readiness.ts';
import type { ClosureReport } from './report/schema.ts';
import { summaryOf } from './report/summary.ts';
import { ticketsPart } from './report/tickets.ts';
import { timelinePart } from './report/timeline.ts';

export { type ClosureReport, closureReportSchema } from './report/schema.ts';

/** The circumstances of one report. */
export interface Making {
  /** When it is made, UTC ms. */
  readonly now: number;
  /** The name of who makes it. */
  readonly madeBy: string;
  /** Hash of the last entry of the record, hex. */
  readonly chainHash: string;
}

const OPEN_SHOWN = 60;

/** `entries` are all entries of the go-live, oldest first. Throws when `rows` hold no go-live. */
export function closureReport(rows: Rows, entries: readonly Entry[], making: Making): ClosureReport {
  const goLive = [...rows.goLive.values()][0];
  if (!goLive) throw new Error('A closure report needs the rows of one go-live.');
  const clock = zonedWords(goLive.zone);
  const asOf = Math.min(goLive.closedAt ?? making.now, making.now);
  const matters = openAtClosure(rows);
  const parts = {
    head: headOf(goLive, rows, making),
    open: {
      matters: matters.slice(0, OPEN_SHOWN).map(({ kind, weight, ref, words, board }) => ({ kind, weight, ref, words, board })),
      leftOut: Math.max(0, matters.length - OPEN_SHOWN),
    },
    plan: planPart(rows, entries, goLive, asOf),
    readiness: readinessPart(rows),
    gates: gatesPart(rows, entries, goLive, asOf),
    incidents: incidentsPart(rows),
    tickets: ticketsPart(rows, clock, asOf),
    training: trainingPart(rows, goLive),
    metrics: metricsPart(rows),
    lessons: lessonsPart(rows),
    signOffs: signOffsPart(rows),
    cleanup: cleanupPart(rows, goLive),
    timeline: timelinePart(entries, rows),
    chain: { lastHash: making.chainHash, entryCount: entries.length, lastSeq: entries.at(-1)?.seq ?? 0 },
  };
  return { report: 'closure', version: 1, summary: summaryOf(parts, clock), figures: figuresOf(parts, clock), ...parts };
}

function headOf(goLive: GoLive, rows: Rows, making: Making): ClosureReport['head'] {
  const { ref, name, system, release, description, stage, outcome, outcomeNote, zone, tZeroAt, tZeroMeans } = goLive;
  const { windowStart, windowEnd, startedAt, liveAt, closedAt, isSample } = goLive;
  return {
    ref,
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
