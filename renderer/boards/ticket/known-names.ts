/** The departments and categories that tickets of this go-live name, or could. */

import type { Rows } from '../../../shared/domain/tables.ts';
import type { KnownNames } from '../../../shared/domain/ticket/quick-line.ts';

/** Departments by how many people and tickets name them; categories of the playbook first, then those tickets name. */
export function knownNames(rows: Pick<Rows, 'person' | 'ticket' | 'playbookCopy'>): KnownNames {
  const tickets = [...rows.ticket.values()];
  const planned = [...rows.playbookCopy.values()].flatMap(({ content }) => content.support.ticketCategories.map(({ title }) => title));
  return {
    departments: mostNamed([...rows.person.values(), ...tickets].map(({ department }) => department)),
    categories: [...new Set([...planned, ...mostNamed(tickets.map(({ category }) => category))])],
  };
}

function mostNamed(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, more], [b, less]) => less - more || a.localeCompare(b)).map(([name]) => name);
}
