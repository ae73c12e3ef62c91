/** Finds by typing: which entries a query means, best first, in an order people can foresee. */

export interface Rankable {
  readonly label: string;
  /** Further words it may be found by, such as a reference. */
  readonly hint?: string;
}

/**
 * The entries every word of the query is found in, best first, at most `most`; entries that fit equally well keep their order.
 * A word fits best at the start of the label, then at the start of one of its words, then inside, then as letters in their order
 * from the start of a word. An empty query fits everything. Case and accents do not count.
 */
export function ranked<Entry extends Rankable>(query: string, entries: readonly Entry[], most: number): readonly Entry[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries.slice(0, most);
  return entries
    .map((entry) => ({ entry, cost: costOf(words, folded(entry.label), folded(entry.hint ?? '')) }))
    .filter(({ cost }) => cost < NOT_FOUND)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, most)
    .map(({ entry }) => entry);
}

const NOT_FOUND = Number.POSITIVE_INFINITY;
const AT_START = 0;
const AT_WORD = 1;
const INSIDE = 3;
const IN_ORDER = 9;

function costOf(words: readonly string[], label: string, hint: string): number {
  return words.reduce((sum, word) => sum + Math.min(costIn(word, label), costIn(word, hint) + 0.5), 0);
}

function costIn(word: string, text: string): number {
  if (text.startsWith(word)) return AT_START;
  const at = text.indexOf(word);
  if (at < 0) return lettersInOrder(word, text) ? IN_ORDER : NOT_FOUND;
  return startsWord(word, text, at) ? AT_WORD : INSIDE;
}

function startsWord(word: string, text: string, first: number): boolean {
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) if (!isLetter(text[at - 1])) return true;
  return false;
}

/* `gbtp` finds "Go back to plan"; the first letter must begin a word, or nearly everything would be found. */
function lettersInOrder(word: string, text: string): boolean {
  if (word.length < 2) return false;
  for (let start = 0; start < text.length; start += 1) {
    if (text[start] === word[0] && !isLetter(text[start - 1]) && restFollows(word, text, start)) return true;
  }
  return false;
}

function restFollows(word: string, text: string, start: number): boolean {
  let at = start;
  for (const letter of word.slice(1)) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
