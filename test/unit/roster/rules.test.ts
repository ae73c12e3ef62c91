import { describe, expect, test } from 'vitest';
import { unfilledRoles } from '../../../shared/domain/roster/roles.ts';
import { addPeople, addPerson, assignRole, editPerson, releaseRole } from '../../../shared/domain/roster/rules.ts';
import { undoEntry } from '../../../shared/domain/undo.ts';
import { anAct, goLiveId, idOf, rowsAfter } from '../../support/builders.ts';
import { assignment, codeOf, course, entryOf, factsOf, person, seat } from '../../support/people.ts';

const anna = person(11, { name: 'Anna Novak', department: 'Finance', inTeam: true });
const ben = person(12, { name: 'Ben Eser', department: 'Sales' });
const blank = { department: '', jobRole: '', contact: '', inTeam: false };

describe('people', () => {
  test('a person is added with everything that was said', () => {
    const rows = factsOf({ person: [anna] });
    const verdict = addPerson(
      rows,
      { name: 'Clara Munro', department: 'Quality', jobRole: 'analyst', contact: '4711', inTeam: true },
      anAct(),
    );
    const added = [...rowsAfter(rows, verdict).person.values()].at(-1);
    expect(added).toMatchObject({
      name: 'Clara Munro',
      department: 'Quality',
      jobRole: 'analyst',
      contact: '4711',
      inTeam: true,
      goLiveId,
    });
    expect(verdict.ok && verdict.value.rowId).toBe(added?.id);
  });

  test('the same name in the same department with the same contact is one person, however it is spelled', () => {
    const rows = factsOf({ person: [anna] });
    expect(codeOf(addPerson(rows, { ...blank, name: 'anna  NOVAK', department: 'finance' }, anAct()))).toBe('already-there');
    expect(codeOf(addPerson(rows, { ...blank, name: 'Anna Novak', department: 'Finance', contact: '2' }, anAct()))).toBe('ok');
    expect(codeOf(addPerson(rows, { ...blank, name: 'Anna Novak', department: 'Sales' }, anAct()))).toBe('ok');
  });

  test('of many people only those not in the roster yet are added, each once, and the note says so', () => {
    const rows = factsOf({ person: [anna] });
    const people = [
      { ...blank, name: 'Anna Novak', department: 'Finance' },
      { ...blank, name: 'Dora Lee' },
      { ...blank, name: 'dora lee' },
    ];
    const verdict = addPeople(rows, { people, courseIds: [] }, anAct());
    expect([...rowsAfter(rows, verdict).person.values()].map(({ name }) => name)).toEqual(['Anna Novak', 'Dora Lee']);
    expect(verdict.ok && verdict.value.note).toBe('2 of 3 were in the roster already');
  });

  test('people added for courses need them, those known already too, and nobody twice', () => {
    const scan = course(31);
    const rows = factsOf({ person: [anna, ben], course: [scan], seat: [seat(41, scan.id, anna.id)] });
    const people = [anna, ben, { ...blank, name: 'Dora Lee' }].map(({ name, department }) => ({ ...blank, name, department }));
    const then = rowsAfter(rows, addPeople(rows, { people, courseIds: [scan.id, scan.id] }, anAct()));
    const needing = [...then.seat.values()].map(({ personId }) => then.person.get(personId)?.name);
    expect(needing).toEqual(['Anna Novak', 'Ben Eser', 'Dora Lee']);
  });

  test('people who are all known and need nothing new are refused', () => {
    const rows = factsOf({ person: [anna] });
    expect(codeOf(addPeople(rows, { people: [{ ...blank, name: 'Anna Novak', department: 'Finance' }], courseIds: [] }, anAct()))).toBe(
      'already-there',
    );
  });

  test('people for a course that is not there are refused and nobody is added', () => {
    expect(codeOf(addPeople(factsOf({}), { people: [{ ...blank, name: 'Dora Lee' }], courseIds: [idOf(99)] }, anAct()))).toBe(
      'unknown-course',
    );
  });

  test('editing sets what was said and leaves the rest', () => {
    const rows = factsOf({ person: [anna] });
    const then = rowsAfter(rows, editPerson(rows, { personId: anna.id, contact: '4712' }, anAct()));
    expect(then.person.get(anna.id)).toEqual({ ...anna, contact: '4712' });
  });

  test('an edit that changes nothing, names nobody or makes two people one is refused', () => {
    const rows = factsOf({ person: [anna, ben] });
    expect(codeOf(editPerson(rows, { personId: anna.id, name: 'Anna Novak' }, anAct()))).toBe('nothing-changed');
    expect(codeOf(editPerson(rows, { personId: idOf(99), name: 'X' }, anAct()))).toBe('unknown-person');
    expect(codeOf(editPerson(rows, { personId: ben.id, name: 'Anna Novak', department: 'Finance' }, anAct()))).toBe('already-there');
  });

  test('whoever holds a role stays in the team', () => {
    const rows = factsOf({ person: [anna], assignment: [assignment(21, 'lead', anna.id)] });
    const verdict = editPerson(rows, { personId: anna.id, inTeam: false }, anAct());
    expect(codeOf(verdict)).toBe('holds-role');
    expect(!verdict.ok && verdict.refusal.about).toEqual(['Go-live lead']);
  });
});

