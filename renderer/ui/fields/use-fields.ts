/** The values of a form, and their ties to fields. */
import { useState } from 'react';

export interface FieldTie<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** `bind('title')` gives a field its `value` and `onChange`. The fields are those of `initial`; later changes of it are ignored. */
export function useFields<Values extends object>(initial: Values) {
  const [values, setValues] = useState(initial);

  function set<Name extends keyof Values>(name: Name, value: Values[Name]): void {
    setValues((now) => ({ ...now, [name]: value }));
  }

  function bind<Name extends keyof Values>(name: Name): FieldTie<Values[Name]> {
    return { value: values[name], onChange: (value) => set(name, value) };
  }

  return { values, set, bind };
}
