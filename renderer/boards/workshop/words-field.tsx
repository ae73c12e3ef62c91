/** A list of plain words, one on each line, or of keys chosen from what the playbook has. */
import { useState } from 'react';
import type { Form } from '../../../shared/domain/playbook/form.ts';
import { choicesOf } from '../../../shared/domain/playbook/pointers.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import type { FieldProps } from '../../ui/fields/field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import css from './workshop.module.css';

interface WordsFieldProps extends FieldProps {
  readonly form: Extract<Form, { kind: 'words' }>;
  readonly playbook: Playbook;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

export function WordsField({ form, playbook, value, onChange, ...field }: WordsFieldProps) {
  if (form.pointsAt === null) return <Lines {...field} value={value} onChange={onChange} />;
  const choices = choicesOf(playbook, form.pointsAt, null);
  const labels = new Map(choices.map((choice) => [choice.value, choice.label]));
  return (
    <div>
      <SelectField
        {...field}
        placeholder="Add"
        options={choices.filter((choice) => !value.includes(choice.value))}
        value={null}
        onChange={(next) => next && onChange([...value, next])}
      />
      <ul className={css.chosen} aria-label={`${field.label}, chosen`}>
        {value.map((key) => (
          <li key={key}>
            {labels.get(key) ?? <span className="stop">{key}, which is not there</span>}
            {!field.disabled && (
              <button type="button" className="link small" onClick={() => onChange(value.filter((each) => each !== key))}>
                Remove<span className="sr"> {labels.get(key) ?? key}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is typed stays as it is typed, empty lines too; the playbook gets the lines that say something. */
function Lines({ value, onChange, ...field }: Omit<WordsFieldProps, 'form' | 'playbook'>) {
  const [typed, setTyped] = useState(value.join('\n'));
  const said = linesOf(typed);
  const shown = said.join('\n') === value.join('\n') ? typed : value.join('\n');
  return (
    <TextArea
      {...field}
      hint={field.hint ?? 'One on each line.'}
      rows={Math.min(8, Math.max(2, value.length + 1))}
      value={shown}
      onChange={(text) => {
        setTyped(text);
        onChange(linesOf(text));
      }}
    />
  );
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean);
}
