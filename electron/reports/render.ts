/** Every report in the formats people ask for. */
import type { ClosureReport } from '../../shared/domain/closure/report.ts';
import type { DecisionRecord } from '../../shared/domain/gate/report.ts';
import type { ReadinessReport } from '../../shared/domain/readiness/report.ts';
import type { DeploymentChecklist } from '../../shared/domain/runbook/checklist.ts';
import { asHtml } from './as-html.ts';
import { asMarkdown } from './as-markdown.ts';
import { checklistDocument } from './checklist/document.ts';
import { closureDocument } from './closure/document.ts';
import { decisionDocument } from './decision/document.ts';
import type { ReportDocument } from './document.ts';
import { readinessDocument } from './readiness/document.ts';
import type { RenderOrder } from './worker.ts';

export const reportFormats = ['pdf', 'html', 'md', 'xlsx', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Media type of each format, for whoever sends or saves the file. */
export const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};

export type Report = ClosureReport | ReadinessReport | DecisionRecord | DeploymentChecklist;

/** What the thread for reports is asked for: a report in a format, or drawings as PDF. */
export async function renderOrder(order: RenderOrder): Promise<Uint8Array> {
  if ('drawings' in order) return (await import('./drawings-pdf.ts')).drawingsPdf(order.drawings);
  return renderReport(order.report, order.format);
}

/** Bytes of the whole file. All but JSON are made from one document, so they say the same; JSON is the model itself. */
export async function renderReport(report: Report, format: ReportFormat): Promise<Uint8Array> {
  if (format === 'json') return encoded(`${JSON.stringify(report, null, 2)}\n`);
  const document = documentOf(report);
  if (format === 'html') return encoded(asHtml(document));
  if (format === 'md') return encoded(asMarkdown(document));
  // Only who wants one of these loads what makes it.
  if (format === 'xlsx') return (await import('./as-xlsx.ts')).asXlsx(document);
  return (await import('./as-pdf.ts')).asPdf(document);
}

export function documentOf(report: Report): ReportDocument {
  switch (report.report) {
    case 'closure':
      return closureDocument(report);
    case 'readiness':
      return readinessDocument(report);
    case 'decision':
      return decisionDocument(report);
    case 'checklist':
      return checklistDocument(report);
  }
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
