/** Drawings of the runbook as PDF: a page of A3 for each, scaled to fit. */
import pdfmake from 'pdfmake';
import type { Content } from 'pdfmake/interfaces.js';
import type { Drawing } from '../../shared/domain/runbook/drawing/shapes.ts';
import { svgOf } from '../../shared/domain/runbook/drawing/svg.ts';
import { preparePdf } from './as-pdf.ts';

const MARGIN = 20;
/** A3 landscape, points. */
const SHEET = { width: 1190.55, height: 841.89 } as const;

export async function drawingsPdf(drawings: readonly Drawing[]): Promise<Uint8Array> {
  preparePdf();
  const fit: [number, number] = [SHEET.width - 2 * MARGIN, SHEET.height - 2 * MARGIN - 2]; // or the rounding puts every drawing on a page of its own after an empty one
  return pdfmake
    .createPdf({
      pageSize: 'A3',
      pageOrientation: 'landscape',
      pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
      info: { title: drawings[0]?.title ?? '', creator: 'Gantry', producer: 'Gantry' },
      language: 'en',
      displayTitle: true,
      defaultStyle: { font: 'Roboto' },
      content: [
        bothFonts,
        ...drawings.map((each, at) => ({ svg: svgOf(each, 'Roboto'), fit, ...(at > 0 ? { pageBreak: 'before' as const } : {}) })),
      ],
    })
    .getBuffer();
}

/** Drawings find only fonts that some text has opened before. */
const bothFonts: Content = { text: [' ', { text: ' ', bold: true }], fontSize: 1, absolutePosition: { x: 1, y: 1 } };
