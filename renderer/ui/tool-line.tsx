/** The line at the top of a board: its name, its filters, and at the right end what applies to all of it. */
import type { ReactNode } from 'react';

export interface ToolLineProps {
  /** The board's name; the page's h1. */
  readonly title: ReactNode;
  /** Filters and choices after the name. */
  readonly children?: ReactNode;
  /** How the board is sorted, in quiet words. */
  readonly quiet?: ReactNode;
  readonly end?: ReactNode;
}

export function ToolLine({ title, children, quiet, end }: ToolLineProps) {
  return (
    <div className="tool">
      <h1>{title}</h1>
      {children}
      {quiet !== undefined && <span className="q small cut">{quiet}</span>}
      {end !== undefined && <div className="end">{end}</div>}
    </div>
  );
}
