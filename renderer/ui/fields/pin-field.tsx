/** A PIN: digits that are not shown and not remembered by the browser. */
import { Field, type FieldProps } from './field.tsx';

export interface PinFieldProps extends FieldProps {
  readonly value: string;
  /** Gets digits only. */
  readonly onChange: (value: string) => void;
}

export function PinField({ value, onChange, ...field }: PinFieldProps) {
  return (
    <Field {...field}>
      {(ties) => (
        <input
          {...ties}
          className="in mono"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={value}
          onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
        />
      )}
    </Field>
  );
}
