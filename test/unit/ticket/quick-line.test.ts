import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuickLine, quickParts } from '../../../shared/domain/ticket/quick-line.ts';

const known = { departments: ['Finance', 'Human Resources', 'Warehouse'], categories: ['Training question', 'Bug'] };
const parse = (line: string) => parseQuickLine(line, known);

describe('the line a ticket is logged with', () => {
  test('names department, priority and category anywhere in it', () => {
    const read = { title: 'VAT wrong on invoice print', department: 'Finance', priority: 2, category: 'Training question' };
    expect(parse('VAT wrong on invoice print @finance !2 #training')).toEqual(read);
    expect(parse('@fin VAT wrong !2 on invoice #TRAIN print')).toEqual(read);
  });

  test('without signs is all title', () => {
    expect(parse('  Label   printer offline ')).toEqual({ title: 'Label printer offline', department: '', priority: null, category: '' });
  });

  test('names of several words are joined or quoted; unknown names stay as typed', () => {
    expect(parse('x @human-resources').department).toBe('Human Resources');
    expect(parse('x @"human resources" y')).toMatchObject({ department: 'Human Resources', title: 'x y' });
    expect(parse('x @plant-north').department).toBe('Plant north');
    expect(parse('x #Näherei').category).toBe('Näherei');
  });

  test('the last of each counts', () => {
    expect(parse('x !3 !1 @finance @warehouse')).toMatchObject({ title: 'x', priority: 1, department: 'Warehouse' });
  });

  test.each([
    'mail to a@b.c',
    'order #12',
    'stop!',
    '!9 lines',
    'two ! signs',
    'a !22 b',
    'size @ 3',
    'C#',
    '#',
    '@',
    '!',
    '@""',
    '=1+1',
    '<b>bold</b>',
  ])('signs that name nothing stay in the title: %s', (line) =>
    expect(parse(line)).toEqual({ title: line, department: '', priority: null, category: '' }),
  );

  test('an exact name goes before one it begins', () => {
    expect(parseQuickLine('x @it', { departments: ['IT security', 'IT'], categories: [] }).department).toBe('IT');
  });

  test('its parts together are the line, whatever is typed', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'@#! "\n\t1aé漢'), maxLength: 60 });
    fc.assert(
      fc.property(typed, (line) => {
        const parts = quickParts(line).map(({ text }) => text);
        expect(parts.join('')).toBe(line);
      }),
    );
  });

  test('a megabyte of signs is read to its end', () => {
    for (const piece of ['@"', ' @"', '#a ', '!1 ', ' ', '"@']) {
      const line = piece.repeat(Math.ceil(1_000_000 / piece.length));
      expect(parse(line).title.length).toBeLessThanOrEqual(line.length);
    }
  });
});
