/** What was found in the playbook, part by part. */

import { linesIn } from './find.ts';
import { Sections } from './lines.tsx';
import type { Part } from './part.ts';
import css from './playbook.module.css';

interface HitsProps {
  readonly of: readonly Part[];
  readonly words: string;
  readonly onPart: (key: string) => void;
}

export function Hits({ of, words, onPart }: HitsProps) {
  const count = linesIn(of);
  return (
    /* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */
    <article className={css.part} tabIndex={0} aria-label="What was found">
      <header>
        <h2 aria-live="polite">
          {count === 0
            ? `Nothing in this playbook says “${words.trim()}”`
            : `${count} found in ${of.length === 1 ? 'one part' : `${of.length} parts`}`}
        </h2>
      </header>
      {count === 0 && <p className="q2">Try one word, or the start of it. Catalogue ids such as S3-022 are found too.</p>}
      {of.map((part) => (
        <section key={part.key} className={css.hit}>
          <h2>
            <button type="button" className="link" onClick={() => onPart(part.key)}>
              {part.title}
            </button>
            <span className="q small">{part.group}</span>
          </h2>
          {part.detail && <p className={css.detail}>{part.detail}</p>}
          <Sections of={part.sections} />
        </section>
      ))}
    </article>
  );
}
