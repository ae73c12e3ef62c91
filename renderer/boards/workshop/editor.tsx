/** The editor of one playbook: outline, the selected element, and what is wrong. A built-in playbook is only looked at. */
import { useDeferredValue, useMemo, useState } from 'react';
import { keysIn, moved, nameOf, type Place, valueAt, withCopy, withField, withNew, without } from '../../../shared/domain/playbook/edit.ts';
import { formAt } from '../../../shared/domain/playbook/form.ts';
import { type Playbook, playbookSchema } from '../../../shared/domain/playbook/schema.ts';
import { useKeys } from '../../ui/keys.ts';
import type { Draft } from './draft.ts';
import { type Editing, ElementActs, ElementForm } from './element-form.tsx';
import { Faults } from './faults.tsx';
import { ListPart } from './list-part.tsx';
import { Outline } from './outline.tsx';
import { labelOf } from './words.ts';
import css from './workshop.module.css';

interface EditorProps {
  readonly draft: Draft;
  /** The content in the record. */
  readonly saved: Playbook;
  readonly mayEdit: boolean;
}

export function Editor({ draft, saved, mayEdit }: EditorProps) {
  const [asked, open] = useState<Place>([]);
  const playbook = draft.content;
  const place = placeThere(playbook, asked);
  const faults = useFaults(playbook);
  const settled = useMemo(() => keysIn(saved), [saved]);
  useKeys('Playbook', [
    { key: 'Mod+Z', label: 'undo', run: () => draft.undo?.(), when: mayEdit && draft.undo !== null },
    { key: 'Mod+Shift+Z', label: 'redo', run: () => draft.redo?.(), when: mayEdit && draft.redo !== null },
  ]);
  const editing: Editing = {
    playbook,
    faults,
    mayEdit,
    open,
    set: (at, value) => draft.change(withField(playbook, at, value, settled)),
    add: (list) => {
      const added = withNew(playbook, list);
      draft.change(added.content);
      open(added.place);
    },
    copy: (at) => draft.change(withCopy(playbook, at)),
    remove: (at) => {
      draft.change(without(playbook, at));
      if (at.join('.') === place.join('.')) open(at.slice(0, -1));
    },
    move: (at, by) => {
      draft.change(moved(playbook, at, by));
      if (at.join('.') === place.join('.')) open(at.with(-1, Number(at.at(-1)) + by));
    },
  };
  return (
    <div className={css.editor}>
      <Outline playbook={playbook} place={place} faults={faults} onOpen={open} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section key={place.join('.')} className={css.pane} tabIndex={0} aria-label="Selected part">
        <div className={css.paneHead}>
          <Trail playbook={playbook} place={place} onOpen={open} />
          <ElementActs place={place} editing={editing} />
        </div>
        <Selected place={place} editing={editing} />
      </section>
      <Faults faults={faults} onOpen={(at) => open(placeThere(playbook, at))} />
    </div>
  );
}

function Selected({ place, editing }: { readonly place: Place; readonly editing: Editing }) {
  const form = formAt(place);
  const value = valueAt(editing.playbook, place);
  if (form?.kind === 'list') {
    return <ListPart name={String(place.at(-1))} place={place} list={value as readonly unknown[]} most={form.most} editing={editing} />;
  }
  const of = form?.kind === 'optional' ? form.of : form;
  if (of?.kind !== 'object' || typeof value !== 'object' || value === null) return <p className="q">Nothing is here.</p>;
  const shown =
    place.length === 0 ? { ...of, fields: of.fields.filter(({ form: field }) => field.kind !== 'list' && field.kind !== 'object') } : of;
  return <ElementForm form={shown} place={place} value={value as Readonly<Record<string, unknown>>} editing={editing} />;
}

interface TrailProps {
  readonly playbook: Playbook;
  readonly place: Place;
  readonly onOpen: (place: Place) => void;
}

/** Where the selected element lies; each part of the way opens. */
function Trail({ playbook, place, onOpen }: TrailProps) {
  const ways = place.map((part, at) => {
    const here = place.slice(0, at + 1);
    return { here, label: typeof part === 'number' ? nameOf(valueAt(playbook, here)) || 'without a name' : labelOf(part) };
  });
  return (
    <h2 className={css.trail}>
      {ways.length === 0 && 'About'}
      {ways.map(({ here, label }, at) =>
        at === ways.length - 1 ? (
          <span key={here.join('.')} className="cut">
            {label}
          </span>
        ) : (
          <span key={here.join('.')} className="q nw">
            <button type="button" className="link" onClick={() => onOpen(here)}>
              {label}
            </button>{' '}
            ›{' '}
          </span>
        ),
      )}
    </h2>
  );
}

/** The nearest place to `asked` that is there and has a form. */
function placeThere(playbook: Playbook, asked: Place): Place {
  let place = asked;
  while (place.length > 0) {
    const form = formAt(place);
    const value = valueAt(playbook, place);
    if (typeof value === 'object' && value !== null && (form?.kind === 'object' || form?.kind === 'list' || form?.kind === 'optional'))
      return place;
    place = place.slice(0, -1);
  }
  return place;
}

/** What is wrong, by place; looked for when typing pauses. */
function useFaults(playbook: Playbook): ReadonlyMap<string, string> {
  const calm = useDeferredValue(playbook);
  return useMemo(() => {
    const parsed = playbookSchema.safeParse(calm);
    const faults = new Map<string, string>();
    for (const { path, message } of parsed.error?.issues ?? []) {
      const at = path.join('.');
      if (!faults.has(at)) faults.set(at, message);
    }
    return faults;
  }, [calm]);
}
