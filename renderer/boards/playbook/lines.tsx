/** Elements of a playbook as numbered lines: title, what lies behind it, catalogue ids. */
import type { ReactNode } from 'react';
import css from './playbook.module.css';

export interface Line {
  readonly title: string;
  readonly detail?: string;
  readonly ids?: readonly string[];
  /** Further words below the title, such as who does it. */
  readonly more?: ReactNode;
}

/** Nothing at all for an empty list. */
export function Lines({
  title,
  of,
  isOrdered = false,
}: {
  readonly title: string;
  readonly of: readonly Line[];
  readonly isOrdered?: boolean;
}) {
  if (of.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ol className={css.lines}>
        {of.map(({ title: words, detail, ids = [], more }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the elements of a frozen playbook never move
          <li key={at}>
            <span className={css.number}>{isOrdered ? at + 1 : '·'}</span>
            <span>{words}</span>
            <span className={css.end}>{ids.join(' ')}</span>
            {(detail || more) && (
              <span className={css.more}>
                {detail} {more}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Facts that have something to say. */
export function Facts({ of }: { readonly of: readonly (readonly [string, ReactNode])[] }) {
  const said = of.filter(([, value]) => value !== '' && value !== null && value !== undefined);
  if (said.length === 0) return null;
  return (
    <dl className={css.facts}>
      {said.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
