/** The one table of the product: 28 px rows, one of them selected, quick with ten thousand. Keys move the selection. */
// biome-ignore-all lint/a11y/noStaticElementInteractions: its role is grid or table
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: as above, and both take a label
// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot place their rows freely, and only the drawn rows exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and points at its row with aria-activedescendant
import './table.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useId, useMemo, useRef, useState } from 'react';
import { gridTemplate, leastWidth } from './table-columns.ts';
import { TableGroupRow, TableSums } from './table-group-row.tsx';
import { nextSort, type SortedBy, TableHead } from './table-head.tsx';
import { tableLines } from './table-lines.ts';
import type { Group, TableProps } from './table-props.ts';
import { TableRow } from './table-row.tsx';
import { useLatest } from './use-latest.ts';
import { useTableMoves } from './use-table-moves.ts';

export type { Column } from './table-columns.ts';
export type { Group, TableProps } from './table-props.ts';

const GROUP_HEIGHT = 28;
const HEAD_HEIGHTS = [0, 28, 40] as const;

export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, selectedId = null, onSelect, onOpen, onFold, rowHeight = 28, rowClass, headLines = 1, sums, fit = false } = props;
  const grid = useRef<HTMLDivElement>(null);
  const tableId = useId();
  const [sortedBy, setSortedBy] = useState<SortedBy | null>(null);
  const lines = useLines(props, sortedBy);
  const selected = useMemo(
    () => (selectedId === null ? -1 : lines.findIndex((line) => line.kind === 'row' && line.id === selectedId)),
    [lines, selectedId],
  );

  const headHeight = HEAD_HEIGHTS[headLines];
  const virtual = useVirtualizer({
    count: lines.length,
    enabled: !fit,
    getScrollElement: () => grid.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? GROUP_HEIGHT : rowHeight),
    // A new function for new lines makes the virtualizer lay them out anew.
    getItemKey: useCallback((index: number) => keyOf(lines[index]), [lines]),
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: sums ? rowHeight : 0,
  });
  const onKeyDown = useTableMoves(props, {
    lines,
    selected,
    page: () => Math.floor(((grid.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1,
    show(index) {
      if (fit) document.getElementById(domId(selectedId))?.scrollIntoView({ block: 'nearest' });
      else virtual.scrollToIndex(index, { align: 'auto' });
    },
  });
  const latestSelect = useLatest((id: string) => onSelect?.(id));
  const latestOpen = useLatest((row: Row) => onOpen?.(row));
  const interactive = onSelect !== undefined;

  function domId(id: string | null): string {
    return `${tableId}${id}`;
  }

  function drawLine(index: number, top: number | null) {
    const line = lines[index];
    if (line === undefined) return null;
    const place = { columns, ariaRow: index + 2, top };
    if (line.kind === 'group') {
      const { group } = line;
      return (
        <TableGroupRow key={keyOf(line)} group={group} interactive={interactive} onFold={onFold && (() => onFold(group.key))} {...place} />
      );
    }
    return (
      <TableRow
        key={keyOf(line)}
        row={line.row}
        id={line.id}
        domId={domId(line.id)}
        selected={index === selected}
        className={rowClass?.(line.row)}
        onSelect={onSelect && latestSelect}
        onOpen={onOpen && latestOpen}
        {...place}
      />
    );
  }

  const shown = virtual.getVirtualItems();
  const selectedIsDrawn = selected >= 0 && (fit || shown.some((item) => item.index === selected));
  return (
    <div
      ref={grid}
      role={interactive ? 'grid' : 'table'}
      className={fit ? 'tbl fit' : 'tbl'}
      aria-label={label}
      aria-rowcount={lines.length + 1 + (sums ? 1 : 0)}
      aria-activedescendant={selectedIsDrawn && interactive ? domId(selectedId) : undefined}
      tabIndex={0} // also one that only shows: on a narrow screen it is moved sideways
      onKeyDown={onKeyDown}
      style={{
        '--columns': gridTemplate(columns),
        '--least': `${leastWidth(columns)}px`,
        '--row-height': `${rowHeight}px`,
        '--head-height': `${headHeight}px`,
      }}
    >
      <TableHead
        columns={columns}
        sortedBy={sortedBy}
        onSort={(key) => setSortedBy((now) => nextSort(key, now))}
        hidden={headLines === 0}
      />
      <div role="rowgroup" className="rowgroup body" style={fit ? undefined : { height: virtual.getTotalSize() }}>
        {fit ? lines.map((_, index) => drawLine(index, null)) : shown.map((item) => drawLine(item.index, item.start - headHeight))}
      </div>
      {lines.length === 0 && props.empty !== undefined && <div className="none">{props.empty}</div>}
      {sums && <TableSums columns={columns} sums={sums} interactive={interactive} ariaRow={lines.length + 2} />}
    </div>
  );
}

function useLines<Row>(props: TableProps<Row>, sortedBy: SortedBy | null) {
  const { columns } = props;
  const rowId = useLatest(props.rowId);
  const rows = 'rows' in props ? props.rows : undefined;
  const groups = 'groups' in props ? props.groups : undefined;
  return useMemo(() => {
    const compare = columns.find((column) => column.key === sortedBy?.key)?.compare;
    const order = sortedBy && compare ? { compare, descending: sortedBy.descending } : null;
    return tableLines<Row, Group<Row>>(groups ? { groups } : { rows: rows ?? [] }, rowId, order);
  }, [columns, sortedBy, groups, rows, rowId]);
}

function keyOf(line: ReturnType<typeof tableLines>[number] | undefined): string {
  if (line === undefined) return '';
  return line.kind === 'group' ? `group ${line.group.key}` : line.id;
}
