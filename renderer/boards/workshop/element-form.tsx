/** The selected element: its fields, what it may hold or not, and its lists, each element a line that opens. */

import type { Place } from '../../../shared/domain/playbook/edit.ts';
import type { Form } from '../../../shared/domain/playbook/form.ts';
import { emptyOf } from '../../../shared/domain/playbook/form.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { Button } from '../../ui/button.tsx';
import { FieldOf } from './field-of.tsx';
import { ListPart } from './list-part.tsx';
import { labelOf } from './words.ts';
import css from './workshop.module.css';

export interface Editing {
  readonly playbook: Playbook;
  /** Place, joined by dots → what is wrong there. */
  readonly faults: ReadonlyMap<string, string>;
  readonly mayEdit: boolean;
  readonly set: (place: Place, value: unknown) => void;
  readonly open: (place: Place) => void;
  readonly add: (list: Place) => void;
  readonly copy: (element: Place) => void;
  readonly remove: (element: Place) => void;
  readonly move: (element: Place, by: 1 | -1) => void;
}

interface ElementFormProps {
  readonly form: Extract<Form, { kind: 'object' }>;
  readonly place: Place;
  readonly value: Readonly<Record<string, unknown>>;
  readonly editing: Editing;
}

/** Catalogue ids and keys are for those who look for them: they come last. */
const last: ReadonlySet<string> = new Set(['ids', 'key']);

export function ElementForm({ form, place, value, editing }: ElementFormProps) {
  const fields = [...form.fields].sort((a, b) => Number(last.has(a.name)) - Number(last.has(b.name)));
  return (
    <div className={css.form}>
      <div className={css.fields}>
        {fields.map(({ name, form: of }) => {
          if (of.kind === 'object' || of.kind === 'list') return null;
          if (of.kind === 'optional' && of.of.kind === 'object') return null;
          return (
            <FieldOf
              key={name}
              name={name}
              form={of}
              value={value[name]}
              playbook={editing.playbook}
              within={value}
              error={editing.faults.get([...place, name].join('.'))}
              disabled={!editing.mayEdit}
              onChange={(next) => editing.set([...place, name], next)}
            />
          );
        })}
      </div>
      {fields.map(({ name, form: of }) => {
        const at = [...place, name];
        if (of.kind === 'list')
          return (
            <ListPart key={name} name={name} place={at} list={(value[name] ?? []) as readonly unknown[]} most={of.most} editing={editing} />
          );
        if (of.kind === 'object') return <InnerPart key={name} name={name} form={of} place={at} value={value[name]} editing={editing} />;
        if (of.kind === 'optional' && of.of.kind === 'object') {
          return <InnerPart key={name} name={name} form={of.of} place={at} value={value[name]} editing={editing} isOptional />;
        }
        return null;
      })}
    </div>
  );
}

interface InnerPartProps {
  readonly name: string;
  readonly form: Extract<Form, { kind: 'object' }>;
  readonly place: Place;
  readonly value: unknown;
  readonly editing: Editing;
  readonly isOptional?: boolean;
}

/** A part with fields of its own, such as a step's check; one that may be missing can be added and removed. */
function InnerPart({ name, form, place, value, editing, isOptional = false }: InnerPartProps) {
  const label = labelOf(name);
  const isThere = value !== null && value !== undefined;
  return (
    <fieldset className={css.part}>
      <legend>
        {label}
        {isOptional && editing.mayEdit && (
          <button type="button" className="link small" onClick={() => editing.set(place, isThere ? null : emptyOf(form))}>
            {isThere ? 'Remove' : 'Add'}
            <span className="sr"> {label}</span>
          </button>
        )}
      </legend>
      {isThere ? (
        <ElementForm form={form} place={place} value={value as Readonly<Record<string, unknown>>} editing={editing} />
      ) : (
        <p className="q">None.</p>
      )}
    </fieldset>
  );
}

/** What is done with the whole element. */
export function ElementActs({ place, editing }: { readonly place: Place; readonly editing: Editing }) {
  if (!editing.mayEdit || typeof place.at(-1) !== 'number') return null;
  return (
    <span className="btns">
      <Button onClick={() => editing.move(place, -1)}>Up</Button>
      <Button onClick={() => editing.move(place, 1)}>Down</Button>
      <Button onClick={() => editing.copy(place)}>Duplicate</Button>
      <Button danger onClick={() => editing.remove(place)}>
        Remove
      </Button>
    </span>
  );
}
