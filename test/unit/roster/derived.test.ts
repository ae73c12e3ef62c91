import { describe, expect, test } from 'vitest';
import { roleLines, unfilledRoles } from '../../../shared/domain/roster/roles.ts';
import { openWork } from '../../../shared/domain/roster/work.ts';
import type { Row } from '../../../shared/domain/tables.ts';
import { idOf } from '../../support/builders.ts';
import { assignment, factsOf, person } from '../../support/people.ts';

const anna = person(11, { name: 'Anna' });
const ben = person(12, { name: 'Ben' });

describe('roles of the team', () => {
  test('required roles stand first, in the order of the playbook, with their holders by name', () => {
    const held = [assignment(21, 'scribe', ben.id), assignment(22, 'scribe', anna.id), assignment(23, 'trainer', ben.id)];
    const lines = roleLines(factsOf({ person: [anna, ben], assignment: held }));
    expect(lines.map(({ key, isRequired, holders }) => [key, isRequired, holders.map(({ name }) => name)])).toEqual([
      ['lead', true, []],
      ['scribe', true, ['Anna', 'Ben']],
      ['trainer', false, ['Ben']],
    ]);
    expect(lines[0]?.duties).toEqual(['Duty of Go-live lead']);
  });

  test('a role that is held though the playbook does not name it is shown too', () => {
    const lines = roleLines(factsOf({ person: [anna], assignment: [assignment(21, 'cable-runner', anna.id)] }));
    expect(lines.at(-1)).toMatchObject({ key: 'cable-runner', title: 'cable runner', isRequired: false });
  });

  test('only required roles without a holder are unfilled', () => {
    expect(unfilledRoles(factsOf({ person: [anna], assignment: [assignment(21, 'lead', anna.id)] })).map(({ key }) => key)).toEqual([
      'scribe',
    ]);
  });
});

describe('open work', () => {
  test('counts what is open for each person and leaves out what is closed', () => {
    const task = (number: number, status: string, ownerIds: string[]) => ({ id: idOf(number), status, ownerIds }) as unknown as Row<'task'>;
    const check = (number: number, status: string) => ({ id: idOf(number), status, ownerId: anna.id }) as unknown as Row<'check'>;
    const ticket = (number: number, status: string) => ({ id: idOf(number), status, assigneeId: ben.id }) as unknown as Row<'ticket'>;
    const incident = {
      id: idOf(91),
      status: 'open',
      commanderId: anna.id,
      scribeId: anna.id,
      liaisonId: null,
    } as unknown as Row<'incident'>;
    const resolved = { ...incident, id: idOf(92), status: 'resolved' } as Row<'incident'>;
    const work = openWork(
      factsOf({
        task: [task(51, 'blocked', [anna.id, ben.id, anna.id]), task(52, 'finished', [anna.id]), task(53, 'planned', [ben.id])],
        check: [check(61, 'open'), check(62, 'failed'), check(63, 'passed'), check(64, 'waived')],
        ticket: [ticket(71, 'waiting'), ticket(72, 'resolved')],
        incident: [incident, resolved],
      }),
    );
    const counts = (id: string) => {
      const { tasks, checks, tickets, incidents } = work.get(id) ?? { tasks: [], checks: [], tickets: [], incidents: [] };
      return [tasks.length, checks.length, tickets.length, incidents.length];
    };
    expect(counts(anna.id)).toEqual([1, 2, 0, 1]);
    expect(counts(ben.id)).toEqual([2, 0, 1, 0]);
    expect(work.has(idOf(99))).toBe(false);
  });
});
