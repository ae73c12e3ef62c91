/** A list of elements: each a line with its name that opens it, and the way to add one. */
import { nameOf, type Place } from '../../../shared/domain/playbook/edit.ts';
import { Mark } from '../../ui/mark.tsx';
import type { Editing } from './element-form.tsx';
import { labelOf } from './words.ts';
import css from './workshop.module.css';

interface ListPartProps {
  readonly name: string;
  readonly place: Place;
  readonly list: readonly unknown[];
  readonly most: number;
  readonly editing: Editing;
}

export function ListPart({ name, place, list, most, editing }: ListPartProps) {
  const label = labelOf(name);
  return (
    <section className={css.part} aria-label={label}>
      <h3 className={css.listHead}>
        {label} <span className="f q">{list.length}</span>
        {editing.mayEdit && list.length < most && (
          <button type="button" className="link small" onClick={() => editing.add(place)}>
            Add<span className="sr"> to {label}</span>
          </button>
        )}
      </h3>
      <ol className={css.lines}>
        {list.map((element, at) => {
          const here = [...place, at];
          const words = nameOf(element);
          return (
            <li key={here.join('.')} className={css.line}>
              <span className="f q">{at + 1}</span>
              <button type="button" className={`cut ${css.open}`} onClick={() => editing.open(here)}>
                {words || <span className="q">without a name</span>}
              </button>
              {isFaulty(editing.faults, here) && <Mark state="failed">Faulty</Mark>}
              {editing.mayEdit && (
                <span className={css.acts}>
                  <button type="button" className="link small" disabled={at === 0} onClick={() => editing.move(here, -1)}>
                    Up<span className="sr"> {words}</span>
                  </button>
                  <button type="button" className="link small" disabled={at === list.length - 1} onClick={() => editing.move(here, 1)}>
                    Down<span className="sr"> {words}</span>
                  </button>
                  <button type="button" className="link small" onClick={() => editing.remove(here)}>
                    Remove<span className="sr"> {words}</span>
                  </button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

export function isFaulty(faults: ReadonlyMap<string, string>, place: Place): boolean {
  const own = place.join('.');
  return [...faults.keys()].some((key) => key === own || key.startsWith(`${own}.`));
}
