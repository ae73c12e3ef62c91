/** A region of a board with a title line, separated from its neighbours by rules. */
import { type ReactNode, useId } from 'react';

export interface PanelProps {
  readonly title: string;
  /** Quiet words after the title: a count, a rule, a time span with its zone. */
  readonly quiet?: ReactNode;
  /** Right end of the title line: a link, a unit, a small choice. */
  readonly end?: ReactNode;
  /** Space around the content, for panels that do not hold a table. */
  readonly pad?: boolean;
  /** A rule below the title line, for panels that hold a table. */
  readonly ruled?: boolean;
  /** Layout classes such as `split`, `above` or one of the board's own. */
  readonly className?: string;
  readonly children?: ReactNode;
}

export function Panel({ title, quiet, end, pad = false, ruled = false, className, children }: PanelProps) {
  const id = useId();
  return (
    <section className={['panel', ruled && 'ruled', className].filter(Boolean).join(' ')} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {quiet !== undefined && <span className="q">{quiet}</span>}
        {end !== undefined && <span className="end">{end}</span>}
      </header>
      <div className={pad ? 'in-panel pad' : 'in-panel'}>{children}</div>
    </section>
  );
}
