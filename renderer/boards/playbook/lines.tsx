/** Sections of a part: a heading, and its elements as numbered rows with what lies behind each. */
import { Meter } from '../../ui/meter.tsx';
import type { Line, Part, Section } from './part.ts';
import css from './playbook.module.css';
import { Standing } from './standing.tsx';

export function Sections({ of }: { readonly of: Part['sections'] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a frozen playbook never move
  return of.map((section, at) => <SectionOf key={at} section={section} />);
}

function SectionOf({ section }: { readonly section: Section }) {
  const { title, ids = [], lines, isOrdered = false } = section;
  const isBare = ids.length === 0 && !section.detail && !section.facts && !section.more;
  return (
    <section className={css.section}>
      <h3>
        <span>{title}</span>
        {isBare ? <span className="f q">{lines.length}</span> : <Ids of={ids} />}
      </h3>
      {!isBare && <Behind line={section} />}
      {lines.length > 0 && (
        <ol className={css.lines}>
          {numbered(lines, isOrdered).map(({ line, number }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the elements of a frozen playbook never move
            <li key={at} className={line.isPart ? css.isPart : undefined}>
              <span className={css.number}>{number}</span>
              <div>
                <p className={css.title}>{line.title}</p>
                <Behind line={line} />
              </div>
              <Ids of={line.ids ?? []} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Facts, detail and further sentences of an element, and what was made of it. */
function Behind({ line }: { readonly line: Line | Section }) {
  const facts = (line.facts ?? []).filter(Boolean);
  const percent = 'percent' in line ? line.percent : null;
  return (
    <>
      {facts.length > 0 && <p className={`${css.aside} ${css.first}`}>{facts.join(' · ')}</p>}
      {line.detail && <p className={css.detail}>{line.detail}</p>}
      {(line.more ?? []).filter(Boolean).map((words) => (
        <p key={words} className={css.aside}>
          {words}
        </p>
      ))}
      {'address' in line && line.address && <p className={css.aside}>{<Address of={line.address} />}</p>}
      {percent !== null && percent !== undefined && (
        <p className={css.share}>
          <Meter share={percent / 100} />
          <span className="f">{percent} %</span>
          <span className="q">on the new version after it</span>
        </p>
      )}
      {line.source && <Standing source={line.source} ids={line.ids ?? []} />}
    </>
  );
}

function Address({ of }: { readonly of: string }) {
  if (!/^https?:\/\//.test(of)) return <span className="f">{of}</span>;
  return (
    <a className="link f" href={of} target="_blank" rel="noreferrer">
      {of}
    </a>
  );
}

/** The catalogue ids that something serves. */
export function Ids({ of }: { readonly of: readonly string[] }) {
  return <span className={css.ids}>{[...new Set(of)].join(' ')}</span>;
}

/** Facts that have something to say. */
export function Facts({ of }: { readonly of: NonNullable<Part['facts']> }) {
  const said = of.filter(([, value]) => value !== '');
  if (said.length === 0) return null;
  return (
    <dl className={css.facts}>
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Parts of a step are not counted; a code of the source comes before a number. */
function numbered(lines: readonly Line[], isOrdered: boolean): readonly { readonly line: Line; readonly number: string }[] {
  let count = 0;
  return lines.map((line) => {
    if (!line.isPart) count += 1;
    return { line, number: line.code || (isOrdered && !line.isPart ? String(count) : '·') };
  });
}
