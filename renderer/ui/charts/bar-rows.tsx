/** Figures as bars under each other, longest by its value, with the figure printed. */
import { largest } from '../../../shared/base/extremes.ts';
import './charts.css';

export interface BarRow {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** The part of `value` that is drawn strong. */
  readonly strong?: number;
  /** Printed instead of the value. */
  readonly text?: string;
}

export interface BarRowsProps {
  /** What is compared, for screen readers. */
  readonly label: string;
  readonly rows: readonly BarRow[];
  /** Makes each row a button. */
  readonly onOpen?: (key: string) => void;
}

export function BarRows({ label, rows, onOpen }: BarRowsProps) {
  const most = largest(
    rows.map((row) => row.value),
    0,
  );
  return (
    <ul className="bar-rows" aria-label={label}>
      {rows.map((row) => (
        <li key={row.key}>
          {onOpen ? (
            <button type="button" onClick={() => onOpen(row.key)}>
              <BarCells row={row} most={most} />
            </button>
          ) : (
            <BarCells row={row} most={most} />
          )}
        </li>
      ))}
    </ul>
  );
}

function BarCells({ row: { name, value, strong = 0, text }, most }: { readonly row: BarRow; readonly most: number }) {
  return (
    <>
      <span className="q2 cut" title={name}>
        {name}
      </span>
      <span aria-hidden="true">
        <span className="reach" style={{ '--v': `${percent(value, most)}%` }}>
          <i style={{ '--s': `${percent(strong, value)}%` }} />
        </span>
      </span>
      <span className="f">{text ?? value}</span>
    </>
  );
}

function percent(part: number, whole: number): number {
  return whole > 0 ? Math.min(100, (Math.max(0, part) / whole) * 100) : 0;
}
