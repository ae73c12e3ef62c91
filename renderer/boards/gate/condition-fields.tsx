/** The conditions of a go with conditions while they are written. */
import { useTable, useTimes } from '../../store/live.ts';
import { Button } from '../../ui/button.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import css from './gate.module.css';

export interface DraftCondition {
  /** Tells the lines apart while they come and go. */
  readonly key: number;
  readonly content: string;
  readonly ownerId: string | null;
  readonly dueAt: number | null;
}

export function emptyDraft(key: number): DraftCondition {
  return { key, content: '', ownerId: null, dueAt: null };
}

/** The conditions as they are sent; null while one of them lacks something. */
export function filledConditions(drafts: readonly DraftCondition[]) {
  const filled = drafts.flatMap(({ content, ownerId, dueAt }) =>
    content.trim() && ownerId && dueAt !== null ? [{ content, ownerId, dueAt }] : [],
  );
  return filled.length === drafts.length && filled.length > 0 ? filled : null;
}

interface ConditionFieldsProps {
  readonly value: readonly DraftCondition[];
  readonly onChange: (drafts: readonly DraftCondition[]) => void;
}

export function ConditionFields({ value, onChange }: ConditionFieldsProps) {
  const { zone, tZeroAt } = useTimes();
  const people = useTable('person');
  const options = [...people.values()]
    .filter(({ inTeam }) => inTeam)
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ id, name }) => ({ value: id as string, label: name }));
  const change = (key: number, fields: Partial<DraftCondition>) =>
    onChange(value.map((draft) => (draft.key === key ? { ...draft, ...fields } : draft)));
  return (
    <fieldset className={css.drafts}>
      <legend className="small q2">Conditions</legend>
      {value.map((draft, at) => (
        <div key={draft.key} className={css.draft}>
          <TextField
            label={`What must be so (${at + 1})`}
            required
            maxLength={2_000}
            value={draft.content}
            onChange={(content) => change(draft.key, { content })}
          />
          <SelectField
            label="Owner"
            required
            options={options}
            value={draft.ownerId}
            onChange={(ownerId) => change(draft.key, { ownerId })}
          />
          <DateTimeField
            label="Due"
            required
            zone={zone}
            base={tZeroAt}
            value={draft.dueAt}
            onChange={(dueAt) => change(draft.key, { dueAt })}
          />
          {value.length > 1 && <Button onClick={() => onChange(value.filter(({ key }) => key !== draft.key))}>Remove</Button>}
        </div>
      ))}
      <div className="btns">
        <Button onClick={() => onChange([...value, emptyDraft(Math.max(...value.map(({ key }) => key)) + 1)])}>Another condition</Button>
      </div>
    </fieldset>
  );
}
