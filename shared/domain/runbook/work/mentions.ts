/** Who is meant by the @names in a text. */
import type { Person } from '../../roster/schema.ts';

type Named = Pick<Person, 'id' | 'name'>;

export interface Mentions {
  /** In the order they are named, each once. */
  readonly ids: readonly string[];
  /** What stands after an @ and is nobody, or more than one; as typed. */
  readonly unclear: readonly string[];
}

/**
 * Reads `@L. Costa`, `@L.Costa`, `@costa` or `@Lena`: the whole name, the name without spaces, or one of its words where nobody else
 * has it. Capitals and accents do not matter. An @ inside a word, as in an address of mail, names nobody.
 */
export function mentionsIn(text: string, people: Iterable<Named>): Mentions {
  const spoken = spokenNames(people);
  const longest = [...spoken.keys()].sort((a, b) => b.length - a.length);
  const ids = new Set<string>();
  const unclear: string[] = [];
  const folded = fold(text);
  for (const { index } of folded.matchAll(/(?<![\p{L}\p{N}._-])@(?=[\p{L}\p{N}])/gu)) {
    const rest = folded.slice(index + 1);
    const name = longest.find((each) => rest.startsWith(each) && !/^[\p{L}\p{N}]/u.test(rest.slice(each.length)));
    const meant = name === undefined ? [] : (spoken.get(name) as readonly string[]);
    if (meant.length === 1) ids.add(meant[0] as string);
    else unclear.push(/^[\p{L}\p{N}.'-]+/u.exec(rest)?.[0].replace(/[.'-]+$/, '') ?? '');
  }
  return { ids: [...ids], unclear: unclear.filter(Boolean) };
}

export interface Offer {
  /** Where the @ stands that is being typed. */
  readonly from: number;
  /** Whom it may become, by name; never empty. */
  readonly people: readonly Named[];
}

const MOST_OFFERED = 6;

/** The people to offer while the caret stands after an @ and the beginning of a name; null elsewhere, and once a whole name stands there. */
export function offerAt(text: string, caret: number, people: Iterable<Named>): Offer | null {
  const typed = /(?<![\p{L}\p{N}._-])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u.exec(text.slice(0, caret));
  if (!typed) return null;
  const wanted = fold(typed[1] ?? '');
  const found = [...people].filter(({ name }) => {
    const folded = fold(name);
    return folded !== wanted.trim() && (folded.startsWith(wanted) || folded.split(/[\s.]+/).some((word) => word.startsWith(wanted)));
  });
  found.sort((a, b) => a.name.localeCompare(b.name));
  return found.length === 0 ? null : { from: typed.index, people: found.slice(0, MOST_OFFERED) };
}

/** What may stand after an @ → who it may mean. A whole name goes before a word of another. */
function spokenNames(people: Iterable<Named>): ReadonlyMap<string, readonly string[]> {
  const whole = new Map<string, Set<string>>();
  const words = new Map<string, Set<string>>();
  for (const { id, name } of people) {
    const folded = fold(name).trim();
    for (const form of [folded, folded.replace(/\s+/g, '')]) put(whole, form, id);
    for (const word of folded.split(/[\s.]+/)) if (word.length > 1) put(words, word, id);
  }
  const spoken = new Map<string, readonly string[]>();
  for (const [form, ids] of [...words, ...whole]) if (form !== '') spoken.set(form, [...ids]);
  return spoken;
}

function put(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
