/** Where one is in the sheet, what is being typed there, and what each key does. */
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { InsertWhere } from './new-row-place.ts';
import { sheetColumns } from './sheet-rows.ts';

export interface CellAt {
  readonly row: number;
  readonly column: number;
}

export interface Sheet {
  readonly rowCount: number;
  readonly at: CellAt;
  /** The other corner of the chosen block; the same as `at` for one cell. */
  readonly from: CellAt;
  /** What is typed into the cell now; null while nothing is. */
  readonly editing: string | null;
  readonly point: (to: CellAt, extends_: boolean) => void;
  /** Goes to the first cell of a row, which may be about to come. */
  readonly select: (key: string) => void;
  /** Opens the cell with a text. */
  readonly edit: (text: string) => void;
  readonly type: (text: string) => void;
  /** Ends typing: the text is kept, `isSure` says whether it was confirmed. */
  readonly end: (isSure: boolean) => void;
  /** The focus went elsewhere while typing: the text is kept unconfirmed. */
  readonly leave: () => void;
  readonly acts: SheetActs;
}

/** What the sheet asks of the plan. */
export interface SheetActs {
  readonly textAt: (at: CellAt) => string;
  /** False for a cell that only shows something; then it has said so. */
  readonly mayType: (at: CellAt) => boolean;
  /** Null takes the drafts in the block away, otherwise sets the text of all its cells. */
  readonly setBlock: (from: CellAt, to: CellAt, text: string | null) => void;
  readonly typed: (at: CellAt, text: string, isSure: boolean) => void;
  readonly step: (way: 'up' | 'down' | 'in' | 'out') => void;
  readonly insertRow: (where: InsertWhere) => void;
  readonly removeRows: () => void;
}

/** Where the place is kept: with the row itself, so that it stays there while rows come and go around it. */
interface Corner {
  readonly key: string | undefined;
  readonly column: number;
}

/** Keeps the place in the sheet; `keys` are those of its rows, `start` is the row where it opens. */
export function useSheet(keys: readonly string[], start: number, acts: SheetActs): Sheet {
  const rowOf = useMemo(() => new Map(keys.map((key, row) => [key, row])), [keys]);
  const [place, setPlace] = useState<{ at: Corner; from: Corner }>(() => {
    const at = { key: keys[start], column: 0 };
    return { at, from: at };
  });
  const [editing, setEditing] = useState<string | null>(null);
  const latest = useRef(editing);
  latest.current = editing;
  const rowCount = keys.length;
  const inside = ({ row, column }: CellAt): CellAt => ({
    row: Math.max(0, Math.min(rowCount - 1, row)),
    column: Math.max(0, Math.min(sheetColumns.length - 1, column)),
  });
  // A row that is gone leaves the place where it was.
  const last = useRef({ at: start, from: start });
  const at = inside({ row: rowOf.get(place.at.key ?? '') ?? last.current.at, column: place.at.column });
  const from = inside({ row: rowOf.get(place.from.key ?? '') ?? last.current.from, column: place.from.column });
  last.current = { at: at.row, from: from.row };
  const end = (isSure: boolean) => {
    const text = latest.current;
    if (text === null) return;
    latest.current = null; // the blur that follows finds nothing left to keep
    setEditing(null);
    acts.typed(at, text, isSure);
  };
  return {
    rowCount,
    at,
    from,
    editing,
    acts,
    point: (to, isMore) => {
      const next = inside(to);
      if (latest.current !== null && next.row === at.row && next.column === at.column) return;
      end(false);
      const corner = { key: keys[next.row], column: next.column };
      setPlace((before) => ({ at: corner, from: isMore ? before.from : corner }));
    },
    select: (key) => {
      end(false);
      setPlace({ at: { key, column: 0 }, from: { key, column: 0 } });
    },
    edit: (text) => {
      if (acts.mayType(at)) setEditing(text);
    },
    type: setEditing,
    end,
    leave: () => end(false),
  };
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const steps = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' } as const;

export function useSheetKeys(sheet: Sheet, page: number) {
  const end = useMemo(() => sheetColumns.length - 1, []);
  return (event: KeyboardEvent) => {
    const { at, acts, editing } = sheet;
    const { key, shiftKey, altKey } = event;
    const isMod = event.ctrlKey || event.metaKey;
    const taken = () => event.preventDefault();
    const go = (row: number, column: number, isMore = false) => {
      taken();
      sheet.point({ row, column }, isMore);
    };
    if (event.nativeEvent.isComposing) return;
    if (editing !== null) {
      if (key === 'Escape') {
        taken();
        sheet.end(false);
      } else if (key === 'Enter' && isMod) {
        taken();
        sheet.end(true);
        acts.insertRow(shiftKey ? 'above' : 'below');
      } else if (key === 'Enter') {
        sheet.end(true);
        go(at.row + (shiftKey ? -1 : 1), at.column);
      } else if (key === 'Tab') {
        sheet.end(true);
        go(at.row, at.column + (shiftKey ? -1 : 1));
      }
      return;
    }
    const move = moves[key];
    if (altKey && !isMod && key in steps) {
      taken();
      acts.step(steps[key as keyof typeof steps]);
    } else if (move && isMod) {
      go(move[0] === 0 ? at.row : move[0] < 0 ? 0 : sheet.rowCount - 1, move[1] === 0 ? at.column : move[1] < 0 ? 0 : end, shiftKey);
    } else if (move) go(at.row + move[0], at.column + move[1], shiftKey);
    else if (key === 'PageDown') go(at.row + page, at.column, shiftKey);
    else if (key === 'PageUp') go(at.row - page, at.column, shiftKey);
    else if (key === 'Home') go(isMod ? 0 : at.row, 0, shiftKey);
    else if (key === 'End') go(isMod ? sheet.rowCount - 1 : at.row, end, shiftKey);
    else if (key === 'Enter' && isMod) {
      taken();
      acts.insertRow(shiftKey ? 'above' : 'below');
    } else if (key === 'Enter' && altKey) {
      taken();
      acts.insertRow('inside');
    } else if (key === 'Enter' || key === 'F2') {
      taken();
      sheet.edit(acts.textAt(at));
    } else if (key === 'Tab') {
      // At either end the focus leaves the sheet, as Tab does everywhere.
      if (shiftKey ? at.column > 0 : at.column < end) go(at.row, at.column + (shiftKey ? -1 : 1));
    } else if (key === 'Delete' && isMod) {
      taken();
      acts.removeRows();
    } else if (key === 'Delete' || key === 'Backspace') {
      taken();
      acts.setBlock(sheet.from, at, shiftKey ? null : '');
    } else if (key.length === 1 && !isMod && !altKey) {
      taken();
      sheet.edit(key);
    }
  };
}
