/** The first page of a report in PDF. */
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Cover, Fact, HeadlineFigure } from './document.ts';
import { markColours, palette, toneColours } from './palette.ts';
import { columnGap, contentWidth, sizes } from './pdf-measures.ts';
import { clean, type Margins, withMark } from './pdf-text.ts';

const FIGURES_IN_A_ROW = 4;

export function pdfCover(cover: Cover): Content[] {
  return [
    { text: clean(cover.kind), color: palette.ink3, margin: [0, 0, 0, 4] },
    { text: clean(cover.title), fontSize: cover.title.length > 60 ? 19 : 25, bold: true, lineHeight: 1.1, margin: [0, 0, 0, 4] },
    { text: clean(cover.subtitle), fontSize: 12, color: palette.ink2, margin: [0, 0, 0, 14] },
    ...(cover.notice ? [{ text: clean(cover.notice), color: palette.warn, margin: [0, 0, 0, 10] as Margins }] : []),
    outcome(cover),
    facts(cover.facts),
    figures(cover.figures),
    {
      ul: cover.summary.map((line) => ({ text: clean(line), margin: [0, 0, 0, 4] as Margins })),
      markerColor: palette.ink3,
      margin: [0, 4, 0, 0],
    },
  ];
}

/** A band with the outcome, its edge in the outcome's colour. */
function outcome({ outcome: said, outcomeNote }: Cover): Content {
  const words = withMark(said, { text: clean(said.text), fontSize: 14, bold: true }, 13);
  const note = outcomeNote ? [{ text: clean(outcomeNote), margin: [0, 4, 0, 0] as Margins }] : [];
  return {
    table: { widths: [contentWidth - 22], body: [[{ stack: [words, ...note] }]] },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (line) => (line === 0 ? 3 : 0),
      vLineColor: () => (said.mark ? markColours[said.mark] : palette.ink3),
      fillColor: () => palette.side,
      paddingLeft: () => 12,
      paddingRight: () => 7,
      paddingTop: () => 8,
      paddingBottom: () => 8,
    },
    margin: [0, 0, 0, 12],
  };
}

/** Two facts beside each other in every line. */
function facts(all: readonly Fact[]): Content {
  const label = 76;
  const value = (contentWidth - 2 * label - 3 * columnGap) / 2;
  const cells = all.map(({ label: name, value: said }): TableCell[] => [{ text: clean(name), color: palette.ink3 }, clean(said)]);
  const body = cells.flatMap((left, at) => (at % 2 === 0 ? [[...left, ...(cells[at + 1] ?? ['', ''])]] : []));
  return {
    table: { widths: [label, value, label, value], body, dontBreakRows: true },
    fontSize: sizes.table,
    layout: {
      hLineWidth: (line) => (line === 0 ? 0 : 0.6),
      hLineColor: () => palette.hair,
      vLineWidth: () => 0,
      paddingLeft: (column) => (column === 0 ? 0 : columnGap / 2),
      paddingRight: (column) => (column === 3 ? 0 : columnGap / 2),
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
    margin: [0, 0, 0, 14],
  };
}

function figures(all: readonly HeadlineFigure[]): Content {
  const width = (contentWidth - (FIGURES_IN_A_ROW - 1) * columnGap) / FIGURES_IN_A_ROW;
  const cells = all.map(
    ({ label, value, note, tone }): TableCell => ({
      stack: [
        { text: clean(label), fontSize: sizes.table, color: palette.ink3 },
        { text: clean(value), fontSize: 16, bold: true, color: toneColours[tone], margin: [0, 1, 0, 1] },
        { text: clean(note), fontSize: sizes.small, color: palette.ink3 },
      ],
    }),
  );
  const rows = Array.from({ length: Math.ceil(cells.length / FIGURES_IN_A_ROW) }, (_, at) =>
    cells.slice(at * FIGURES_IN_A_ROW, (at + 1) * FIGURES_IN_A_ROW),
  );
  const body = rows.map((row) => [...row, ...Array.from({ length: FIGURES_IN_A_ROW - row.length }, (): TableCell => '')]);
  return {
    table: { widths: Array.from({ length: FIGURES_IN_A_ROW }, () => width), body, dontBreakRows: true },
    layout: {
      hLineWidth: () => 0.6,
      hLineColor: () => palette.rule,
      vLineWidth: () => 0,
      paddingLeft: (column) => (column === 0 ? 0 : columnGap / 2),
      paddingRight: (column) => (column === FIGURES_IN_A_ROW - 1 ? 0 : columnGap / 2),
      paddingTop: () => 6,
      paddingBottom: () => 6,
    },
    margin: [0, 0, 0, 12],
  };
}
