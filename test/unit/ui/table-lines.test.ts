import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridTemplate, leastWidth } from '../../../renderer/ui/table-columns.ts';
import { nextSort } from '../../../renderer/ui/table-head.tsx';
import { lineAfter, moveOf, tableLines } from '../../../renderer/ui/table-lines.ts';

const rowId = (row: string) => row;
const byName = { compare: (a: string, b: string) => a.localeCompare(b), descending: false };
const groups = [
  { key: 'late', rows: ['d', 'b'] },
  { key: 'folded', rows: ['x'], folded: true },
  { key: 'new', rows: ['c', 'a'] },
];
const kinds = (pattern: string) => [...pattern].map((letter) => ({ kind: letter === 'g' ? ('group' as const) : ('row' as const) }));

describe('the lines of a table', () => {
  test('a group shows its head and rows, a folded one its head only', () => {
    const lines = tableLines({ groups }, rowId, null);
    expect(lines.map((line) => (line.kind === 'group' ? `[${line.group.key}]` : line.id))).toEqual([
      '[late]',
      'd',
      'b',
      '[folded]',
      '[new]',
      'c',
      'a',
    ]);
  });

  test('sorting keeps rows in their group and leaves the given rows as they are', () => {
    const lines = tableLines({ groups }, rowId, { ...byName, descending: true });
    expect(lines.flatMap((line) => (line.kind === 'row' ? [line.id] : []))).toEqual(['d', 'b', 'c', 'a']);
    const rows = ['b', 'a'];
    expect(tableLines({ rows }, rowId, byName).map((line) => line.kind === 'row' && line.id)).toEqual(['a', 'b']);
    expect(rows).toEqual(['b', 'a']);
  });

  test('a head that is clicked again and again sorts up, down, and as given', () => {
    const up = nextSort('ref', null);
    const down = nextSort('ref', up);
    expect([up, down, nextSort('ref', down)]).toEqual([{ key: 'ref', descending: false }, { key: 'ref', descending: true }, null]);
    expect(nextSort('title', down)).toEqual({ key: 'title', descending: false });
  });
});

describe('moving the selection', () => {
  test('group heads are stepped over both ways', () => {
    const lines = kinds('grgrr');
    expect(lineAfter(lines, 1, 'next', 10)).toBe(3);
    expect(lineAfter(lines, 3, 'previous', 10)).toBe(1);
  });

  test('it stops at both ends', () => {
    const lines = kinds('grrg');
    expect(lineAfter(lines, 2, 'next', 10)).toBe(2);
    expect(lineAfter(lines, 1, 'previous', 10)).toBe(1);
    expect(lineAfter(lines, 1, 'page-down', 10)).toBe(2);
    expect(lineAfter(lines, 2, 'page-up', 10)).toBe(1);
    expect(lineAfter(lines, 2, 'last', 10)).toBe(2);
    expect(lineAfter(lines, 2, 'first', 10)).toBe(1);
  });

  test('from no selection it goes to the first row, with End to the last', () => {
    const lines = kinds('grrr');
    expect(lineAfter(lines, -1, 'next', 10)).toBe(1);
    expect(lineAfter(lines, -1, 'previous', 10)).toBe(1);
    expect(lineAfter(lines, -1, 'last', 10)).toBe(3);
  });

  test('a page is as many rows as are in view, at least one', () => {
    const lines = kinds('r'.repeat(100));
    expect(lineAfter(lines, 0, 'page-down', 30)).toBe(30);
    expect(lineAfter(lines, 50, 'page-up', 30)).toBe(20);
    expect(lineAfter(lines, 50, 'page-down', 0)).toBe(51);
  });

  test('whatever the lines, it lands on a row, or nowhere when there is none', () => {
    const someLines = fc.array(fc.constantFrom('g', 'r'), { maxLength: 40 }).map((letters) => kinds(letters.join('')));
    const move = fc.constantFrom('next', 'previous', 'first', 'last', 'page-down', 'page-up');
    fc.assert(
      fc.property(someLines, fc.integer({ min: -1, max: 39 }), move, fc.integer({ min: 0, max: 50 }), (lines, from, where, page) => {
        const to = lineAfter(lines, Math.min(from, lines.length - 1), where, page);
        expect(to === -1 ? lines.every((line) => line.kind === 'group') : lines[to]?.kind === 'row').toBe(true);
      }),
    );
  });

  test('J, K, arrows, Home, End and the page keys move, others do not', () => {
    expect(['j', 'K', 'ArrowDown', 'Home', 'End', 'PageUp'].map(moveOf)).toEqual(['next', 'previous', 'next', 'first', 'last', 'page-up']);
    expect(['x', 'Enter', 'Tab'].map(moveOf)).toEqual([undefined, undefined, undefined]);
  });
});

test('columns keep their pixels and share the rest, never below their least width', () => {
  const columns = [{ width: 88 }, { width: '2fr', min: 150 }, { width: '1fr' }] as const;
  expect(gridTemplate(columns)).toBe('88px minmax(150px, 2fr) minmax(96px, 1fr)');
  expect(leastWidth(columns)).toBe(88 + 150 + 96);
});
