/** The form of a playbook, read from its schema, so that whatever a playbook can hold can be edited. */
import type { z } from 'zod';
import { type Pointed, pointers } from './pointers.ts';
import { playbookShape } from './schema.ts';

/** What a field is filled with. */
export type Form =
  | { readonly kind: 'object'; readonly fields: readonly FormField[] }
  /** Elements with fields of their own. */
  | { readonly kind: 'list'; readonly of: Extract<Form, { kind: 'object' }>; readonly most: number }
  /** Plain words, or keys of what they point at. */
  | { readonly kind: 'words'; readonly most: number; readonly pointsAt: Pointed | null }
  /** Something that may be missing: `null` in the playbook. */
  | { readonly kind: 'optional'; readonly of: Form }
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'pointer'; readonly to: Pointed; readonly isOptional: boolean }
  | { readonly kind: 'number'; readonly isWhole: boolean }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'day' };

export interface FormField {
  readonly name: string;
  readonly form: Form;
}

/** Fields of a go-live's copy and of the file format; people do not edit them. */
const notEdited: ReadonlySet<string> = new Set(['format', 'variation', 'strategy', 'scaledFor', 'conditions.holds']);

/** The whole form. */
export function playbookForm(): Extract<Form, { kind: 'object' }> {
  known ??= objectForm(playbookShape, '');
  return known;
}
let known: Extract<Form, { kind: 'object' }> | null = null;

/** The form of what lies at `path`, its parts parted by dots, places in lists as numbers; null where nothing can. */
export function formAt(path: readonly (string | number)[]): Form | null {
  let form: Form | null = playbookForm();
  for (const part of path) {
    while (form?.kind === 'optional') form = form.of;
    if (form?.kind === 'list') form = form.of;
    else if (form?.kind === 'object') form = form.fields.find(({ name }) => name === part)?.form ?? null;
    else return null;
  }
  return form;
}

/** What a new element of this form holds: nothing yet. */
export function emptyOf(form: Form): unknown {
  switch (form.kind) {
    case 'object':
      return Object.fromEntries(form.fields.map(({ name, form: of }) => [name, emptyOf(of)]));
    case 'list':
    case 'words':
      return [];
    case 'optional':
    case 'day':
      return null;
    case 'number':
      return 0;
    case 'flag':
      return false;
    case 'choice':
      return form.values[0] ?? '';
    default:
      return '';
  }
}

type CheckDef = { readonly maximum?: number; readonly format?: string };
type Def = Omit<z.core.$ZodTypeDef, 'checks'> & {
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
  readonly format?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDef } }[];
};

function formOf(schema: z.core.$ZodType, path: string): Form {
  const def = schema._zod.def as unknown as Def;
  const inner = () => formOf(def.innerType as z.core.$ZodType, path);
  const pointsAt = pointers[path] ?? null;
  switch (def.type) {
    case 'default':
    case 'prefault':
    case 'optional':
      return inner();
    case 'nullable': {
      const of = inner();
      return of.kind === 'day' || of.kind === 'optional' ? of : { kind: 'optional', of };
    }
    case 'object':
      return objectForm(schema, path);
    case 'array': {
      const of = formOf(def.element as z.core.$ZodType, path);
      return of.kind === 'object' ? { kind: 'list', of, most: mostOf(def) } : { kind: 'words', most: mostOf(def), pointsAt };
    }
    case 'enum':
      return { kind: 'choice', values: Object.values(def.entries ?? {}).map(String) };
    case 'boolean':
      return { kind: 'flag' };
    case 'number':
      return { kind: 'number', isWhole: def.checks?.some(({ _zod }) => _zod.def.format === 'safeint') ?? false };
    case 'union': {
      const options = def.options ?? [];
      if (pointsAt) return { kind: 'pointer', to: pointsAt, isOptional: true };
      const literals = options.flatMap((option) => (option._zod.def as unknown as Def).values ?? []);
      return literals.length === options.length
        ? { kind: 'choice', values: literals.map(String) }
        : formOf(options[0] as z.core.$ZodType, path);
    }
    default:
      if (pointsAt) return { kind: 'pointer', to: pointsAt, isOptional: false };
      return def.format === 'date' ? { kind: 'day' } : { kind: 'text', longest: mostOf(def) };
  }
}

function objectForm(schema: z.core.$ZodType, path: string): Extract<Form, { kind: 'object' }> {
  const { shape = {} } = schema._zod.def as unknown as Def;
  const fields = Object.entries(shape)
    .map(([name, field]) => ({ name, path: path === '' ? name : `${path}.${name}`, field }))
    .filter((each) => !notEdited.has(each.path))
    .map(({ name, path: at, field }) => ({ name, form: formOf(field, at) }));
  return { kind: 'object', fields };
}

const UNBOUNDED = 8_000;

function mostOf(def: Def): number {
  return def.checks?.find(({ _zod }) => _zod.def.maximum !== undefined)?._zod.def.maximum ?? UNBOUNDED;
}
