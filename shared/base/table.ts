/** What a table is: its name, the zod shape of its rows and which fields point at other tables. */
import type { z } from 'zod';

export interface Table<Name extends string = string, Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: Name;
  readonly row: z.ZodObject<Shape>;
  /** Field → table it points at. A field may hold one id, null, or a list of ids. */
  readonly refs: Readonly<Record<string, string>>;
}

export type RowOf<T extends Table> = Readonly<z.infer<T['row']>>;

export function table<Name extends string, Shape extends z.ZodRawShape>(
  name: Name,
  row: z.ZodObject<Shape>,
  refs?: Readonly<Partial<Record<Extract<keyof Shape, string>, string>>>,
): Table<Name, Shape> {
  return { name, row, refs: (refs ?? {}) as Readonly<Record<string, string>> };
}
