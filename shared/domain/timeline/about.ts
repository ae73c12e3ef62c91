/** Which changes of the journal are about a row: those of the row itself, and those of rows that name it. */
import type { Change } from '../../base/change.ts';

/** Whether `change` is of one of the rows `ids` or sets or clears a field that names one. */
export function isAbout({ id, set, was }: Change, ids: readonly string[]): boolean {
  if (ids.includes(id)) return true;
  return [set, was].some((fields) =>
    Object.values(fields ?? {}).some((value) => ids.some((asked) => value === asked || holds(value, asked))),
  );
}

function holds(value: unknown, id: string): boolean {
  return Array.isArray(value) && value.includes(id);
}
