/** One or several people, found by name. */
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { Field, type FieldProps } from './field.tsx';
import { MOST_SHOWN, menuClasses, menuPlace } from './mantine-menu.ts';

export interface Choosable {
  readonly id: string;
  readonly name: string;
}

export interface PeopleFieldProps extends FieldProps {
  /** Ids, in the order they were chosen. */
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly people: readonly Choosable[];
  /** How many may be chosen; any number unless told. */
  readonly most?: number;
  readonly placeholder?: string;
  /** What is said when nothing typed fits; for what is chosen here besides people. */
  readonly nothingFound?: string;
}

export function PeopleField({
  value,
  onChange,
  people,
  most,
  placeholder = 'Type a name',
  nothingFound = 'Nobody of that name',
  ...field
}: PeopleFieldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Field {...field}>
      {(ties) => (
        <MultiSelect
          {...ties}
          aria-label={field.label} // names the list; the input has its label anyway
          value={[...value]}
          onChange={onChange}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={value.length === 0 ? placeholder : undefined}
          maxValues={most}
          searchable
          selectFirstOptionOnChange // what is typed is chosen by Enter
          openOnFocus={false} // as in SelectField
          dropdownOpened={isOpen}
          onDropdownOpen={() => setOpen(true)}
          onDropdownClose={() => setOpen(false)}
          onOptionSubmit={() => setOpen(false)} // left open, it would take the next Enter for one more
          hidePickedOptions
          limit={MOST_SHOWN}
          nothingFoundMessage={nothingFound}
          error={ties['aria-invalid']}
          withErrorStyles={false}
          classNames={{ ...menuClasses, input: 'in pills', pill: 'pill' }}
          rightSection={null}
          comboboxProps={menuPlace}
        />
      )}
    </Field>
  );
}
