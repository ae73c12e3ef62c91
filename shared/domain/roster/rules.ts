/** What happens when people change the roster: add and edit people, give and take roles. */
import type { z } from 'zod';
import { type Change, insert, remove, update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import { newSeat, seatFinder } from '../training/seats.ts';
import type { AddPeople, AddPerson, AssignRole, EditPerson, NewPerson, ReleaseRole } from './commands.ts';
import { playbookRoles, roleHolders, titleOfRole } from './roles.ts';
import { type Assignment, assignment as assignments, type Person, person as people } from './schema.ts';

export function addPerson(rows: Rows, command: z.infer<typeof AddPerson>, act: Act): Verdict {
  const same = [...rows.person.values()].find((person) => sameKey(person) === sameKey(command));
  if (same) return alreadyThere(same);
  const added = { ...command, id: act.newId(), goLiveId: act.goLiveId, pinSetAt: null };
  return decide('person.add', [insert(people, added)], added.id);
}

/** Adds those that are not in the roster yet; every one of them, new or known, then needs the courses. */
export function addPeople(rows: Rows, command: z.infer<typeof AddPeople>, act: Act): Verdict {
  if (command.courseIds.some((id) => !rows.course.has(id))) {
    return refuse('unknown-course', 'A course is not in this go-live. Nobody was added. Reload the board and choose again.');
  }
  const known = new Map([...rows.person.values()].map((person) => [sameKey(person), person.id]));
  const before = known.size;
  const changes: Change[] = [];
  const ids = new Set<string>();
  for (const person of command.people) {
    const key = sameKey(person);
    const id = known.get(key) ?? act.newId();
    if (!known.has(key)) changes.push(insert(people, { ...person, id, goLiveId: act.goLiveId, pinSetAt: null }));
    known.set(key, id);
    ids.add(id);
  }
  const added = known.size - before;
  const seatOf = seatFinder(rows);
  for (const courseId of new Set(command.courseIds)) {
    for (const personId of ids) if (!seatOf(courseId, personId)) changes.push(newSeat(act, courseId, personId));
  }
  if (changes.length === 0) {
    return refuse('already-there', 'All of them are in the roster already. Nobody was added.');
  }
  const left = command.people.length - added;
  const note = left === 0 ? '' : `${left} of ${command.people.length} were in the roster already`;
  return decide(added === 0 ? 'seat.need' : 'person.add', changes, null, note);
}

export function editPerson(rows: Rows, command: z.infer<typeof EditPerson>, _act: Act): Verdict {
  const { personId, ...fields } = command;
  const person = rows.person.get(personId);
  if (!person) return unknownPerson();
  const role = fields.inTeam === false ? [...rows.assignment.values()].find((each) => each.personId === personId) : undefined;
  if (role) {
    const title = titleOfRole(rows, role.role);
    return refuse('holds-role', `${person.name} holds the role ${title} and stays in the team. Release the role first.`, [title]);
  }
  const after = sameKey({ ...person, ...fields });
  const same = [...rows.person.values()].find((other) => other.id !== personId && sameKey(other) === after);
  if (same) return alreadyThere(same);
  const changes = update(people, person, fields);
  if (changes.length === 0) return refuse('nothing-changed', `${person.name} already is as you entered it.`);
  return decide('person.edit', changes, person.id);
}

export function assignRole(rows: Rows, command: z.infer<typeof AssignRole>, act: Act): Verdict {
  const { role, personId, insteadOf } = command;
  const person = rows.person.get(personId);
  if (!person) return unknownPerson();
  if (!playbookRoles(rows).some(({ key }) => key === role)) {
    return refuse('unknown-role', `The playbook of this go-live has no role ${role}. Nothing was changed. Choose one of its roles.`, [
      role,
    ]);
  }
  const title = titleOfRole(rows, role);
  if (assignmentOf(rows, role, personId)) return refuse('already-holds', `${person.name} holds the role ${title} already.`, [title]);
  const former = insteadOf === undefined ? undefined : assignmentOf(rows, role, insteadOf);
  if (insteadOf !== undefined && !former) {
    const name = rows.person.get(insteadOf)?.name ?? 'The person to be relieved';
    return refuse('not-held', `${name} does not hold the role ${title}. Nothing was changed. Reload the board.`, [title]);
  }
  const added = insert(assignments, { id: act.newId(), goLiveId: act.goLiveId, role, personId });
  const relieved = former ? [remove(assignments, former)] : [];
  return decide('role.assign', [added, ...relieved, ...update(people, person, { inTeam: true })], personId);
}

export function releaseRole(rows: Rows, command: z.infer<typeof ReleaseRole>, _act: Act): Verdict {
  const { role, personId } = command;
  const person = rows.person.get(personId);
  if (!person) return unknownPerson();
  const title = titleOfRole(rows, role);
  const held = assignmentOf(rows, role, personId);
  if (!held) return refuse('not-held', `${person.name} does not hold the role ${title}. Nothing was changed. Reload the board.`, [title]);
  const isRequired = playbookRoles(rows).some(({ key, isRequired: needed }) => key === role && needed);
  if (isRequired && (roleHolders(rows).get(role)?.length ?? 0) < 2) {
    const sentence = `The role ${title} is required and ${person.name} is the only one who holds it. Give it to somebody else first.`;
    return refuse('required-role', sentence, [title]);
  }
  return decide('role.release', [remove(assignments, held)], personId);
}

function assignmentOf(rows: Rows, role: string, personId: string): Assignment | undefined {
  return [...rows.assignment.values()].find((each) => each.role === role && each.personId === personId);
}

/** Two people with the same key are one person: same name, department and contact, however they are spelled in case and spaces. */
export function sameKey({ name, department, contact }: Pick<NewPerson, 'name' | 'department' | 'contact'>): string {
  return [name, department, contact].map((words) => words.replace(/\s+/g, ' ').toLowerCase()).join('\n');
}

function alreadyThere({ name, department }: Person) {
  const where = department === '' ? 'without a department' : `in ${department}`;
  return refuse(
    'already-there',
    `${name} ${where} is in the roster already. Nothing was changed. Give a contact that tells two people apart.`,
    [name],
  );
}

function unknownPerson() {
  return refuse('unknown-person', 'There is no such person in the roster of this go-live. Nothing was changed. Reload the board.');
}
