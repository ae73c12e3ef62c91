/** The outline of a playbook: its parts with how much each holds, the open part with its elements, and a search through all names. */
import { useMemo, useState } from 'react';
import { nameOf, type Place, valueAt } from '../../../shared/domain/playbook/edit.ts';
import { type FormField, playbookForm } from '../../../shared/domain/playbook/form.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { TextField } from '../../ui/fields/text-field.tsx';
import { isFaulty } from './list-part.tsx';
import { labelOf } from './words.ts';
import css from './workshop.module.css';

interface OutlineProps {
  readonly playbook: Playbook;
  readonly place: Place;
  readonly faults: ReadonlyMap<string, string>;
  readonly onOpen: (place: Place) => void;
}

const MOST_FOUND = 60;

export function Outline({ playbook, place, faults, onOpen }: OutlineProps) {
  const [words, setWords] = useState('');
  const parts = playbookForm().fields.filter(({ form }) => form.kind === 'list' || form.kind === 'object');
  const found = useMemo(() => (words.trim() === '' ? null : elementsNamed(playbook, words)), [playbook, words]);
  return (
    <nav className={css.outline} aria-label="Outline">
      <TextField label="Find" type="search" value={words} onChange={setWords} />
      <ul>
        {found === null && (
          <li>
            <Entry label="About" isHere={place.length === 0} isFaulty={false} onOpen={() => onOpen([])} />
          </li>
        )}
        {found === null && parts.map((part) => <Part key={part.name} {...{ part, playbook, place, faults, onOpen }} />)}
        {found?.slice(0, MOST_FOUND).map(({ at, name }) => (
          <li key={at.join('.')}>
            <Entry label={name} isHere={false} isFaulty={isFaulty(faults, at)} onOpen={() => onOpen(at)} />
          </li>
        ))}
        {found?.length === 0 && <li className="q">Nothing has these words in its name.</li>}
      </ul>
    </nav>
  );
}

interface PartProps extends OutlineProps {
  readonly part: FormField;
}

function Part({ part: { name, form }, playbook, place, faults, onOpen }: PartProps) {
  const value = valueAt(playbook, [name]);
  const isOpen = place[0] === name;
  const list = Array.isArray(value) ? value : null;
  return (
    <li>
      <Entry
        label={labelOf(name)}
        count={list?.length}
        isHere={place.length === 1 && isOpen}
        isFaulty={isFaulty(faults, [name])}
        onOpen={() => onOpen([name])}
      />
      {isOpen && form.kind === 'list' && list && (
        <ul className={css.inner}>
          {[...list.entries()].map(([at, element]) => (
            <li key={`${name}.${at}`}>
              <Entry
                label={nameOf(element) || 'without a name'}
                isHere={place[1] === at}
                isFaulty={isFaulty(faults, [name, at])}
                onOpen={() => onOpen([name, at])}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface EntryProps {
  readonly label: string;
  readonly count?: number | undefined;
  readonly isHere: boolean;
  readonly isFaulty: boolean;
  readonly onOpen: () => void;
}

function Entry({ label, count, isHere, isFaulty: isWrong, onOpen }: EntryProps) {
  return (
    <button type="button" className={`${css.entry} ${isHere ? css.here : ''}`} aria-current={isHere || undefined} onClick={onOpen}>
      <span className="cut">{label}</span>
      {isWrong && <span className="stop small">faulty</span>}
      {count !== undefined && <span className="f q">{count}</span>}
    </button>
  );
}

/** Elements whose name holds the words, in the order of the playbook. */
function elementsNamed(playbook: Playbook, words: string): readonly { readonly at: Place; readonly name: string }[] {
  const wanted = words.trim().toLowerCase();
  const found: { at: Place; name: string }[] = [];
  walk(playbook, []);
  return found;

  function walk(value: unknown, at: Place): void {
    if (typeof value !== 'object' || value === null) return;
    const name = typeof at.at(-1) === 'number' ? nameOf(value) : '';
    if (name.toLowerCase().includes(wanted)) found.push({ at, name });
    for (const [field, held] of Object.entries(value)) walk(held, [...at, Array.isArray(value) ? Number(field) : field]);
  }
}
