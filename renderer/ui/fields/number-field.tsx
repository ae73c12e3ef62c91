/** A number, typed; arrow keys step it. */
import { type KeyboardEvent, useState } from 'react';
import { Field, type FieldProps } from './field.tsx';
import { type NumberBounds, readNumber, stepped } from './number-text.ts';

export interface NumberFieldProps extends FieldProps, NumberBounds {
  /** Null when nothing, or nothing that can be read, is written. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** Printed after the field: `min`, `%`. */
  readonly unit?: string;
}

const arrows: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

export function NumberField({ value, onChange, min, max, step, unit, ...field }: NumberFieldProps) {
  const bounds = { min, max, step };
  const [typed, setTyped] = useState(value === null ? '' : `${value}`);
  const read = readNumber(typed, bounds);
  // The text is what the person wrote; it gives way only to a value from outside that it does not say.
  const shown = !read.ok || read.value === value ? typed : value === null ? '' : `${value}`;
  const current = readNumber(shown, bounds);

  function write(text: string) {
    setTyped(text);
    const next = readNumber(text, bounds);
    onChange(next.ok ? next.value : null);
  }

  function onKeyDown(event: KeyboardEvent) {
    const steps = arrows[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    write(`${stepped(value, steps, bounds)}`);
  }

  return (
    <Field {...field} error={current.ok ? field.error : current.reason}>
      {(ties) => (
        <div className="field-line">
          <input
            {...ties}
            data-unread={current.ok ? undefined : field.label}
            className="in mono"
            inputMode={step !== undefined && step < 1 ? 'decimal' : 'numeric'}
            autoComplete="off"
            value={shown}
            onChange={(event) => write(event.target.value)}
            onKeyDown={onKeyDown}
          />
          {unit !== undefined && <span className="in-unit">{unit}</span>}
        </div>
      )}
    </Field>
  );
}
