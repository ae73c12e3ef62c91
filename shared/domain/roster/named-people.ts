/** People that a file only names: found in the roster however the name is spelled, or added to it. */
import { type Change, insert } from '../../base/change.ts';
import type { Act } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import { person as people } from './schema.ts';

export interface NamedPeople {
  /** Id of the person of that name; whoever is not in the roster yet is added once. */
  readonly idOf: (name: string) => string;
  /** The people added so far. */
  readonly added: () => readonly Change[];
}

/** `inTeam`: whether people who are added belong to the go-live team. */
export function namedPeople(rows: Pick<Rows, 'person'>, act: Act, inTeam: boolean): NamedPeople {
  const ids = new Map<string, string>();
  for (const { id, name } of rows.person.values()) if (!ids.has(sameName(name))) ids.set(sameName(name), id);
  const added: Change[] = [];
  const idOf = (name: string) => {
    const known = ids.get(sameName(name));
    if (known !== undefined) return known;
    const id = act.newId();
    ids.set(sameName(name), id);
    added.push(insert(people, { id, goLiveId: act.goLiveId, name, department: '', jobRole: '', contact: '', inTeam, pinSetAt: null }));
    return id;
  };
  return { idOf, added: () => added };
}

/** A name so that spellings of one person compare equal: case, spaces, and "Doe, John" as "John Doe". */
export function sameName(name: string): string {
  const [last, first, ...rest] = name.split(',');
  const ordered = first !== undefined && rest.length === 0 ? `${first} ${last}` : name;
  return ordered.trim().replace(/\s+/g, ' ').toLowerCase();
}
