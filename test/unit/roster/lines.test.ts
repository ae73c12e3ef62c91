import { describe, expect, test } from 'vitest';
import { departmentGroups, partsOf, teamGroups } from '../../../renderer/boards/roster/lines.ts';
import { assignment, factsOf, person } from '../../support/people.ts';

const ann = person(11, { name: 'Ann', department: 'IT', contact: '4711', inTeam: true });
const bob = person(12, { name: 'Bob', department: 'Sales', inTeam: true });
const cid = person(13, { name: 'Cid', department: '' });
const rows = factsOf({ person: [ann, bob, cid], assignment: [assignment(21, 'lead', ann.id)] });

describe('the roster as it is listed', () => {
  test('required roles stand first, the unfilled ones too; who has no role comes last, who is not in the team not at all', () => {
    const groups = teamGroups(rows).map(({ head, quiet, rows: lines }) => [
      head,
      quiet,
      lines.map(({ role, person: who }) => [role?.key, who?.name]),
    ]);
    expect(groups).toEqual([
      [
        'Required roles',
        '1 unfilled',
        [
          ['lead', 'Ann'],
          ['scribe', undefined],
        ],
      ],
      ['Other roles', '', [['trainer', undefined]]],
      ['In the team without a role', '1', [[undefined, 'Bob']]],
    ]);
  });

  test('people stand by department, those without one last', () => {
    expect(departmentGroups(rows, '').map(({ head, quiet }) => [head, quiet])).toEqual([
      ['IT', '1 person'],
      ['Sales', '1 person'],
      ['No department', '1 person'],
    ]);
  });

  test('people are found by name, contact and role, with every word', () => {
    const found = (wanted: string) => departmentGroups(rows, wanted).flatMap((group) => group.rows.map(({ person: { name } }) => name));
    expect(found('471')).toEqual(['Ann']);
    expect(found('lead ann')).toEqual(['Ann']);
    expect(found('lead bob')).toEqual([]);
  });

  test('the selected line names a role, a person or both', () => {
    expect(partsOf('lead:')).toEqual({ role: 'lead', personId: '' });
    expect(partsOf(`lead:${ann.id}`)).toEqual({ role: 'lead', personId: ann.id });
    expect(partsOf(ann.id)).toEqual({ role: '', personId: ann.id });
    expect(partsOf(null)).toEqual({ role: '', personId: '' });
  });
});
