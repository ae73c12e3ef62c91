/** One row of a table, drawn again only when the row, its place or its selection changes. */
// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot place their rows freely, and only the drawn rows exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and points at its row with aria-activedescendant
import { memo } from 'react';
import type { Column } from './table-columns.ts';

interface TableRowProps<Row> {
  readonly row: Row;
  readonly id: string;
  readonly domId: string;
  readonly columns: readonly Column<Row>[];
  /** Position in the whole table, heads included, from 1. */
  readonly ariaRow: number;
  /** Distance from the top of the body in px; null where rows simply follow each other. */
  readonly top: number | null;
  readonly selected: boolean;
  readonly className: string | undefined;
  /** Undefined in a table that only shows. */
  readonly onSelect: ((id: string) => void) | undefined;
  readonly onOpen: ((row: Row) => void) | undefined;
}

function PlainTableRow<Row>({ row, id, domId, columns, ariaRow, top, selected, className, onSelect, onOpen }: TableRowProps<Row>) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it holds the focus and takes the keys
    <div
      role="row"
      id={domId}
      className={className ? `row ${className}` : 'row'}
      aria-rowindex={ariaRow}
      aria-selected={onSelect && selected}
      style={placedAt(top)}
      onClick={onSelect && (() => onSelect(id))}
      onDoubleClick={onOpen && (() => onOpen(row))}
    >
      {columns.map((column) => (
        <div role={cellRole(onSelect)} key={column.key} className={cellClass(column, row)} title={column.title?.(row)}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

export const TableRow = memo(PlainTableRow) as typeof PlainTableRow;

/** Cells of a table that only shows are plain cells. */
export function cellRole(interactive: unknown): 'gridcell' | 'cell' {
  return interactive ? 'gridcell' : 'cell';
}

export function placedAt(top: number | null): { readonly transform: string } | undefined {
  return top === null ? undefined : { transform: `translateY(${top}px)` };
}

function cellClass<Row>(column: Column<Row>, row: Row): string | undefined {
  const own = typeof column.className === 'function' ? column.className(row) : column.className;
  const classes = [column.align === 'number' && 'n', own].filter(Boolean).join(' ');
  return classes || undefined;
}
