/** Who is away at present, and who stands in for them. */
import { troubleOf } from '../../drill/trouble.ts';
import type { Rows } from '../../tables.ts';
import { substituteOf } from './substitution.ts';

/** A warning before somebody is given work, without a full stop; null for who is there. */
export function awayWords(rows: Pick<Rows, 'person' | 'substitution' | 'injection'>, personId: string): string | null {
  const name = rows.person.get(personId)?.name;
  if (name === undefined) return null;
  const substitution = substituteOf(rows, personId);
  const other = rows.person.get(substitution?.toId ?? '')?.name;
  if (other !== undefined) return `${name} is away: ${other} stands in`;
  return troubleOf(rows, personId, 'absence') ? `${name} is away in this drill: nobody stands in` : null;
}
