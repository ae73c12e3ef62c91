/** Ids sort in the order they were made, also those of one millisecond. */
import { expect, test } from 'vitest';
import { newId } from '../../../electron/record/new-id.ts';
import { NOW } from '../../support/record.ts';

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('100,000 ids of one millisecond are all different, well formed, and sort as they were made', () => {
  const ids = Array.from({ length: 100_000 }, () => newId(NOW));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => uuidV7.test(id))).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
});

test('an id begins with its millisecond', () => {
  expect(newId(NOW).replace('-', '').slice(0, 12)).toBe(NOW.toString(16).padStart(12, '0'));
  expect(newId(NOW + 1) > newId(NOW)).toBe(true);
});
