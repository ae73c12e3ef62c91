/** An instant, typed as date and time of a zone that is printed beside it; arrow keys step minutes. */
import { type KeyboardEvent, useState } from 'react';
import { formatDay, formatInstant, zoneName } from '../../../shared/base/time-words.ts';
import { hostNow } from '../clock.ts';
import { readInstant } from '../instant-text.ts';
import { Field, type FieldProps } from './field.tsx';

export interface DateTimeFieldProps extends FieldProps {
  /** UTC ms; null when nothing, or nothing that can be read, is written. */
  readonly value: number | null;
  readonly onChange: (at: number | null) => void;
  /** IANA zone the text is read in. */
  readonly zone: string;
  /** The instant whose day a time without a date means, and where stepping starts; now unless told. */
  readonly base?: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const steps: Readonly<Record<string, number>> = { ArrowUp: MINUTE, ArrowDown: -MINUTE, PageUp: 60 * MINUTE, PageDown: -60 * MINUTE };

export function DateTimeField({ value, onChange, zone, base, ...field }: DateTimeFieldProps) {
  const [typed, setTyped] = useState(textOf(value, zone));
  const [leftAlone, setLeftAlone] = useState(true);
  const from = value ?? base ?? hostNow();
  const read = readInstant(typed, zone, from);
  // The text is what the person wrote; it gives way only to a value from outside that it does not say.
  const says = read.ok ? read.instant : null;
  const shown = says === value ? typed : textOf(value, zone);
  const isUnread = typed.trim() !== '' && says === value && !read.ok;
  const wrong = isUnread && leftAlone ? read.reason : undefined;

  function write(text: string) {
    setTyped(text);
    setLeftAlone(false);
    const next = readInstant(text, zone, from);
    onChange(next.ok ? next.instant : null);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    write(textOf(Math.floor(from / MINUTE) * MINUTE + step, zone));
  }

  function onBlur() {
    setLeftAlone(true);
    if (read.ok && says === value) setTyped(textOf(value, zone));
  }

  const twice = read.ok && read.twice && says === value;
  return (
    <Field
      {...field}
      error={wrong ?? field.error}
      hint={twice ? `Happens twice that night; the first, ${zoneName(from, zone)}, is meant.` : field.hint}
    >
      {(ties) => (
        <div className="field-line">
          <input
            {...ties}
            data-unread={isUnread ? field.label : undefined}
            className="in mono"
            autoComplete="off"
            placeholder={formatInstant(Math.floor(from / HOUR) * HOUR, zone)}
            value={shown}
            onChange={(event) => write(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={onBlur}
          />
          <span className="in-unit">
            {value !== null && `${formatDay(value, zone)}, `}
            {zoneName(from, zone)}
          </span>
        </div>
      )}
    </Field>
  );
}

function textOf(at: number | null, zone: string): string {
  return at === null ? '' : formatInstant(at, zone);
}
