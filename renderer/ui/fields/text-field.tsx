/** One line of text. */
import { Field, type FieldProps } from './field.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** 200 unless told, the bound of a line in the record. */
  readonly maxLength?: number;
  /** In the voice of facts: references, addresses. */
  readonly mono?: boolean;
  readonly type?: 'text' | 'url' | 'email' | 'search';
}

export function TextField({ value, onChange, placeholder, maxLength = 200, mono = false, type = 'text', ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(ties) => (
        <input
          {...ties}
          className={mono ? 'in mono' : 'in'}
          type={type}
          value={value}
          placeholder={placeholder}
          maxLength={maxLength}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
