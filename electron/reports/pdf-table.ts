/** The tables of a report as pdfmake content: hairlines between rows, heads repeated on every page. */
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { cutText } from '../../shared/domain/timeline/told.ts';
import type { Block, Cell, Column, Fact, TableRow } from './document.ts';
import { palette, toneColours } from './palette.ts';
import {
  columnGap,
  columnWidths,
  contentWidth,
  extraGap,
  factLabel,
  factsStayWhole,
  roomToSign,
  sizes,
  wholeness,
} from './pdf-measures.ts';
import { clean, type Margins, withMark } from './pdf-text.ts';

/** A value longer than this may break across pages. */
const LONGEST_WHOLE_FACT = 1_500;
/** A group's name stands on one line of the page. */
const LONGEST_GROUP = 90;

export function pdfTable(block: Extract<Block, { kind: 'table' }>): Content {
  const { columns, rows } = block;
  const keeps = wholeness(block);
  return {
    table: {
      headerRows: 1,
      ...(keeps === 'nothing' ? {} : { keepWithHeaderRows: 1, dontBreakRows: true }),
      widths: columnWidths(columns),
      body: [columns.map(headCell), ...bodyRows(rows, columns)],
    },
    fontSize: sizes.table,
    layout: tableLayout(columns),
    unbreakable: keeps === 'table',
    margin: [0, 0, 0, 10],
  };
}

/** Label and value line by line. */
export function pdfFacts(facts: readonly Fact[]): Content {
  return {
    table: {
      widths: [factLabel, contentWidth - factLabel - columnGap],
      body: facts.map(({ label, value }) => [{ text: clean(label), color: palette.ink3 }, clean(value)]),
      dontBreakRows: facts.every(({ value }) => value.length <= LONGEST_WHOLE_FACT),
    },
    unbreakable: factsStayWhole(facts),
    layout: tableLayout([], palette.hair),
    margin: [0, 0, 0, 10],
  };
}

function headCell({ head, isFigure }: Column): TableCell {
  return { text: clean(head), color: palette.ink3, fontSize: sizes.small, alignment: isFigure ? 'right' : 'left' };
}

/** A group's name goes into the row after it, because two rows could be torn apart by the end of a page. */
function bodyRows(rows: readonly TableRow[], columns: readonly Column[]): TableCell[][] {
  let group = '';
  return rows.flatMap((row) => {
    if ('group' in row) {
      group = row.group;
      return [];
    }
    const cells = columns.map(({ isFigure }, at) => tableCell(row.cells[at] ?? '', isFigure === true));
    const named = group ? cells.map((cell, at) => underGroup(at === 0 ? group : ' ', cell)) : cells;
    group = '';
    return [row.hasRoomToSign ? named.map((cell) => ({ stack: [cell], margin: [0, 0, 0, roomToSign] as Margins }) as TableCell) : named];
  });
}

function underGroup(group: string, cell: TableCell): TableCell {
  const name = { text: cutText(clean(group) || ' ', LONGEST_GROUP), bold: true, noWrap: true, margin: [0, 7, 0, 6] as Margins };
  return { stack: [name, cell] } as TableCell;
}

function tableCell(cell: Cell, isFigure: boolean): TableCell {
  const alignment = isFigure ? 'right' : 'left';
  if (typeof cell === 'string') return { text: clean(cell), alignment };
  const text = { text: clean(cell.text), color: toneColours[cell.tone ?? 'ink'], bold: cell.isStrong === true, alignment } as const;
  return withMark(cell, text, 8) as TableCell;
}

function tableLayout(columns: readonly Column[], underHead: string = palette.baseline): CustomTableLayout {
  return {
    vLineWidth: () => 0,
    hLineWidth: (line) => (line === 0 ? 0 : 0.6),
    hLineColor: (line) => (line === 1 ? underHead : palette.hair),
    paddingLeft: (column) => (column === 0 ? 0 : columnGap / 2 + extraGap(columns, column)),
    paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : columnGap / 2),
    paddingTop: () => 3,
    paddingBottom: () => 3,
  };
}
