/** The closure report as a document: which pages there are and in which order. Nothing is computed here. */
import type { ClosureReport } from '../../../shared/domain/closure/report.ts';
import { assembled, signOffPages } from '../assemble.ts';
import type { MarkedText, ReportDocument } from '../document.ts';
import { gatePages } from '../gate-pages.ts';
import { pageWords, status } from '../page-words.ts';
import { cleanupPages, lessonPages, metricPages, timelinePages } from './closing-pages.ts';
import { forecastPages } from './forecast-pages.ts';
import { openPages, planPages, readinessPages } from './plan-pages.ts';
import { holdPages, rollbackPages } from './rollback-pages.ts';
import { incidentPages, ticketPages, trainingPages } from './support-pages.ts';

export function closureDocument(report: ClosureReport): ReportDocument {
  const words = pageWords(report.head);
  const cover = { kind: 'Closure report', outcome: outcomeOf(report.head), outcomeNote: report.head.outcomeNote };
  return assembled(report, words, cover, [
    ...openPages(report),
    ...planPages(report, words),
    ...forecastPages(report, words),
    ...gatePages(report.gates, words),
    ...readinessPages(report, words),
    ...holdPages(report, words),
    ...rollbackPages(report, words),
    ...incidentPages(report, words),
    ...ticketPages(report, words),
    ...trainingPages(report),
    ...metricPages(report, words),
    ...lessonPages(report),
    ...cleanupPages(report, words),
    ...signOffPages(report.signOffs, words),
    ...timelinePages(report, words),
  ]);
}

function outcomeOf({ outcome, stage }: ClosureReport['head']): MarkedText {
  if (outcome !== null) return status(outcome);
  return { text: `Not closed yet, in ${stage}`, mark: 'wait' };
}
