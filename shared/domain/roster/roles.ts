/** Who holds which role of the playbook, and which required roles nobody holds. */
import type { PlaybookRole } from '../playbook/phase.ts';
import type { Rows } from '../tables.ts';
import { byName } from './order.ts';
import type { Person } from './schema.ts';

export interface RoleLine {
  readonly key: string;
  readonly title: string;
  /** The team the playbook puts it in; empty for none. */
  readonly team: string;
  readonly isRequired: boolean;
  readonly duties: readonly string[];
  /** By name; empty when nobody holds it. */
  readonly holders: readonly Person[];
}

/** Every role of the playbook in its order, required ones first, then roles people hold that it does not name. */
export function roleLines(rows: Rows): readonly RoleLine[] {
  const holders = roleHolders(rows);
  const named = playbookRoles(rows);
  const keys = new Set(named.map(({ key }) => key));
  const others = [...holders.keys()]
    .filter((key) => !keys.has(key))
    .map((key) => ({ key, title: wordsOf(key), team: '', isRequired: false, duties: [] }));
  const lines = [...named, ...others].map((role) => ({
    key: role.key,
    title: role.title,
    team: role.team,
    isRequired: role.isRequired,
    duties: role.duties.map(({ title }) => title),
    holders: holders.get(role.key) ?? [],
  }));
  return [...lines.filter(({ isRequired }) => isRequired), ...lines.filter(({ isRequired }) => !isRequired)];
}

/** Required roles that nobody holds; empty when the team is complete. */
export function unfilledRoles(rows: Rows): readonly PlaybookRole[] {
  const holders = roleHolders(rows);
  return playbookRoles(rows).filter((role) => role.isRequired && !holders.has(role.key));
}

/** Role key → who holds it, by name. Roles nobody holds are absent. */
export function roleHolders(rows: Rows): ReadonlyMap<string, readonly Person[]> {
  const holders = new Map<string, Person[]>();
  for (const { role, personId } of rows.assignment.values()) {
    const person = rows.person.get(personId);
    if (person) holders.set(role, [...(holders.get(role) ?? []), person]);
  }
  for (const people of holders.values()) people.sort(byName);
  return holders;
}

/** The roles of the go-live's playbook in its order; empty without a playbook. */
export function playbookRoles(rows: Rows): readonly PlaybookRole[] {
  return [...rows.playbookCopy.values()].flatMap(({ content }) => content.roles);
}

/** What a role is called; its key in words where the playbook does not name it. */
export function titleOfRole(rows: Rows, role: string): string {
  return playbookRoles(rows).find(({ key }) => key === role)?.title ?? wordsOf(role);
}

function wordsOf(key: string): string {
  return key.replaceAll('-', ' ');
}
