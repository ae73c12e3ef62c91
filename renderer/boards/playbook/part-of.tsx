/** One part of the playbook, whole. */
import { go } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { Facts, Ids, Sections } from './lines.tsx';
import type { Part } from './part.ts';
import css from './playbook.module.css';

export function PartOf({ part }: { readonly part: Part }) {
  const { title, ids = [], facts = [], open } = part;
  return (
    /* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */
    <article className={css.part} tabIndex={0} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {open && <Button onClick={() => go(open.board)}>{open.label}</Button>}
      </header>
      {part.detail && <p className={css.detail}>{part.detail}</p>}
      <Facts of={facts} />
      {ids.length > 0 && (
        <p className={css.serves}>
          <span className="q small">Serves</span> <Ids of={ids} />
        </p>
      )}
      <Sections of={part.sections} />
    </article>
  );
}
