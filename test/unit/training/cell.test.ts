import { expect, test } from 'vitest';
import { cellAddress, cellOf } from '../../../renderer/boards/training/cell.ts';
import { course } from '../../support/people.ts';

const courses = [course(31, { ref: 'CRS-01' }), course(32, { ref: 'CRS-02' })];

test.each([
  ['department', 'Warehouse North'],
  ['department', 'R/D and QA'],
  ['jobRole', ''],
  ['department', null],
] as const)('a cell of %s %s is found again from its address', (by, group) => {
  expect(cellOf(cellAddress('CRS-02', by, group), courses)).toEqual({ course: courses[1], by, group });
});

test('an address that names no course opens nothing', () => {
  expect(cellOf(null, courses)).toBeNull();
  expect(cellOf('T-014', courses)).toBeNull();
});
