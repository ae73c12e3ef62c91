/** The order in which people and words such as departments stand: as a person would look them up, and always the same. */
import type { Person } from './schema.ts';

const names = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Order of people by name, then by id so that it is always the same. */
export function byName(a: Person, b: Person): number {
  return names.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

/** Order of words such as names of departments. */
export function byWords(a: string, b: string): number {
  return names.compare(a, b) || (a < b ? -1 : a === b ? 0 : 1);
}
