/** Several lines of text. */
import { Field, type FieldProps } from './field.tsx';

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly rows?: number;
  /** 8,000 unless told, the bound of a text in the record. */
  readonly maxLength?: number;
}

export function TextArea({ value, onChange, placeholder, rows = 3, maxLength = 8_000, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      {(ties) => (
        <textarea
          {...ties}
          className="in"
          value={value}
          placeholder={placeholder}
          rows={rows}
          maxLength={maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
