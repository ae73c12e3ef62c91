/** What a table is: its name, the zod shape of its rows, which fields point at other tables and which came later. */
import type { z } from 'zod';

export interface Table<Name extends string = string, Shape extends z.ZodRawShape = z.ZodRawShape, Added extends object = object> {
  readonly name: Name;
  readonly row: z.ZodObject<Shape>;
  /** Field → table it points at. A field may hold one id, null, or a list of ids. */
  readonly refs: Readonly<Record<string, string>>;
  /** Fields that a later format added, with what they are in rows that an earlier one wrote. */
  readonly added: Added;
}

export type RowOf<T extends Table> = Readonly<z.infer<T['row']>>;

export function table<Name extends string, Shape extends z.ZodRawShape, const Added extends Partial<z.infer<z.ZodObject<Shape>>> = object>(
  name: Name,
  row: z.ZodObject<Shape>,
  refs?: Readonly<Partial<Record<Extract<keyof Shape, string>, string>>>,
  added?: Added,
): Table<Name, Shape, Added> {
  return { name, row, refs: (refs ?? {}) as Readonly<Record<string, string>>, added: added ?? ({} as Added) };
}
