/** What is typed into the form of a task, beside what stands in the plan: fields that nobody touched here follow the plan. */
import { useRef, useState } from 'react';
import { type Conflict, conflictsOf } from '../../../shared/domain/runbook/plan/conflicts.ts';
import { samePlanValue, type TaskField } from '../../../shared/domain/runbook/plan/plan-fields.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import type { FieldTie } from '../../ui/fields/use-fields.ts';

const formFields = [
  ...(['title', 'detail', 'comments', 'kind', 'phase', 'stream', 'ownerIds', 'startOffset', 'durationMs'] as const),
  ...(['timing', 'peopleNeeded', 'startsItself', 'command', 'address'] as const),
] as const satisfies readonly (TaskField & keyof Task)[];
type FormField = (typeof formFields)[number];
/** A task of a rollback keeps its kind: the form offers no other, and sends a kind only where it was changed. */
type Plan = Omit<Pick<Task, FormField>, 'kind'> & { readonly kind: Exclude<Task['kind'], 'rollback'> };
/** Fields of the form that can stand empty while they are filled in. */
type Emptied = 'kind' | 'phase' | 'durationMs' | 'timing' | 'peopleNeeded';
type FormValues = Omit<Plan, Emptied> & { readonly [Field in Emptied]: Plan[Field] | null };

const emptyForm: Plan = {
  title: '',
  detail: '',
  comments: '',
  kind: 'task',
  phase: '',
  stream: '',
  ownerIds: [],
  startOffset: null,
  durationMs: 15 * 60_000,
  timing: 'not before',
  peopleNeeded: 0,
  startsItself: false,
  command: '',
  address: '',
};

export interface TaskDraft {
  readonly values: FormValues;
  /** The same as a plan: what was left empty is what it is unless told. */
  readonly plan: Plan;
  readonly bind: <Field extends FormField>(field: Field) => FieldTie<FormValues[Field]>;
  /** What was changed here, with what was seen there; empty when the form says what stands in the plan. */
  readonly edit: { readonly was: Partial<Plan>; readonly set: Partial<Plan> };
  /** Fields changed here that others changed meanwhile; the whole task when it was removed. */
  readonly conflicts: readonly Conflict[];
  readonly isRemoved: boolean;
  readonly settle: (of: readonly Conflict[], whose: 'theirs' | 'mine') => void;
}

/** `opened`: the task as it was when the form opened; null for a new one. */
export function useTaskDraft(rows: Pick<Rows, 'task' | 'link'>, opened: Task | null): TaskDraft {
  const [typed, setTyped] = useState<Partial<FormValues>>({});
  const [seen, setSeen] = useState<Partial<Plan>>({});
  const known = useRef(opened);
  const now = opened ? rows.task.get(opened.id) : undefined;
  known.current = now ?? known.current;
  const here = (known.current ?? emptyForm) as Plan;
  const values = { ...only(formFields, here), ...typed } as FormValues;
  const plan = Object.fromEntries(formFields.map((field) => [field, values[field] ?? unlessTold[field]])) as Plan;
  const changed = formFields.filter((field) => field in typed && !samePlanValue(field, plan[field], here[field]));
  const edit = { was: only(changed, seen), set: only(changed, plan) };
  return {
    values,
    plan,
    bind: (field) => ({
      value: values[field],
      onChange: (value) => {
        setTyped((before) => ({ ...before, [field]: value }));
        setSeen((before) => (field in before ? before : { ...before, [field]: here[field] }));
      },
    }),
    edit,
    conflicts: opened ? conflictsOf(rows, [{ taskId: opened.id, ...edit }]) : [],
    isRemoved: opened !== null && now === undefined,
    settle: (of, whose) => {
      const fields = of.map(({ field }) => field as FormField);
      if (whose === 'theirs') setTyped((before) => without(before, fields));
      setSeen((before) => ({ ...without(before, fields), ...(whose === 'mine' ? only(fields, here) : {}) }));
    },
  };
}

const unlessTold: Plan = { ...emptyForm, durationMs: 0 };

function only<Values extends object>(fields: readonly FormField[], from: Values): Partial<Values> {
  return Object.fromEntries(fields.map((field) => [field, from[field as keyof Values]])) as Partial<Values>;
}

function without<Values extends object>(from: Values, fields: readonly FormField[]): Values {
  return Object.fromEntries(Object.entries(from).filter(([field]) => !fields.includes(field as FormField))) as Values;
}
