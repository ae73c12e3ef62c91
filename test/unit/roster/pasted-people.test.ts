import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pastedPeople } from '../../../shared/domain/roster/pasted-people.ts';

const named = (text: string) =>
  pastedPeople(text, false).people.map(({ name, department, jobRole, contact }) => [name, department, jobRole, contact]);

describe('pasted people', () => {
  test('lines are read as name, department, job role, contact', () => {
    expect(named('Anna Novak;Finance;clerk;anna@firm.test\n\nBen Eser; Sales\r\n')).toEqual([
      ['Anna Novak', 'Finance', 'clerk', 'anna@firm.test'],
      ['Ben Eser', 'Sales', '', ''],
    ]);
  });

  test('cells pasted from a spreadsheet are parted by tabs, and a comma in a name stays', () => {
    expect(named('Novak, Anna\tFinance\nEser, Ben\tSales')).toEqual([
      ['Novak, Anna', 'Finance', '', ''],
      ['Eser, Ben', 'Sales', '', ''],
    ]);
  });

  test('a line of heads says which column is which', () => {
    expect(named('E-mail;Department;Full name\nanna@firm.test;Finance;Anna Novak')).toEqual([
      ['Anna Novak', 'Finance', '', 'anna@firm.test'],
    ]);
  });

  test('a line without a name and a line too long are told with their number', () => {
    const { people, problems } = pastedPeople(`;Finance\nAnna;Sales\n${'x'.repeat(201)};Sales`, true);
    expect(people).toMatchObject([{ name: 'Anna', inTeam: true }]);
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'Name must not be empty.'],
      [3, 'Name is longer than 200 characters.'],
    ]);
  });

  test('more people than one act takes are told, not cut silently', () => {
    const { people, problems } = pastedPeople(Array.from({ length: 5_002 }, (_, at) => `P${at}`).join('\n'), false);
    expect(people).toHaveLength(5_000);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.line).toBe(5_001);
  });

  test('any text is read without failing, and every line is either people or a problem', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { people, problems } = pastedPeople(text, false);
        const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
        expect(lines.length - (people.length + problems.length)).toBeLessThanOrEqual(1);
        expect(people.length + problems.length).toBeLessThanOrEqual(lines.length);
      }),
    );
  });
});
