/** What a column of a table is, and the CSS grid its widths make. */
import type { ReactNode } from 'react';

export interface Column<Row> {
  /** Unique in the table. */
  readonly key: string;
  /** The head; empty words need a `hiddenHead`. */
  readonly head: ReactNode;
  /** The head for screen readers, where the head on screen is empty or cut short. */
  readonly hiddenHead?: string;
  /** Pixels, or a share of what is left such as `2fr`. */
  readonly width: number | `${number}fr`;
  /** Least pixels of a share; 96 unless told. */
  readonly min?: number;
  /** `number` aligns right in the voice of facts. */
  readonly align?: 'text' | 'number';
  readonly cell: (row: Row) => ReactNode;
  /** The full words of a cell that may be cut. */
  readonly title?: (row: Row) => string;
  /** Classes for the cell such as `f`, `q2`, `name`; may differ from row to row. */
  readonly className?: string | ((row: Row) => string);
  /** Makes the head a button that sorts by this column. As for `Array.sort`. */
  readonly compare?: (a: Row, b: Row) => number;
}

/** The `grid-template-columns` of the columns. */
export function gridTemplate(columns: readonly Pick<Column<never>, 'width' | 'min'>[]): string {
  return columns.map(({ width, min = 96 }) => (typeof width === 'number' ? `${width}px` : `minmax(${min}px, ${width})`)).join(' ');
}

/** The least width in px at which every column has its room; below it the table scrolls sideways. */
export function leastWidth(columns: readonly Pick<Column<never>, 'width' | 'min'>[]): number {
  return columns.reduce((sum, { width, min = 96 }) => sum + (typeof width === 'number' ? width : min), 0);
}
