/** The lines of a table that are not rows: the head of a group, and the sums at the end. */
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: its role is cell or gridcell, and both have it
// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot place their rows freely, and only the drawn rows exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and points at its row with aria-activedescendant
import type { ReactNode } from 'react';
import type { Column } from './table-columns.ts';
import { cellRole, placedAt } from './table-row.tsx';

/** The head of a group: words from the first column on, then what some columns sum up to. */
export interface GroupHead {
  readonly head: ReactNode;
  /** Quiet words after the head, such as `2 of 7 closed`. */
  readonly quiet?: ReactNode;
  /** Column key to what stands there; the head ends where the first of them begins. */
  readonly cells?: Readonly<Record<string, ReactNode>>;
}

interface TableGroupRowProps<Row> {
  readonly group: GroupHead & { readonly folded?: boolean };
  readonly columns: readonly Column<Row>[];
  readonly interactive: boolean;
  readonly ariaRow: number;
  readonly top: number | null;
  readonly onFold: (() => void) | undefined;
}

export function TableGroupRow<Row>({ group, columns, interactive, ariaRow, top, onFold }: TableGroupRowProps<Row>) {
  const { head, quiet, cells = {}, folded = false } = group;
  const role = cellRole(interactive);
  const first = columns.findIndex((column) => column.key in cells);
  const from = first < 1 ? columns.length : first;
  return (
    <div role="row" className="row group" aria-rowindex={ariaRow} style={placedAt(top)}>
      <div role={role} aria-colspan={from} style={{ gridColumn: `1 / ${from + 1}` }}>
        {onFold ? (
          <button type="button" aria-expanded={!folded} onClick={onFold}>
            <span className="fold" aria-hidden="true">
              {folded ? '+' : '−'}
            </span>
            {head}
          </button>
        ) : (
          head
        )}
        {quiet !== undefined && <span className="quiet">{quiet}</span>}
      </div>
      {columns.slice(from).map((column) => (
        <div role={role} key={column.key} className={column.align === 'number' ? 'n' : undefined}>
          {cells[column.key]}
        </div>
      ))}
    </div>
  );
}

interface TableSumsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sums: Readonly<Record<string, ReactNode>>;
  readonly interactive: boolean;
  readonly ariaRow: number;
}

export function TableSums<Row>({ columns, sums, interactive, ariaRow }: TableSumsProps<Row>) {
  return (
    <div role="rowgroup" className="rowgroup sums">
      <div role="row" className="row" aria-rowindex={ariaRow}>
        {columns.map((column) => (
          <div role={cellRole(interactive)} key={column.key} className={column.align === 'number' ? 'n' : undefined}>
            {sums[column.key]}
          </div>
        ))}
      </div>
    </div>
  );
}
