/** The people a cell names. `/`, `;`, `&` and lines part them; a comma parts only what are clearly several people. */
import { type Cell, cellText } from '../../../base/sheet/sheet.ts';
import { sameName } from '../../roster/named-people.ts';

const MOST_OWNERS = 40;
const LONGEST_NAME = 200;
const LONGEST_CELL = 8_000;
/** What Microsoft Project adds to a name, as in `Ann[50%]`. */
const SHARE = /\[\d+\s*%\]/;
const nobody = /^(n\/?a|n\.a\.|tb[adc]|none|nobody|unassigned|unknown|open|\?+|-+|–|x|\.)$/i;

/** Names as written, each once, at most 40; empty when the cell names nobody. `isKnown` says whether a name is on the roster. */
export function readOwners(cell: Cell | undefined, isKnown: (name: string) => boolean): readonly string[] {
  const whole = cellText(cell).slice(0, LONGEST_CELL).trim();
  if (isKnown(whole)) return [whole];
  const names = whole
    .split(/[;\n]|\s[&+]\s|&(?=\s)|\s(?:and|und)\s/i)
    .flatMap(bySlash)
    .flatMap((part) => byComma(part, isKnown))
    .map(plainName)
    .filter((name) => name !== '' && !nobody.test(name));
  const seen = new Set<string>();
  const once = names.filter((name) => !seen.has(sameName(name)) && seen.add(sameName(name)));
  return once.slice(0, MOST_OWNERS);
}

/** "24/7 support" and "n/a" are one name. */
function bySlash(part: string): readonly string[] {
  const pieces = part.split('/');
  return !nobody.test(part.trim()) && pieces.every((piece) => /\p{L}/u.test(piece) || piece.trim() === '') ? pieces : [part];
}

/** "Doe, John" is one person, "John Doe, Jane Roe" are two, and so are "Anna, Bob" when either is on the roster. */
function byComma(part: string, isKnown: (name: string) => boolean): readonly string[] {
  const pieces = part.split(',').map((piece) => piece.trim());
  const named = pieces.filter((piece) => piece !== '');
  if (named.length < 2) return [named[0] ?? ''];
  const hasShare = SHARE.test(part);
  const isLastAndFirst =
    !hasShare && named.length === 2 && !named[0]?.includes(' ') && !isKnown(named[0] ?? '') && !isKnown(named[1] ?? '');
  return isLastAndFirst ? [named.join(', ')] : named;
}

function plainName(name: string): string {
  return name.replace(SHARE, '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME).trim();
}
