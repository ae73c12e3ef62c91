import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rolesNamed } from '../../../renderer/boards/go-live/pasted-roles.ts';
import { whenToTake } from '../../../shared/domain/playbook/when-to-take.ts';

const roles = [
  { key: 'deployment-operator', title: 'Deployment operator' },
  { key: 'tester', title: 'Tester' },
  { key: 'analyst', title: 'Business analyst' },
];

test('a pasted role is the role of the playbook, whatever the capitals, and several in one cell are several', () => {
  expect(rolesNamed('Deployment operator', roles)).toEqual(['deployment-operator']);
  expect(rolesNamed(' DEPLOYMENT-OPERATOR ', roles)).toEqual(['deployment-operator']);
  expect(rolesNamed('Tester / business analyst', roles)).toEqual(['tester', 'analyst']);
  expect(rolesNamed('Tester and Deployment operator', roles)).toEqual(['deployment-operator', 'tester']);
  expect(rolesNamed('Head of testing', roles)).toEqual([]);
  expect(rolesNamed('', roles)).toEqual([]);
});

test('every built-in playbook says in one line when to take it, each its own', () => {
  const folder = 'assets/playbooks';
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const built = files
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as { key?: string; detail?: string; phases?: unknown })
    .filter(({ key, phases }) => key !== undefined && phases !== undefined);
  expect(built.length).toBeGreaterThan(4);
  const lines = built.map(({ key = '', detail = '' }) => whenToTake({ key, detail }));
  expect(new Set(lines).size).toBe(lines.length);
  for (const [at, line] of lines.entries()) {
    expect(line.length).toBeLessThan(80);
    expect(built[at]?.detail).not.toContain(line);
  }
  expect(whenToTake({ key: 'ours', detail: 'Payroll only: each month. Small.' })).toBe('Payroll only');
});
