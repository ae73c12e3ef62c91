/** How the fields of a row are kept in SQLite: the column kind of each field, derived from its zod shape, and the way there and back. */
import type { z } from 'zod';
import type { Fields } from '../../shared/base/change.ts';
import type { Table } from '../../shared/base/table.ts';

export type ColumnKind = 'text' | 'integer' | 'real' | 'boolean' | 'json';
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly isNullable: boolean;
}

const known = new Map<string, readonly Column[]>();

/** The columns of `table` in the order of its fields. */
export function columnsOf(table: Table): readonly Column[] {
  let columns = known.get(table.name);
  if (!columns) {
    columns = Object.entries(table.row.shape).map(([name, schema]) => ({ name, ...kindOf(schema as z.core.$ZodType) }));
    known.set(table.name, columns);
  }
  return columns;
}

export function toSql(column: Column, value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (column.kind === 'json') return JSON.stringify(value);
  if (column.kind === 'boolean') return value ? 1 : 0;
  return value as string | number;
}

export function fromSql(column: Column, value: unknown): unknown {
  if (value === null) return null;
  if (column.kind === 'json') return JSON.parse(value as string);
  if (column.kind === 'boolean') return value === 1;
  return value;
}

export function rowFromSql(table: Table, raw: Fields): Fields {
  return Object.fromEntries(columnsOf(table).map((column) => [column.name, fromSql(column, raw[column.name])]));
}

function kindOf(schema: z.core.$ZodType): { kind: ColumnKind; isNullable: boolean } {
  const def: z.core.$ZodTypeDef & {
    innerType?: z.core.$ZodType;
    options?: readonly z.core.$ZodType[];
    checks?: readonly { _zod: { def: object } }[];
  } = schema._zod.def;
  switch (def.type) {
    case 'nullable':
      return { kind: kindOf(def.innerType as z.core.$ZodType).kind, isNullable: true };
    case 'union':
      return kindOf(def.options?.[0] as z.core.$ZodType);
    case 'string':
    case 'enum':
      return { kind: 'text', isNullable: false };
    case 'boolean':
      return { kind: 'boolean', isNullable: false };
    case 'number': {
      const isWhole = def.checks?.some((check) => 'format' in check._zod.def && check._zod.def.format === 'safeint') ?? false;
      return { kind: isWhole ? 'integer' : 'real', isNullable: false };
    }
    default:
      return { kind: 'json', isNullable: false };
  }
}
