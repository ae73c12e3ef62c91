import { expect, test } from 'vitest';
import { withLine } from '../../../renderer/boards/runbook/exchange/whose.ts';

test('a line that is chosen names itself, so that a conflict which shows up later stays theirs', () => {
  expect(withLine(false, ['a'], 'a', true)).toEqual(['a']);
  expect(withLine(['a'], ['a', 'b'], 'b', true)).toEqual(['a', 'b']);
  expect(withLine(true, ['a', 'b'], 'b', false)).toEqual(['a']);
  expect(withLine(['a'], ['a'], 'a', false)).toEqual([]);
});
