import { expect, test } from 'vitest';
import { planTree } from '../../../renderer/boards/runbook/plan-tree.ts';
import { groupsOf } from '../../../renderer/boards/runbook/task-groups.ts';
import { idOf } from '../../support/builders.ts';
import { aLine } from './lines.ts';

const words = { zone: 'Europe/Prague', phaseTitle: (key: string) => key.toUpperCase(), phaseOrder: ['load', 'check'] };
const names = (groups: readonly { readonly name: string }[]) => groups.map(({ name }) => name);

test('by stream the one with blocked tasks stands first, then the one with most late ones', () => {
  const lines = [
    aLine(1, 0, 10, { task: { stream: 'Data' } }),
    aLine(2, 0, 10, { task: { stream: 'Network' }, isLate: true }),
    aLine(3, 0, 10, { task: { stream: 'Web' }, state: 'blocked' }),
  ];
  expect(names(groupsOf(lines, 'stream', words))).toEqual(['Web', 'Network', 'Data']);
});

test('by phase the playbook orders them, and phases it does not know come last', () => {
  const lines = ['later', 'check', 'load'].map((phase, at) => aLine(at + 1, at, at + 5, { task: { phase } }));
  expect(names(groupsOf(lines, 'phase', words))).toEqual(['LOAD', 'CHECK', 'LATER']);
});

test('by day a task belongs to the day its forecast starts in the zone of the go-live', () => {
  const lines = [aLine(1, 130, 140), aLine(2, 60, 70)]; // T-0 is 22:00 in Prague
  expect(groupsOf(lines, 'day', words).map(({ name, lines: own }) => [name, own.map(({ task }) => task.ref)])).toEqual([
    ['Sat 21 Nov', ['T-002']],
    ['Sun 22 Nov', ['T-001']],
  ]);
});

test('nothing shown is no group', () => {
  expect(groupsOf([], 'time', words)).toEqual([]);
});

test('the tree of the plan shows the groups around what passed the filter, and nothing of a folded group', () => {
  const all = [
    aLine(1, 0, 30, { task: { kind: 'group' } }),
    aLine(2, 0, 10, { task: { parentId: idOf(1) } }),
    aLine(3, 10, 30, { task: { kind: 'group', parentId: idOf(1) } }),
    aLine(4, 10, 30, { task: { parentId: idOf(3) } }),
    aLine(5, 0, 5),
  ];
  const refs = (folded: readonly string[]) => planTree(all.slice(3), all, new Set(folded)).lines.map(({ task }) => task.ref);
  expect(refs([])).toEqual(['T-001', 'T-003', 'T-004', 'T-005']);
  expect(refs([idOf(3)])).toEqual(['T-001', 'T-003', 'T-005']);
  expect(planTree(all, all, new Set()).depths.get(idOf(4))).toBe(2);
});

test('groups that stand in each other lose nobody else', () => {
  const all = [
    aLine(1, 0, 1, { task: { kind: 'group', parentId: idOf(2) } }),
    aLine(2, 0, 1, { task: { kind: 'group', parentId: idOf(1) } }),
    aLine(3, 0, 1),
  ];
  expect(planTree(all, all, new Set()).lines.map(({ task }) => task.ref)).toEqual(['T-003']);
});
