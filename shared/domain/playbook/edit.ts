/** Editing a playbook as plain content: reading and setting what lies at a path, and lists of elements. Nothing here judges the result. */
import { emptyOf, type Form, formAt } from './form.ts';
import { pointedAs, repointed } from './pointers.ts';
import { freeKey, keyOf } from './workshop-rules.ts';

/** Fields and places in lists, from the outside in. */
export type Place = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

/** What lies there; undefined where nothing does. */
export function valueAt(content: unknown, place: Place): unknown {
  let value = content;
  for (const part of place) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Fields)[part];
  }
  return value;
}

/** The content with `value` there. What lies around it stays the same object where it is not on the way. */
export function withValue<Content>(content: Content, place: Place, value: unknown): Content {
  const [first, ...rest] = place;
  if (first === undefined) return value as Content;
  if (Array.isArray(content)) return content.with(Number(first), withValue(content[Number(first)], rest, value)) as Content;
  return { ...content, [first]: withValue((content as Fields)[first], rest, value) } as Content;
}

/**
 * Sets a field. Whatever points at a key follows it. The key of an element that is not in `settled` follows its title: nobody else
 * knows it yet.
 */
export function withField<Content extends object>(
  content: Content,
  place: Place,
  value: unknown,
  settled: ReadonlySet<string> = new Set(),
): Content {
  const name = place.at(-1);
  const element = valueAt(content, place.slice(0, -1)) as Fields | undefined;
  const set = withValue(content, place, value);
  if (typeof value !== 'string' || element === undefined) return set;
  if (name === 'key' && typeof element.key === 'string') return followed(set, place, element.key, value);
  const isAuto =
    name === 'title' && typeof element.key === 'string' && !settled.has(element.key) && isMadeFrom(element.key, `${element.title}`);
  if (!isAuto || place.length < 2) return set;
  const others = siblingKeys(content, place.slice(0, -1));
  const key = freeKey(keyOf(value || 'new'), others);
  const keyPlace = [...place.slice(0, -1), 'key'];
  return followed(withValue(set, keyPlace, key), keyPlace, element.key as string, key);
}

/** A new element at the end of the list, with a key that is free; `place` is the list. Returns the place of the element too. */
export function withNew<Content extends object>(content: Content, place: Place): { readonly content: Content; readonly place: Place } {
  const form = formAt(place);
  const list = (valueAt(content, place) ?? []) as readonly unknown[];
  if (form?.kind !== 'list') throw new Error(`${place.join('.')} is no list of elements`);
  const made = emptyOf(form.of) as Fields;
  const key = 'key' in made ? freeKey('new', siblingKeys(content, [...place, list.length])) : undefined;
  const element = key === undefined ? made : { ...made, key };
  return { content: withValue(content, place, [...list, element]), place: [...place, list.length] };
}

/** A copy right after the element at `place`, with a key of its own. */
export function withCopy<Content extends object>(content: Content, place: Place): Content {
  const listPlace = place.slice(0, -1);
  const list = valueAt(content, listPlace) as readonly unknown[];
  const at = Number(place.at(-1));
  const element = list[at] as Fields;
  const key = typeof element.key === 'string' ? freeKey(element.key, siblingKeys(content, [...listPlace, list.length])) : undefined;
  const copy = key === undefined ? element : { ...element, key };
  return withValue(content, listPlace, list.toSpliced(at + 1, 0, copy));
}

export function without<Content extends object>(content: Content, place: Place): Content {
  const list = valueAt(content, place.slice(0, -1)) as readonly unknown[];
  return withValue(content, place.slice(0, -1), list.toSpliced(Number(place.at(-1)), 1));
}

/** The element one place up (-1) or down (1); the same content at the ends of the list. */
export function moved<Content extends object>(content: Content, place: Place, by: 1 | -1): Content {
  const list = valueAt(content, place.slice(0, -1)) as readonly unknown[];
  const at = Number(place.at(-1));
  const to = at + by;
  if (to < 0 || to >= list.length) return content;
  return withValue(content, place.slice(0, -1), list.toSpliced(at, 1).toSpliced(to, 0, list[at]));
}

/** Every key in the content, of whatever kind. */
export function keysIn(content: unknown): ReadonlySet<string> {
  const keys = new Set<string>();
  walk(content);
  return keys;

  function walk(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    if (typeof (value as Fields).key === 'string') keys.add((value as Fields).key as string);
    for (const held of Object.values(value)) walk(held);
  }
}

/** The path of a place without the places in lists. */
export function pathOf(place: Place): string {
  return place.filter((part) => typeof part === 'string').join('.');
}

/** What an element is called; empty while it has no name. */
export function nameOf(element: unknown): string {
  if (typeof element === 'string') return element;
  if (typeof element !== 'object' || element === null) return '';
  const { title, key, role, step, phase, criterion, option } = element as Fields;
  for (const held of [title, key, role, option, step, phase, criterion]) {
    if (typeof held === 'string' && held !== '') return held;
    if (typeof held === 'object' && held !== null) return nameOf(held);
  }
  return '';
}

/** True for what is edited in a form of its own. */
export function isElementList(form: Form | null): form is Extract<Form, { kind: 'list' }> {
  return form?.kind === 'list';
}

function followed<Content extends object>(content: Content, keyPlace: Place, from: string, to: string): Content {
  const what = pointedAs(pathOf(keyPlace.slice(0, -2)));
  return what === null || from === to ? content : repointed(content, what, from, to);
}

function isMadeFrom(key: string, title: string): boolean {
  const made = title === '' ? 'new' : keyOf(title);
  return key === made || new RegExp(`^${made}-\\d+$`).test(key);
}

/** Keys that an element of the same kind has anywhere in the playbook, but for the one at `place`. */
function siblingKeys(content: object, place: Place): ReadonlySet<string> {
  const path = pathOf(place.slice(0, -1));
  const own = place.join('.');
  const wide = provers.has(path) ? provers : new Set([path]);
  const keys = new Set<string>();
  collect(content, []);
  return keys;

  function collect(value: unknown, at: Place): void {
    if (typeof value !== 'object' || value === null) return;
    const isPeer = typeof at.at(-1) === 'number' && wide.has(pathOf(at.slice(0, -1))) && at.join('.') !== own;
    if (isPeer && typeof (value as Fields).key === 'string') keys.add((value as Fields).key as string);
    for (const [name, held] of Object.entries(value)) collect(held, [...at, Array.isArray(value) ? Number(name) : name]);
  }
}

/** Lists whose elements share one set of keys. */
const provers: ReadonlySet<string> = new Set(['phases.steps', 'inputs', 'tests', 'checklists.points']);
