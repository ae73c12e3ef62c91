/** One of many choices, found by typing. */
import { Select } from '@mantine/core';
import { Field, type FieldProps } from './field.tsx';
import { MOST_SHOWN, menuClasses, menuPlace } from './mantine-menu.ts';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Options of one group stand under its name. */
  readonly group?: string;
}

export interface SelectFieldProps<Value extends string> extends FieldProps {
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  readonly options: readonly SelectOption<Value>[];
  readonly placeholder?: string;
  /** Whether it may be emptied again: by its cross, or by choosing the chosen option once more. */
  readonly clearable?: boolean;
}

export function SelectField<Value extends string>({ value, onChange, options, placeholder, clearable, ...field }: SelectFieldProps<Value>) {
  return (
    <Field {...field}>
      {(ties) => (
        <Select
          {...ties}
          aria-label={field.label} // names the list; the input has its label anyway
          value={value}
          onChange={(next) => onChange(next as Value | null)}
          data={grouped(options)}
          placeholder={placeholder}
          clearable={clearable}
          clearButtonProps={{ className: 'in-x' }}
          searchable
          selectFirstOptionOnChange // what is typed is chosen by Enter
          onFocus={(event) => event.currentTarget.select()} // or what is typed is added to the words of the choice, and nothing is found
          openOnFocus={false} // a list that opens by itself covers the fields below and takes the Enter of Ctrl+Enter
          limit={MOST_SHOWN}
          nothingFoundMessage="Nothing found"
          error={ties['aria-invalid']}
          withErrorStyles={false}
          allowDeselect={clearable ?? false}
          classNames={menuClasses}
          comboboxProps={menuPlace}
        />
      )}
    </Field>
  );
}

function grouped<Value extends string>(options: readonly SelectOption<Value>[]) {
  const plain = options.filter((one) => one.group === undefined).map(({ value, label }) => ({ value, label }));
  const groups = Map.groupBy(
    options.filter((one) => one.group !== undefined),
    (one) => one.group ?? '',
  );
  return [...plain, ...[...groups].map(([group, same]) => ({ group, items: same.map(({ value, label }) => ({ value, label })) }))];
}
