/** The plan as a sheet of cells: moved through, typed into, copied and pasted by keyboard. Only the rows in sight are drawn. */
// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot place their rows freely, and only the drawn rows exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and points at its cell with aria-activedescendant
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid listens to keys for its cells
import { type ClipboardEvent, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { PlanField } from '../../../../shared/domain/runbook/plan/plan-fields.ts';
import { CellInput } from './cell-input.tsx';
import css from './plan.module.css';
import { isTypedInto } from './sheet-focus.tsx';
import { type SheetRow, sheetColumns } from './sheet-rows.ts';
import { type Sheet, useSheetKeys } from './use-sheet-keys.ts';

const ROW = 28;
const HEAD = 30;
const REF = 76;
const BEYOND = 10;
/** Room below the row at hand, which the word about the last act would cover. */
const BELOW = 2 * ROW;
/** The title stays in sight beside the reference. */
const TITLE = sheetColumns[0]?.width ?? 0;

export interface CellLook {
  readonly text: string;
  /** What is told of it on pointing; empty for nothing. */
  readonly says: string;
  readonly mark: 'typed' | 'unsure' | 'unread' | 'conflict' | 'missed' | null;
}

export interface SheetProps {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly rows: readonly SheetRow[];
  readonly look: (row: SheetRow, field: PlanField) => CellLook;
  readonly sheet: Sheet;
  /** Who else edits a row now, in words; empty for nobody. */
  readonly editorsOf: (row: SheetRow) => string;
  /** What a cell can be chosen from; empty where it is only typed. */
  readonly choicesOf: (field: PlanField) => readonly string[];
  readonly onCopy: () => string;
  readonly onPaste: (text: string) => void;
}

export function PlanSheet({ grid, rows, look, sheet, editorsOf, choicesOf, onCopy, onPaste }: SheetProps) {
  const id = useId();
  const [seen, setSeen] = useState({ top: 0, height: 600 });
  const { at, from, editing } = sheet;
  useLayoutEffect(() => {
    const element = grid.current;
    if (!element) return;
    const measure = () => setSeen({ top: element.scrollTop, height: element.clientHeight });
    const watching = new ResizeObserver(measure);
    watching.observe(element);
    measure();
    if (!isTypedInto(document.activeElement)) element.focus({ preventScroll: true });
    return () => watching.disconnect();
  }, [grid]);
  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    const top = at.row * ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW + HEAD + BELOW > element.scrollTop + element.clientHeight)
      element.scrollTop = top + ROW + HEAD + BELOW - element.clientHeight;
    if (at.column === 0) return;
    const left = sheetColumns.slice(0, at.column).reduce((sum, { width }) => sum + width, 0);
    const width = sheetColumns[at.column]?.width ?? 0;
    if (left - TITLE < element.scrollLeft) element.scrollLeft = left - TITLE;
    else if (REF + left + width > element.scrollLeft + element.clientWidth) element.scrollLeft = REF + left + width - element.clientWidth;
  }, [grid, at.row, at.column]);
  useEffect(() => {
    // Also while a button has the focus, or nothing; not in a field, and not in a dialog.
    const takesPaste = (event: globalThis.ClipboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (editing !== null || event.defaultPrevented || isTypedInto(target) || target?.closest('[role="dialog"]')) return;
      event.preventDefault();
      onPaste(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('paste', takesPaste);
    return () => document.removeEventListener('paste', takesPaste);
  }, [editing, onPaste]);
  const isEditing = editing !== null;
  const wasEditing = useRef(false);
  useLayoutEffect(() => {
    // The field that was typed in is gone, and the focus with it, unless it already went elsewhere.
    if (wasEditing.current && !isEditing && document.activeElement === document.body) grid.current?.focus({ preventScroll: true });
    wasEditing.current = isEditing;
  }, [grid, isEditing]);
  const onKeyDown = useSheetKeys(sheet, Math.max(1, Math.floor(seen.height / ROW) - 2));
  const first = Math.max(0, Math.floor(seen.top / ROW) - BEYOND);
  const last = Math.min(rows.length, Math.ceil((seen.top + seen.height) / ROW) + BEYOND);
  const [top, bottom] = [Math.min(at.row, from.row), Math.max(at.row, from.row)];
  const [left, right] = [Math.min(at.column, from.column), Math.max(at.column, from.column)];
  const template = `${REF}px ${sheetColumns.map(({ width }) => `${width}px`).join(' ')}`;
  const takesClipboard = (event: ClipboardEvent) => editing === null && !(event.target instanceof HTMLInputElement);
  return (
    <div
      ref={grid}
      className={css.sheet}
      role="grid"
      aria-label="Plan"
      aria-rowcount={rows.length + 1}
      aria-colcount={sheetColumns.length + 1}
      aria-multiselectable
      tabIndex={0}
      aria-activedescendant={rows[at.row] ? `${id}-${at.row}-${at.column}` : undefined}
      onKeyDown={onKeyDown}
      onScroll={(event) => setSeen({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
      onCopy={(event) => {
        if (!takesClipboard(event)) return;
        event.preventDefault();
        event.clipboardData.setData('text/plain', onCopy());
      }}
    >
      <div className={css.head} role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        <span role="columnheader" className={css.ref}>
          Ref
        </span>
        {sheetColumns.map(({ field, head, isNumber }, column) => (
          <span role="columnheader" key={field} className={isNumber ? css.number : column === 0 ? css.frozen : ''}>
            {head}
          </span>
        ))}
      </div>
      <div className={css.rows} role="rowgroup" style={{ height: rows.length * ROW + BELOW, width: 'max-content' }}>
        {rows.slice(first, last).map((row, offset) => {
          const index = first + offset;
          const editors = editorsOf(row);
          return (
            <div
              key={row.key}
              className={css.row}
              role="row"
              aria-rowindex={index + 2}
              style={{ gridTemplateColumns: template, transform: `translateY(${index * ROW}px)` }}
            >
              <span role="rowheader" className={`${css.ref} f ${row.task ? 'q2' : 'acc'} ${editors ? css.others : ''}`}>
                {row.ref}
              </span>
              {sheetColumns.map(({ field, head, isNumber }, column) => {
                const isAt = at.row === index && at.column === column;
                const isIn = index >= top && index <= bottom && column >= left && column <= right;
                const { text, says, mark } = look(row, field);
                const classes = [
                  css.cell,
                  isNumber && css.number,
                  column === 0 && css.frozen,
                  isIn && css.in,
                  isAt && css.at,
                  mark && css[mark],
                ];
                return (
                  <div
                    key={field}
                    id={`${id}-${index}-${column}`}
                    role="gridcell"
                    aria-colindex={column + 2}
                    aria-selected={isIn}
                    aria-invalid={mark === 'unread' || mark === 'conflict' || undefined}
                    title={says || undefined}
                    className={classes.filter(Boolean).join(' ')}
                    style={field === 'title' && row.depth > 0 ? { paddingLeft: 8 + row.depth * 16 } : undefined}
                    onMouseDown={(event) => sheet.point({ row: index, column }, event.shiftKey)}
                    onDoubleClick={() => sheet.edit(text)}
                  >
                    {isAt && editing !== null ? (
                      <CellInput
                        label={`${head} of ${row.ref}`}
                        value={editing}
                        choices={choicesOf(field)}
                        manyBy={field === 'ownerIds' ? '; ' : null}
                        opensUp={index * ROW - seen.top > seen.height / 2}
                        onChange={sheet.type}
                        onTake={() => sheet.end(true)}
                        onLeave={sheet.leave}
                      />
                    ) : (
                      <span className={row.task?.kind === 'group' && field === 'title' ? 'name' : ''}>{text}</span>
                    )}
                    {field === 'title' && editors && (
                      <span className={`${css.editor} small cut`} title={editors}>
                        {editors}
                      </span>
                    )}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
