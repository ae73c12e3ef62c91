/** A report document as PDF: A4 pages with their number and the chain's hash at the foot. The only file that starts pdfmake. */
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { cutText } from '../../shared/domain/timeline/told.ts';
import type { ReportDocument } from './document.ts';
import { palette } from './palette.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import { pdfCover } from './pdf-cover.ts';
import { fontFiles, fontNames } from './pdf-fonts.ts';
import { contentWidth, page, sizes } from './pdf-measures.ts';
import { clean, hasForeignLetters } from './pdf-text.ts';

/** Bytes of the file. Takes about a second for a large go-live and does not yield, so call it off the main thread. */
export async function asPdf(document: ReportDocument): Promise<Uint8Array> {
  preparePdf();
  return pdfmake.createPdf(definition(document)).getBuffer();
}

let isPrepared = false;

/** Fonts, and no files and no network. Every maker of a PDF calls it first. */
export function preparePdf(): void {
  if (isPrepared) return;
  pdfmake.setFonts(fontNames);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  Object.assign(pdfmake, { virtualfs: fontFiles });
  isPrepared = true;
}

function definition({ cover, blocks, footer, madeAt, madeBy }: ReportDocument): TDocumentDefinitions {
  const title = clean(cover.title);
  return {
    pageSize: 'A4',
    pageMargins: [page.side, page.top, page.side, page.bottom],
    info: {
      title: `${title}, ${cover.kind.toLowerCase()}`,
      author: clean(madeBy),
      creator: 'Gantry',
      producer: 'Gantry',
      creationDate: new Date(madeAt),
    },
    language: 'en',
    displayTitle: true,
    defaultStyle: { font: 'Roboto', fontSize: sizes.body, lineHeight: 1.2, color: palette.ink },
    header: (current) => (current === 1 ? null : pageHead(cutText(title, 80), cover.kind)),
    footer: (current, count) => pageFoot(footer, `Page ${current} of ${count}`),
    content: [...pdfCover(cover), ...pdfBlocks(blocks), ...boxesNote(JSON.stringify([cover, blocks]))],
  };
}

/** Says that letters are missing, where some are. */
function boxesNote(text: string): Content[] {
  if (!hasForeignLetters(text)) return [];
  return [
    {
      text: 'Some letters of this report are not in the font of the PDF and appear as boxes. The HTML report shows them.',
      color: palette.warn,
    },
  ];
}

function pageHead(title: string, kind: string): Content {
  return {
    columns: [{ text: title }, { text: kind, alignment: 'right', width: 'auto' }],
    fontSize: sizes.small,
    color: palette.ink3,
    margin: [page.side, 32, page.side, 0],
  };
}

function pageFoot(left: string, right: string): Content {
  return {
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: contentWidth, y2: 0, lineWidth: 0.6, lineColor: palette.rule }] },
      {
        columns: [
          { text: clean(left), fontSize: 6.5 },
          { text: right, alignment: 'right', width: 70, fontSize: sizes.small },
        ],
        margin: [0, 6, 0, 0],
      },
    ],
    color: palette.ink3,
    margin: [page.side, 16, page.side, 0],
  };
}
