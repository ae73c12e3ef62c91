/** People of the roster in a cell: by name, with a piece of their id where a name alone does not say who it is. */
import { type Cell, cellText } from '../../../base/sheet/sheet.ts';
import { sameName } from '../../roster/named-people.ts';
import type { Person } from '../../roster/schema.ts';
import type { Rows } from '../../tables.ts';
import { type CellRead, plainText, took, unread } from './texts.ts';

/** A person of the roster by id, or one who is not in it yet by name. */
export type NamedPerson = { readonly id: string } | { readonly name: string };

export interface PeopleTexts {
  readonly write: (ids: readonly string[]) => string;
  readonly read: (cell: Cell) => CellRead<readonly NamedPerson[]>;
}

const TAG = 8;
const LONGEST_CELL = 16_000;
const LONGEST_NAME = 200;
const MOST_OWNERS = 40;

export function peopleTexts(rows: Pick<Rows, 'person'>): PeopleTexts {
  const byName = new Map<string, Person[]>();
  const byTag = new Map<string, string>();
  const twiceTagged = new Set<string>();
  for (const person of rows.person.values()) {
    const name = sameName(plainText(person.name));
    const known = byName.get(name);
    if (known) known.push(person);
    else byName.set(name, [person]);
    const tag = person.id.slice(-TAG);
    if (byTag.has(tag)) twiceTagged.add(tag);
    byTag.set(tag, person.id);
  }
  const tagOf = (id: string) => (twiceTagged.has(id.slice(-TAG)) ? id : id.slice(-TAG));
  const one = (id: string) => {
    const person = rows.person.get(id);
    const name = person ? plainText(person.name).replace(/[;\n]+/g, ' ') : '';
    const isClear =
      person && name !== '' && name === plainText(person.name) && byName.get(sameName(name))?.length === 1 && !/[[\]]/.test(name);
    return isClear ? name : `${name} [${tagOf(id)}]`.trim();
  };
  const readOne = (part: string): NamedPerson | string => {
    const tag = /\[([0-9a-f-]{8,36})\]$/i.exec(part)?.[1]?.toLowerCase();
    if (tag !== undefined) {
      const id = rows.person.has(tag) ? tag : twiceTagged.has(tag) ? undefined : byTag.get(tag);
      return id === undefined ? `Nobody in the roster has the mark [${tag}].` : { id };
    }
    const same = byName.get(sameName(part)) ?? [];
    if (same.length > 1) return `${part} is the name of ${same.length} people. Write ${same.map(({ id }) => one(id)).join(' or ')}.`;
    return same[0] ? { id: same[0].id } : { name: part };
  };
  return {
    write: (ids) => ids.map(one).join('; '),
    read: (cell) => {
      const text = cellText(cell);
      if (text.length > LONGEST_CELL) return unread('Too many people are named.');
      const parts = text.split(/[;\n]/).flatMap((part) => part.trim() || []);
      const long = parts.find((part) => part.length > LONGEST_NAME + 40);
      if (long) return unread('A name is longer than 200 characters. Write ; between names.');
      const read = parts.map(readOne);
      const fault = read.find((each) => typeof each === 'string');
      if (typeof fault === 'string') return unread(fault);
      const once = new Map((read as NamedPerson[]).map((each) => ['id' in each ? each.id : sameName(each.name), each]));
      return once.size > MOST_OWNERS ? unread(`At most ${MOST_OWNERS} people can work on a task.`) : took([...once.values()]);
    },
  };
}
