/** What the roster shows: roles with their holders, and people by department, each with what is open for them. */
import { byName, byWords } from '../../../shared/domain/roster/order.ts';
import { type RoleLine, roleLines } from '../../../shared/domain/roster/roles.ts';
import type { Person } from '../../../shared/domain/roster/schema.ts';
import { noWork, openWork, type Work } from '../../../shared/domain/roster/work.ts';
import type { Rows } from '../../../shared/domain/tables.ts';

/** A role with one of its holders, or with nobody; or a person of the team without a role. */
export interface TeamLine {
  readonly id: string;
  readonly role: RoleLine | null;
  readonly person: Person | null;
  readonly work: Work;
}

export interface PersonLine {
  readonly id: string;
  readonly person: Person;
  readonly roles: readonly RoleLine[];
  readonly work: Work;
}

export interface LineGroup<Line> {
  readonly key: string;
  readonly head: string;
  readonly quiet: string;
  readonly rows: readonly Line[];
}

/** Required roles first, then the others, then people of the team without a role. Groups with nothing in them are left out. */
export function teamGroups(rows: Rows): readonly LineGroup<TeamLine>[] {
  const work = openWork(rows);
  const roles = roleLines(rows);
  const of = (isRequired: boolean) => roles.filter((role) => role.isRequired === isRequired).flatMap((role) => linesOf(role, work));
  const holders = new Set(roles.flatMap((role) => role.holders.map(({ id }) => id)));
  const idle = [...rows.person.values()].filter(({ id, inTeam }) => inTeam && !holders.has(id)).sort(byName);
  const unfilled = roles.filter((role) => role.isRequired && role.holders.length === 0).length;
  const groups = [
    { key: 'required', head: 'Required roles', quiet: unfilled === 0 ? 'all filled' : `${unfilled} unfilled`, rows: of(true) },
    { key: 'other', head: 'Other roles', quiet: '', rows: of(false) },
    {
      key: 'idle',
      head: 'In the team without a role',
      quiet: String(idle.length),
      rows: idle.map((person) => ({ id: teamLineId('', person.id), role: null, person, work: work.get(person.id) ?? noWork })),
    },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

/** People by department; those without one last. `wanted` words must all occur in what is known of a person. */
export function departmentGroups(rows: Rows, wanted: string): readonly LineGroup<PersonLine>[] {
  const work = openWork(rows);
  const roles = roleLines(rows);
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const lines = [...rows.person.values()]
    .sort(byName)
    .map((person) => ({
      id: person.id,
      person,
      roles: roles.filter((role) => role.holders.some(({ id }) => id === person.id)),
      work: work.get(person.id) ?? noWork,
    }))
    .filter((line) => {
      const { name, department, jobRole, contact } = line.person;
      const text = [name, department, jobRole, contact, ...line.roles.map(({ title }) => title)].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    });
  return [...Map.groupBy(lines, ({ person }) => person.department)]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || byWords(a, b))
    .map(([department, people]) => ({
      key: department,
      head: department || 'No department',
      quiet: people.length === 1 ? '1 person' : `${people.length} people`,
      rows: people,
    }));
}

/** Identifies a line of the team in the address: `lead:` is a role nobody holds. */
export function teamLineId(role: string, personId: string): string {
  return `${role}:${personId}`;
}

/** The role and person that a line's id names; empty where it names none. */
export function partsOf(selected: string | null): { readonly role: string; readonly personId: string } {
  const text = selected ?? '';
  const at = text.indexOf(':');
  return at < 0 ? { role: '', personId: text } : { role: text.slice(0, at), personId: text.slice(at + 1) };
}

function linesOf(role: RoleLine, work: ReadonlyMap<string, Work>): readonly TeamLine[] {
  if (role.holders.length === 0) return [{ id: teamLineId(role.key, ''), role, person: null, work: noWork }];
  return role.holders.map((person) => ({ id: teamLineId(role.key, person.id), role, person, work: work.get(person.id) ?? noWork }));
}
