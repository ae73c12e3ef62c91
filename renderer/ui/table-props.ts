/** What a table is told. */
import type { ReactNode } from 'react';
import type { Column } from './table-columns.ts';
import type { GroupHead } from './table-group-row.tsx';
import type { TableGroup } from './table-lines.ts';

export type Group<Row> = TableGroup<Row> & GroupHead;

export type TableProps<Row> = ({ readonly rows: readonly Row[] } | { readonly groups: readonly Group<Row>[] }) & {
  /** What the table lists, for screen readers. */
  readonly label: string;
  /** Keep the array the same from drawing to drawing (module constant or useMemo). */
  readonly columns: readonly Column<Row>[];
  /** Stable, and unique in this table. */
  readonly rowId: (row: Row) => string;
  /** Null when no row is selected. */
  readonly selectedId?: string | null;
  /** Leave it out for a list that only shows. */
  readonly onSelect?: (id: string) => void;
  /** Enter or a double click on a row. */
  readonly onOpen?: (row: Row) => void;
  /** J, K and Enter work without the focus being here; for the main table of a board only. */
  readonly main?: boolean;
  readonly onFold?: (groupKey: string) => void;
  /** 44 with a second line, 56 for thumbs; 28 unless told. */
  readonly rowHeight?: 28 | 44 | 56;
  /** Classes of a row: `fresh` outlines one that has just come in, `q2` quiets one. */
  readonly rowClass?: (row: Row) => string;
  /** 2 where heads have a second line (`Ends, CET<br/>planned`); 0 hides the head on screen, not from screen readers. */
  readonly headLines?: 0 | 1 | 2;
  /** A last row of sums: column key to what stands there. */
  readonly sums?: Readonly<Record<string, ReactNode>>;
  /** As tall as its rows, without scrolling; for short lists in a panel that scrolls itself. */
  readonly fit?: boolean;
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode;
};
