/** The columns of the roster's two tables. */
import type { Work } from '../../../shared/domain/roster/work.ts';
import { Mark } from '../../ui/mark.tsx';
import type { Column } from '../../ui/table.tsx';
import type { PersonLine, TeamLine } from './lines.ts';

export const teamColumns: readonly Column<TeamLine>[] = [
  {
    key: 'role',
    head: 'Role',
    width: '3fr',
    min: 200,
    cell: ({ role }) => role?.title,
    title: ({ role }) => role?.title ?? '',
    className: 'name',
  },
  {
    key: 'person',
    head: 'Held by',
    width: '2fr',
    min: 150,
    cell: ({ role, person }) => person?.name ?? (role?.isRequired ? <Mark state="late">Nobody</Mark> : <span className="q">nobody</span>),
    title: ({ person }) => person?.name ?? '',
  },
  { key: 'department', head: 'Department', width: '2fr', cell: ({ person }) => person?.department, className: 'q2' },
  { key: 'contact', head: 'Contact', width: '2fr', cell: ({ person }) => person?.contact, className: 'q2' },
  ...workColumns<TeamLine>(),
];

export const peopleColumns: readonly Column<PersonLine>[] = [
  {
    key: 'name',
    head: 'Name',
    width: '2fr',
    min: 150,
    cell: ({ person }) => person.name,
    title: ({ person }) => person.name,
    className: 'name',
  },
  {
    key: 'jobRole',
    head: 'Job role',
    width: '2fr',
    cell: ({ person }) => person.jobRole,
    title: ({ person }) => person.jobRole,
    className: 'q2',
  },
  {
    key: 'roles',
    head: 'Role in the go-live',
    width: '3fr',
    cell: ({ person, roles }) => titlesOf(roles) || <span className="q">{person.inTeam ? 'in the team' : ''}</span>,
    title: ({ roles }) => titlesOf(roles),
  },
  {
    key: 'contact',
    head: 'Contact',
    width: '2fr',
    cell: ({ person }) => person.contact,
    title: ({ person }) => person.contact,
    className: 'q2',
  },
  ...workColumns<PersonLine>(),
];

/** What is open for the person; a zero is left blank so that work stands out. */
function workColumns<Line extends { readonly work: Work }>(): readonly Column<Line>[] {
  const column = (key: keyof Work, head: string): Column<Line> => ({
    key,
    head,
    width: 64,
    align: 'number',
    cell: ({ work }) => (work[key].length > 0 ? work[key].length : ''),
    compare: (a, b) => a.work[key].length - b.work[key].length,
  });
  return [column('tasks', 'Tasks'), column('checks', 'Checks'), column('tickets', 'Tickets')];
}

function titlesOf(roles: PersonLine['roles']): string {
  return roles.map(({ title }) => title).join(', ');
}