describe('roles', () => {
  test('a role makes a person part of the team', () => {
    const rows = factsOf({ person: [ben] });
    const then = rowsAfter(rows, assignRole(rows, { role: 'trainer', personId: ben.id }, anAct()));
    expect([...then.assignment.values()]).toMatchObject([{ role: 'trainer', personId: ben.id }]);
    expect(then.person.get(ben.id)?.inTeam).toBe(true);
  });

  test('a role that the playbook does not have, or that the person holds already, is refused', () => {
    const rows = factsOf({ person: [anna], assignment: [assignment(21, 'lead', anna.id)] });
    expect(codeOf(assignRole(rows, { role: 'pilot', personId: anna.id }, anAct()))).toBe('unknown-role');
    expect(codeOf(assignRole(rows, { role: 'lead', personId: anna.id }, anAct()))).toBe('already-holds');
    expect(codeOf(assignRole(rows, { role: 'lead', personId: idOf(99) }, anAct()))).toBe('unknown-person');
  });

  test('one person relieves another in one act', () => {
    const rows = factsOf({ person: [anna, ben], assignment: [assignment(21, 'lead', anna.id)] });
    const then = rowsAfter(rows, assignRole(rows, { role: 'lead', personId: ben.id, insteadOf: anna.id }, anAct()));
    expect([...then.assignment.values()].map(({ personId }) => personId)).toEqual([ben.id]);
    expect(codeOf(assignRole(rows, { role: 'scribe', personId: ben.id, insteadOf: anna.id }, anAct()))).toBe('not-held');
  });

  test('the only holder of a required role cannot give it up, and the role is named', () => {
    const rows = factsOf({ person: [anna], assignment: [assignment(21, 'lead', anna.id)] });
    const verdict = releaseRole(rows, { role: 'lead', personId: anna.id }, anAct());
    expect(codeOf(verdict)).toBe('required-role');
    expect(!verdict.ok && verdict.refusal.reason).toContain('Go-live lead');
  });

  test('one of two holders may give a required role up, and anybody one that is not required', () => {
    const both = factsOf({ person: [anna, ben], assignment: [assignment(21, 'lead', anna.id), assignment(22, 'lead', ben.id)] });
    expect([...rowsAfter(both, releaseRole(both, { role: 'lead', personId: anna.id }, anAct())).assignment.keys()]).toEqual([idOf(22)]);
    const one = factsOf({ person: [anna], assignment: [assignment(21, 'trainer', anna.id)] });
    expect(rowsAfter(one, releaseRole(one, { role: 'trainer', personId: anna.id }, anAct())).assignment.size).toBe(0);
    expect(codeOf(releaseRole(one, { role: 'lead', personId: anna.id }, anAct()))).toBe('not-held');
  });

  test('taking an act back may not leave a required role with nobody', () => {
    const rows = factsOf({ person: [anna, ben], assignment: [assignment(21, 'lead', anna.id)] });
    const given = assignRole(rows, { role: 'lead', personId: ben.id }, anAct());
    const two = rowsAfter(rows, given);
    const one = rowsAfter(two, releaseRole(two, { role: 'lead', personId: anna.id }, anAct()));
    expect(unfilledRoles(one).map(({ key }) => key)).toEqual(['scribe']);
    const verdict = undoEntry(one, entryOf(given), []);
    expect(codeOf(verdict)).toBe('depends');
    expect(!verdict.ok && verdict.refusal.reason).toContain('Go-live lead');
    expect(codeOf(undoEntry(two, entryOf(given), []))).toBe('ok');
  });
});
