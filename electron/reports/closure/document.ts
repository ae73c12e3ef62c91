/** The closure report as a document: which pages there are and in which order. Nothing is computed here. */
import type { ClosureReport } from '../../../shared/domain/closure/report.ts';
import type { Block, ReportDocument } from '../document.ts';
import { checkingPages, cleanupPages, lessonPages, metricPages, signOffPages, timelinePages } from './closing-pages.ts';
import { coverOf } from './cover.ts';
import { gatePages } from './gate-pages.ts';
import { pageWords } from './page-words.ts';
import { openPages, planPages, readinessPages } from './plan-pages.ts';
import { incidentPages, ticketPages, trainingPages } from './support-pages.ts';

export function closureDocument(report: ClosureReport): ReportDocument {
  const words = pageWords(report);
  const blocks: Block[] = [
    ...openPages(report),
    ...planPages(report, words),
    ...gatePages(report, words),
    ...readinessPages(report, words),
    ...incidentPages(report, words),
    ...ticketPages(report, words),
    ...trainingPages(report),
    ...metricPages(report, words),
    ...lessonPages(report),
    ...cleanupPages(report, words),
    ...signOffPages(report, words),
    ...timelinePages(report, words),
    ...checkingPages(report, words),
  ];
  return {
    cover: coverOf(report, words),
    blocks: numbered(blocks),
    footer: `Chain ${report.chain.lastHash}`,
    madeAt: report.head.madeAt,
    madeBy: report.head.madeBy,
  };
}

/** Numbers the sections, so that people can point at one. */
function numbered(blocks: readonly Block[]): Block[] {
  let section = 0;
  return blocks.map((block) => {
    if (block.kind !== 'heading' || block.level !== 2) return block;
    section += 1;
    return { ...block, text: `${section}  ${block.text}` };
  });
}
