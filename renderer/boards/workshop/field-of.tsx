/** One field of the selected element, by what its form says it is. */

import type { Form } from '../../../shared/domain/playbook/form.ts';
import { choicesOf } from '../../../shared/domain/playbook/pointers.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { CheckField } from '../../ui/fields/check-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { hintOf, labelOf, unitOf } from './words.ts';
import { WordsField } from './words-field.tsx';

export interface FieldOfProps {
  readonly name: string;
  readonly form: Exclude<Form, { kind: 'object' } | { kind: 'list' }>;
  readonly value: unknown;
  readonly playbook: Playbook;
  /** The element the field stands in. */
  readonly within: unknown;
  readonly error: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (value: unknown) => void;
}

/** Longer texts get more than one line. */
const ONE_LINE = 300;

export function FieldOf({ name, form, value, playbook, within, error, disabled, onChange }: FieldOfProps) {
  const field = { label: labelOf(name), hint: hintOf(name), error, disabled };
  switch (form.kind) {
    case 'text':
      return form.longest > ONE_LINE ? (
        <TextArea {...field} rows={3} maxLength={form.longest} value={`${value ?? ''}`} onChange={onChange} />
      ) : (
        <TextField {...field} mono={name === 'key'} maxLength={form.longest} value={`${value ?? ''}`} onChange={onChange} />
      );
    case 'day':
      return (
        <TextField
          {...field}
          hint="Such as 2026-05-31; empty for none."
          value={`${value ?? ''}`}
          onChange={(text) => onChange(text || null)}
        />
      );
    case 'number':
      return <NumberField {...field} unit={unitOf(name)} value={value as number | null} onChange={(next) => onChange(next ?? '')} />;
    case 'flag':
      return <CheckField label={field.label} checked={value === true} disabled={disabled} onChange={onChange} />;
    case 'choice':
      return <SelectField {...field} options={optionsOf(form.values)} value={`${value ?? ''}`} onChange={(next) => onChange(next ?? '')} />;
    case 'pointer':
      return (
        <SelectField
          {...field}
          clearable={form.isOptional}
          options={choicesOf(playbook, form.to, within)}
          value={(value as string) || null}
          onChange={(next) => onChange(next ?? '')}
        />
      );
    case 'words':
      return <WordsField {...field} form={form} playbook={playbook} value={(value ?? []) as readonly string[]} onChange={onChange} />;
    case 'optional':
      return <OptionalField {...{ name, form, value, playbook, within, error, disabled, onChange }} />;
  }
}

/** A value that may be missing: emptying the field makes it so. */
function OptionalField({
  name,
  form,
  value,
  onChange,
  error,
  disabled,
}: FieldOfProps & { readonly form: Extract<Form, { kind: 'optional' }> }) {
  const field = { label: labelOf(name), hint: hintOf(name), error, disabled };
  if (form.of.kind === 'number') {
    return <NumberField {...field} unit={unitOf(name)} value={value as number | null} onChange={onChange} />;
  }
  if (form.of.kind === 'choice') {
    return (
      <SelectField {...field} clearable options={optionsOf(form.of.values)} value={(value as string | null) ?? null} onChange={onChange} />
    );
  }
  return <TextField {...field} value={`${value ?? ''}`} onChange={(text) => onChange(text || null)} />;
}

function optionsOf(values: readonly string[]) {
  return values.map((value) => ({ value, label: value }));
}
