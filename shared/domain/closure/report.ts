/** The closure report of one go-live as plain data. Renderers turn it into pages; nothing is decided there. */
import type { Entry } from '../../base/entry.ts';
import { scheduleOf } from '../runbook/schedule.ts';
import type { Rows } from '../tables.ts';
import { zonedWords } from '../timeline/zoned-words.ts';
import { openAtClosure } from './open.ts';
import { cleanupPart, lessonsPart, metricsPart, signOffsPart, trainingPart } from './report/closing.ts';
import { figuresOf } from './report/figures.ts';
import { forecastsPart } from './report/forecasts.ts';
import { gatesPart } from './report/gates.ts';
import { chainOf, goLiveOf, headOf, type Making } from './report/head.ts';
import { holdsPart } from './report/holds.ts';
import { incidentsPart } from './report/incidents.ts';
import { planPart } from './report/plan.ts';
import { readinessPart } from './report/readiness.ts';
import { rollbacksPart } from './report/rollbacks.ts';
import type { ClosureReport } from './report/schema.ts';
import { summaryOf } from './report/summary.ts';
import { ticketsPart } from './report/tickets.ts';
import { timelinePart } from './report/timeline.ts';

export type { Making } from './report/head.ts';
export { type ClosureReport, closureReportSchema } from './report/schema.ts';

const OPEN_SHOWN = 60;

/** `entries` are all entries of the go-live, oldest first. Throws when `rows` hold no go-live. */
export function closureReport(rows: Rows, entries: readonly Entry[], making: Making): ClosureReport {
  const goLive = goLiveOf(rows);
  const clock = zonedWords(goLive.zone);
  const asOf = Math.min(goLive.closedAt ?? making.now, making.now);
  const matters = openAtClosure(rows);
  const parts = {
    head: headOf(goLive, rows, making),
    open: {
      matters: matters.slice(0, OPEN_SHOWN).map(({ kind, weight, ref, words, board }) => ({ kind, weight, ref, words, board })),
      leftOut: Math.max(0, matters.length - OPEN_SHOWN),
    },
    plan: planPart(rows, entries, scheduleOf(rows, goLive, asOf), asOf),
    forecasts: forecastsPart(rows),
    readiness: readinessPart(rows),
    gates: gatesPart(rows, entries, goLive, asOf),
    holds: holdsPart(rows),
    rollbacks: rollbacksPart(rows),
    incidents: incidentsPart(rows),
    tickets: ticketsPart(rows, clock, asOf),
    training: trainingPart(rows, goLive),
    metrics: metricsPart(rows),
    lessons: lessonsPart(rows),
    signOffs: signOffsPart(rows),
    cleanup: cleanupPart(rows, goLive),
    timeline: timelinePart(entries, rows),
    chain: chainOf(entries, making),
  };
  return { report: 'closure', version: 1, summary: summaryOf(parts, clock), figures: figuresOf(parts, clock), ...parts };
}
