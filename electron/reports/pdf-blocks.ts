/** The blocks of a report document as pdfmake content. */
import type { Content } from 'pdfmake/interfaces.js';
import type { Block, Chart, MarkedText } from './document.ts';
import { palette, toneColours } from './palette.ts';
import { contentWidth, roomAfterHeading, sizes } from './pdf-measures.ts';
import { pdfFacts, pdfTable } from './pdf-table.ts';
import { clean, type Margins, withMark } from './pdf-text.ts';

export function pdfBlocks(blocks: readonly Block[]): Content[] {
  return blocks.flatMap((block, at) => (block.kind === 'heading' ? heading(block, blocks.slice(at + 1, at + 8)) : [blockContent(block)]));
}

type Heading = Extract<Block, { kind: 'heading' }>;

/**
 * A heading that takes the room of what must follow it, given back right after: so it moves to the next page together with
 * the start of its text. pdfmake's own way would lay out the whole report once more for every such move.
 */
function heading({ level, text, startsPage }: Heading, following: readonly Block[]): Content[] {
  const room = roomAfterHeading(following);
  const words = clean(text);
  const title =
    level === 2
      ? { text: words, fontSize: sizes.h2, bold: true, lineHeight: 1.1, margin: [0, 6, 0, 7] as Margins, outline: true, outlineText: words }
      : { text: words, fontSize: sizes.h3, bold: true, lineHeight: 1.15, margin: [0, 4, 0, 5] as Margins };
  const rule = { canvas: [{ type: 'line', x1: 0, y1: 0, x2: contentWidth, y2: 0, lineWidth: 1.4, lineColor: palette.ink } as const] };
  const block: Content = {
    stack: [...(level === 2 ? [rule] : []), title, gap(room)],
    unbreakable: true,
    ...(startsPage ? { pageBreak: 'before' } : {}),
  };
  return [...(startsPage ? [] : [gap(level === 2 ? 18 : 6)]), block, gap(-room)];
}

/** Empty room down the page; negative goes back up. */
function gap(height: number): Content {
  return { canvas: [], margin: [0, 0, 0, height] };
}

function blockContent(block: Exclude<Block, Heading>): Content {
  switch (block.kind) {
    case 'paragraph':
      return { text: clean(block.text), color: toneColours[block.tone ?? 'ink'], margin: [0, 0, 0, 7] };
    case 'status':
      return statusLine(block.status, block.note);
    case 'facts':
      return pdfFacts(block.facts);
    case 'chart':
      return chartContent(block.chart);
    case 'table':
      return pdfTable(block);
  }
}

function statusLine(status: MarkedText, note: string): Content {
  const words = [
    { text: clean(status.text), bold: true },
    { text: `   ${clean(note)}`, color: palette.ink2 },
  ];
  return { stack: [withMark(status, { text: words }, 9)], margin: [0, 0, 0, 6] };
}

function chartContent({ title, svg }: Chart): Content {
  return {
    stack: [
      { text: clean(title), bold: true, margin: [0, 4, 0, 6] },
      { svg, width: contentWidth },
    ],
    unbreakable: true,
    margin: [0, 0, 0, 8],
  };
}
