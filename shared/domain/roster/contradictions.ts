/** What must hold in the roster whichever way it came about. */
import type { Contradiction } from '../contradictions.ts';
import type { Rows } from '../tables.ts';
import { unfilledRoles } from './roles.ts';

/** Required roles that nobody holds, one for each; empty when the team is complete. No row is left that could be named. */
export function rosterContradictions(rows: Rows): readonly Contradiction[] {
  return unfilledRoles(rows).map(({ title }) => ({
    table: 'assignment',
    id: '',
    fields: [],
    says: `nobody would hold the required role ${title}`,
  }));
}
