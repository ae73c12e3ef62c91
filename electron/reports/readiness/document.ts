/** The production readiness report as a document: which pages there are and in which order. Nothing is computed here. */
import type { ReadinessReport } from '../../../shared/domain/readiness/report.ts';
import { assembled, signOffPages } from '../assemble.ts';
import type { Block, ReportDocument } from '../document.ts';
import { gatePages } from '../gate-pages.ts';
import { pageWords, paragraph, quiet, status } from '../page-words.ts';
import { blockerPages, readinessPages, waiverPages } from './check-pages.ts';
import { defectPages, performancePages, testPages } from './test-pages.ts';

export function readinessDocument(report: ReadinessReport): ReportDocument {
  const words = pageWords(report.head);
  const { verdict } = report.assessment;
  const cover = { kind: 'Production readiness report', outcome: status(verdict), outcomeNote: report.head.description };
  return assembled(report, words, cover, [
    ...assessmentPages(report),
    ...testPages(report, words),
    ...defectPages(report),
    ...performancePages(report),
    ...readinessPages(report, words),
    ...waiverPages(report, words),
    ...blockerPages(report, words),
    ...gatePages(report.gates, words),
    ...signOffPages(report.signOffs, words),
  ]);
}

function assessmentPages({ assessment: { verdict, against, reservations } }: ReadinessReport): Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Assessment', startsPage: true },
    { kind: 'status', status: status(verdict), note: 'What the facts say. The people of each gate decide.' },
    listOf('Stands against going live', against),
    listOf('To be known before a go', reservations),
    quiet(
      'Not ready: a critical defect is open, a test failed or a target is missed, a check failed, a critical check is not passed, a criterion that nobody may waive is not met before a gate that is still to be passed, or a SEV1 or SEV2 incident is open. With reservations: anything else is open, waived or not tested.',
    ),
  ];
}

function listOf(head: string, lines: readonly string[]): Block {
  if (lines.length === 0) return paragraph(`${head}: nothing.`);
  return { kind: 'table', columns: [{ head, width: 100 }], rows: lines.map((line) => ({ cells: [capital(line)] })) };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
