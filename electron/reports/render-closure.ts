/** The closure report in the formats people ask for. */
import type { ClosureReport } from '../../shared/domain/closure/report.ts';
import { asHtml } from './as-html.ts';
import { asMarkdown } from './as-markdown.ts';
import { closureDocument } from './closure/document.ts';

export const reportFormats = ['pdf', 'html', 'md', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Media type of each format, for whoever sends or saves the file. */
export const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
};

/** Bytes of the whole file. All but JSON are made from one document, so they say the same; JSON is the model itself. */
export async function renderClosure(report: ClosureReport, format: ReportFormat): Promise<Uint8Array> {
  if (format === 'json') return encoded(`${JSON.stringify(report, null, 2)}\n`);
  const document = closureDocument(report);
  if (format === 'html') return encoded(asHtml(document));
  if (format === 'md') return encoded(asMarkdown(document));
  const { asPdf } = await import('./as-pdf.ts'); // only who wants a PDF loads fonts and layout
  return asPdf(document);
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
