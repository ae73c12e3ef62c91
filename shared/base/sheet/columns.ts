/** Which column of a sheet is which field: by the field's usual names, then as the person corrects it. */
import { ok, type Result, refuse } from '../result.ts';

/** The usual names of each field, most telling first, written as `plainName` writes them. */
export type Vocabulary<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** Field → index of its column. A field without a column is absent. */
export type Mapping<Field extends string> = { readonly [Name in Field]?: number };

/** The person's correction: field → name of its column; an empty name takes the field away. */
export type Correction = Readonly<Record<string, string>>;

/** Words that make a column mean something else than the field it is named after. */
const otherMeaning =
  /\b(actual|baseline|previous|old|original|email|mail|phone|tel|contact|count|comment|comments|reason|code|type|url|link|id|by|group)\b/;

/** The columns that carry a field's name, exactly or with a word or two around it. No column serves two fields. */
export function recognise<Field extends string>(columns: readonly string[], vocabulary: Vocabulary<Field>): Mapping<Field> {
  const plain = columns.map(plainName);
  const fields = Object.keys(vocabulary) as Field[];
  const found = new Map<Field, number>();
  const taken = new Set<number>();
  const take = (field: Field, column: number) => {
    found.set(field, column);
    taken.add(column);
  };
  const exactly = (field: Field) => vocabulary[field].map((name) => plain.findIndex((own, at) => own === name && !taken.has(at)));
  for (const field of fields) {
    const column = exactly(field).find((at) => at >= 0);
    if (column !== undefined) take(field, column);
  }
  const around = (own: string, name: string) => {
    const rest = own.startsWith(`${name} `) ? own.slice(name.length) : own.endsWith(` ${name}`) ? own.slice(0, -name.length) : null;
    return rest !== null && rest.trim().split(' ').length <= 2 && !otherMeaning.test(rest);
  };
  for (const field of fields) {
    if (found.has(field)) continue;
    const near = vocabulary[field].filter((name) => name.length > 2);
    const column = plain.findIndex((own, at) => !taken.has(at) && near.some((name) => around(own, name)));
    if (column >= 0) take(field, column);
  }
  return Object.fromEntries(found) as Mapping<Field>;
}

/** `mapping` as the person wants it. Refused when a field or a column is not known, naming those that are. */
export function corrected<Field extends string>(
  mapping: Mapping<Field>,
  correction: Correction,
  columns: readonly string[],
  fields: readonly Field[],
): Result<Mapping<Field>> {
  const result: Partial<Record<Field, number>> = { ...mapping };
  for (const [name, column] of Object.entries(correction)) {
    const field = fields.find((known) => known === name);
    if (!field) return refuse('unknown-field', `"${name}" is not a field that can be imported. The fields are: ${fields.join(', ')}.`);
    if (column === '') {
      delete result[field];
      continue;
    }
    const at = columnNamed(columns, column);
    if (at < 0) return refuse('unknown-column', `The file has no column "${column}". Its columns are: ${columns.join(', ')}.`);
    for (const other of fields) if (result[other] === at) delete result[other];
    result[field] = at;
  }
  return ok(result as Mapping<Field>);
}

/** A column name without case, accents, brackets, signs and "date/time" at its end, so that spellings compare. */
export function plainName(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\(.*?\)|\[.*?\]/g, ' ')
    .replace(/%/g, ' percent ')
    .replace(/#/g, ' number ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words.replace(/(?<=\S)( (date|time|datetime|timestamp))+$/, '');
}

function columnNamed(columns: readonly string[], name: string): number {
  const exact = columns.indexOf(name);
  if (exact >= 0) return exact;
  const wanted = name.trim().toLowerCase();
  return columns.findIndex((column) => column.toLowerCase() === wanted);
}
