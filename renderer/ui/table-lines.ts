/** The lines of a table: groups and rows laid out one below the other, and where the selection goes from key to key. */

/** Rows under a common head. A folded group shows its head only. */
export interface TableGroup<Row> {
  readonly key: string;
  readonly rows: readonly Row[];
  readonly folded?: boolean;
}

export type TableLine<Row, Group extends TableGroup<Row>> =
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'row'; readonly row: Row; readonly id: string };

export interface RowOrder<Row> {
  /** As for `Array.sort`. */
  readonly compare: (a: Row, b: Row) => number;
  readonly descending: boolean;
}

/** Rows in the order given or, when there is an order, sorted within their group. */
export function tableLines<Row, Group extends TableGroup<Row>>(
  content: { readonly rows: readonly Row[] } | { readonly groups: readonly Group[] },
  rowId: (row: Row) => string,
  order: RowOrder<Row> | null,
): readonly TableLine<Row, Group>[] {
  const inOrder = (rows: readonly Row[]) => sorted(rows, order).map((row) => ({ kind: 'row' as const, row, id: rowId(row) }));
  if ('rows' in content) return inOrder(content.rows);
  return content.groups.flatMap((group) => [{ kind: 'group' as const, group }, ...(group.folded ? [] : inOrder(group.rows))]);
}

export type Move = 'next' | 'previous' | 'first' | 'last' | 'page-down' | 'page-up';

/**
 * The index of the line that is selected after a move; group heads are stepped over. From no selection every move but `last`
 * goes to the first row. -1 when there is no row.
 */
export function lineAfter(lines: readonly { readonly kind: 'group' | 'row' }[], from: number, move: Move, page: number): number {
  if (move === 'last') return rowFrom(lines, lines.length - 1, -1);
  if (move === 'first' || from < 0) return rowFrom(lines, 0, 1);
  const step = move === 'next' ? 1 : move === 'previous' ? -1 : move === 'page-down' ? Math.max(1, page) : -Math.max(1, page);
  const target = Math.min(Math.max(from + step, 0), lines.length - 1);
  const ahead = rowFrom(lines, target, Math.sign(step));
  return ahead >= 0 ? ahead : rowFrom(lines, target, -Math.sign(step));
}

function rowFrom(lines: readonly { readonly kind: 'group' | 'row' }[], start: number, step: number): number {
  for (let at = start; at >= 0 && at < lines.length; at += step) if (lines[at]?.kind === 'row') return at;
  return -1;
}

function sorted<Row>(rows: readonly Row[], order: RowOrder<Row> | null): readonly Row[] {
  if (!order) return rows;
  const sign = order.descending ? -1 : 1;
  return rows.toSorted((a, b) => sign * order.compare(a, b));
}

const moves: Readonly<Record<string, Move>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'page-down',
  PageUp: 'page-up',
  j: 'next',
  k: 'previous',
};

/** The move a key means in a table that has the focus; undefined for other keys. */
export function moveOf(key: string): Move | undefined {
  return moves[key.length === 1 ? key.toLowerCase() : key];
}
