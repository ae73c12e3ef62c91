/** How keys move the selection of a table and keep it in view. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useKeys } from './keys.ts';
import { lineAfter, type Move, moveOf, type TableGroup, type TableLine } from './table-lines.ts';
import type { TableProps } from './table-props.ts';
import { useLatest } from './use-latest.ts';

interface Place<Row> {
  readonly lines: readonly TableLine<Row, TableGroup<Row>>[];
  /** Index of the selected line; -1 when it is not in the list. */
  readonly selected: number;
  /** How many rows are in view. */
  readonly page: () => number;
  readonly show: (index: number) => void;
}

/** Answers the key handler of the grid. */
export function useTableMoves<Row>(props: TableProps<Row>, { lines, selected, page, show }: Place<Row>) {
  const { label, selectedId = null, onSelect, onOpen, main = false } = props;

  // Where the selection was last seen, so that a row that has left the list does not throw the next move back to the top.
  const lastSeen = useRef(-1);
  useEffect(() => {
    if (selected >= 0) lastSeen.current = selected;
  }, [selected]);

  const showSelected = useLatest(() => {
    if (selected >= 0) show(selected);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the selection, not every change of the list
  useEffect(showSelected, [selectedId]);

  function move(where: Move) {
    const gone = selected < 0 && lastSeen.current >= 0;
    const from = gone ? lastSeen.current - (where === 'next' ? 1 : 0) : selected;
    const line = lines[lineAfter(lines, Math.max(from, gone ? 0 : -1), where, page())];
    if (line?.kind === 'row') onSelect?.(line.id);
  }

  function openSelected() {
    const line = lines[selected];
    if (line?.kind === 'row') onOpen?.(line.row);
  }

  const moves = main && onSelect !== undefined;
  useKeys(label, [
    { key: 'J', label: 'move', run: () => move('next'), when: moves, repeat: true, palette: false },
    { key: 'K', label: 'move', run: () => move('previous'), when: moves, repeat: true, palette: false },
    { key: 'Enter', label: 'open', run: openSelected, when: main && onOpen !== undefined && selected >= 0, palette: false },
  ]);

  return function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest('input, textarea, select')) return;
    const where = moveOf(event.key);
    if (where && onSelect) move(where);
    else if (event.key === 'Enter' && onOpen && event.target === event.currentTarget) openSelected();
    else return;
    event.preventDefault();
  };
}
