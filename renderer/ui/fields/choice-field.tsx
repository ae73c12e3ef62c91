/** One of a few choices, all of them in view. */
import './field.css';
import { type Pick, PickSet } from '../pick-set.tsx';

export interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly Pick<Value>[];
}

export function ChoiceField<Value extends string>({ label, value, onChange, choices }: ChoiceFieldProps<Value>) {
  return (
    <div className="field">
      <span className="field-label" aria-hidden="true">
        {label}
      </span>
      <div className="field-line">
        <PickSet label={label} picks={choices} value={value} onPick={onChange} />
      </div>
    </div>
  );
}
