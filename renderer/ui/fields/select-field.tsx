/** One of many choices, found by typing. */
import { Select } from '@mantine/core';
import { Field, type FieldProps } from './field.tsx';
import { MOST_SHOWN, menuClasses, menuPlace } from './mantine-menu.ts';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Options of one group stand under its name. */
  readonly group?: string;
  /** A line of words below it in the list. */
  readonly about?: string;
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
  const about = new Map(options.map((one) => [one.value as string, one.about]));
  return (
    <Field {...field}>
      {(ties) => (
        <Select
          {...ties}
          aria-label={field.label} // names the list; the input has its label anyway
          value={value}
          onChange={(next) => onChange(next as Value | null)}
          data={grouped(options)}
          renderOption={({ option }) => <Option label={option.label} about={about.get(option.value)} />}
          placeholder={placeholder}
          clearable={clearable}
          clearButtonProps={{ className: 'in-x' }}
          searchable
          selectFirstOptionOnChange // what is typed is chosen by Enter
          onKeyDown={(event) => {
            // the Enter of an open list is the list's: it must not send the form
            if (event.key === 'Enter' && event.currentTarget.getAttribute('aria-expanded') === 'true') event.preventDefault();
          }}
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

function Option({ label, about }: { readonly label: string; readonly about: string | undefined }) {
  if (about === undefined) return label;
  return (
    <span>
      {label}
      <br />
      <span className="small q2">{about}</span>
    </span>
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
