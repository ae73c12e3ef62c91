/** What every field has in common: its label above, and below it what helps and what is wrong, tied to the input for screen readers. */
import './field.css';
import { type ReactNode, useId } from 'react';

export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong and what to write instead; empty or undefined when nothing is. */
  readonly error?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}

/** The attributes the input takes over. */
export interface InputTies {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-required': boolean | undefined;
  readonly disabled: boolean | undefined;
  /** Where a dialog puts the focus when it opens. */
  readonly 'data-autofocus': boolean | undefined;
}

interface FieldFrameProps extends FieldProps {
  readonly children: (ties: InputTies) => ReactNode;
}

export function Field({ label, hint, error, required, disabled, autoFocus, children }: FieldFrameProps) {
  const id = useId();
  const describedBy = [hint !== undefined && `${id}hint`, error && `${id}error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && <span className="must">required</span>}
      </label>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
        disabled,
        'data-autofocus': autoFocus || undefined,
      })}
      {hint !== undefined && (
        <p className="hint" id={`${id}hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}error`}>
          {error}
        </p>
      )}
    </div>
  );
}
