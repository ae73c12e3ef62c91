/** Shares by row and column: the less, the stronger; the figure is always printed. Arrow keys move from cell to cell. */
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are moved through is a grid
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the cells of a grid are gridcells
import './charts.css';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Mark, type MarkState } from '../mark.tsx';

export interface HeatCell {
  /** From 0 to 100. */
  readonly percent: number;
  /** Below the figure: `21 short`. */
  readonly text?: string;
  /** Before the text. */
  readonly mark?: MarkState;
  /** Outlined: this cell stops something. */
  readonly strong?: boolean;
}

export interface HeatRow {
  readonly key: string;
  readonly name: string;
  /** Below the name: the count of people. */
  readonly quiet?: ReactNode;
  /** Column key to cell; a missing cell is not required. */
  readonly cells: Readonly<Record<string, HeatCell | undefined>>;
  readonly total?: ReactNode;
}

export interface HeatGridProps {
  readonly label: string;
  /** The head above the row names. */
  readonly corner: string;
  readonly columns: readonly { readonly key: string; readonly head: string; readonly total?: ReactNode }[];
  readonly rows: readonly HeatRow[];
  /** Words before the totals of the columns; without them there is no last row. */
  readonly totals?: string;
  /** Words of a cell that is not required, for screen readers. */
  readonly missing?: string;
  /** Enter or a click on a cell. */
  readonly onOpen?: (rowKey: string, columnKey: string) => void;
  /** The cell whose content is shown elsewhere on the board: outlined. */
  readonly opened?: { readonly row: string; readonly column: string } | null;
  /** Width of the row names in px. */
  readonly headWidth?: number;
}

export function HeatGrid({
  label,
  corner,
  columns,
  rows,
  totals,
  missing = 'not required',
  onOpen,
  opened = null,
  headWidth = 132,
}: HeatGridProps) {
  const table = useRef<HTMLTableElement>(null);
  /** The cell that Tab comes back to. */
  const [visited, setVisited] = useState('0 0');
  const hasTotal = rows.some((row) => row.total !== undefined);

  function isOpened(row: string, column: string): boolean {
    return opened?.row === row && opened.column === column;
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableCellElement>, row: number, column: number) {
    const to = cellAfter(event.key, row, column, rows.length, columns.length);
    if (to) table.current?.querySelector<HTMLElement>(`[data-cell="${to[0]} ${to[1]}"]`)?.focus();
    else if (event.key === 'Enter' && onOpen) onOpen(rows[row]?.key ?? '', columns[column]?.key ?? '');
    else return;
    event.preventDefault();
  }

  return (
    <table className="heat" role="grid" aria-label={label} ref={table} style={{ '--head': `${headWidth}px` }}>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {columns.map(({ key, head }) => (
            <th scope="col" key={key} title={head}>
              {head}
            </th>
          ))}
          {hasTotal && (
            <th scope="col" className="total">
              All
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, rowIndex) => (
          <tr key={row.key}>
            <th scope="row" className="rowhead" title={row.name}>
              <b>{row.name}</b>
              {row.quiet !== undefined && <span className="q f">{row.quiet}</span>}
            </th>
            {columns.map(({ key }, columnIndex) => (
              <td
                key={key}
                className={cellClass(row.cells[key], isOpened(row.key, key))}
                aria-selected={isOpened(row.key, key)}
                data-cell={`${rowIndex} ${columnIndex}`}
                tabIndex={visited === `${rowIndex} ${columnIndex}` ? 0 : -1}
                onFocus={() => setVisited(`${rowIndex} ${columnIndex}`)}
                onKeyDown={(event) => onKeyDown(event, rowIndex, columnIndex)}
                onClick={onOpen && (() => onOpen(row.key, key))}
              >
                <Cell cell={row.cells[key]} missing={missing} />
              </td>
            ))}
            {hasTotal && <td className="total">{row.total}</td>}
          </tr>
        ))}
      </tbody>
      {totals !== undefined && (
        <tfoot>
          <tr>
            <th scope="row">{totals}</th>
            {columns.map(({ key, total }) => (
              <td key={key}>{total}</td>
            ))}
            {hasTotal && <td className="total" />}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Cell({ cell, missing }: { readonly cell: HeatCell | undefined; readonly missing: string }) {
  if (!cell) return <span className="sr">{missing}</span>;
  return (
    <>
      <span className="percent">{Math.floor(cell.percent)}</span>
      <span className="more">{cell.mark ? <Mark state={cell.mark}>{cell.text}</Mark> : cell.text}</span>
    </>
  );
}

/** The steps of the heat, with the words that explain them. */
export function HeatKey() {
  return (
    <div className="heat-key">
      {heatSteps.map(({ step, word }) => (
        <span key={step}>
          <i className={`swatch ${step}`} />
          {word}
        </span>
      ))}
    </div>
  );
}

const heatSteps = [
  { step: 'h5', from: 0, word: 'under 80' },
  { step: 'h4', from: 80, word: '80' },
  { step: 'h3', from: 90, word: '90' },
  { step: 'h2', from: 95, word: '95' },
  { step: 'h1', from: 100, word: 'all' },
] as const;

function cellClass(cell: HeatCell | undefined, opened: boolean): string {
  const step = cell ? (heatSteps.findLast(({ from }) => cell.percent >= from)?.step ?? 'h5') : 'none';
  return [step, cell?.strong && 'strong', opened && 'opened'].filter(Boolean).join(' ');
}

function cellAfter(key: string, row: number, column: number, rows: number, columns: number): readonly [number, number] | null {
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    Home: [row, 0],
    End: [row, columns - 1],
  };
  const to = moves[key];
  if (!to) return null;
  return [Math.min(Math.max(to[0], 0), rows - 1), Math.min(Math.max(to[1], 0), columns - 1)];
}
