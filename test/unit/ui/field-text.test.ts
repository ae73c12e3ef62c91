import { describe, expect, test } from 'vitest';
import { readNumber, stepped } from '../../../renderer/ui/fields/number-text.ts';
import { sizeText } from '../../../renderer/ui/fields/picked-file.ts';

describe('numbers as people type them', () => {
  test('with a point or a comma, with spaces between thousands, or nothing', () => {
    expect(readNumber('1 200', {})).toEqual({ ok: true, value: 1_200 });
    expect(readNumber('-3', {})).toEqual({ ok: true, value: -3 });
    expect(readNumber('0,5', { step: 0.1 })).toEqual({ ok: true, value: 0.5 });
    expect(readNumber('  ', {})).toEqual({ ok: true, value: null });
  });

  test('out of bounds, broken or no number at all is refused with what to write', () => {
    expect(readNumber('601', { max: 600 })).toEqual({ ok: false, reason: 'Write 600 or less.' });
    expect(readNumber('-1', { min: 0 })).toEqual({ ok: false, reason: 'Write 0 or more.' });
    expect(readNumber('1.5', {})).toEqual({ ok: false, reason: 'Write a whole number.' });
    for (const text of ['1e9', '0x10', '1.2.3', '12 min', '-']) expect(readNumber(text, {}).ok).toBe(false);
  });

  test('steps stay within bounds and do not gather fractions', () => {
    expect(stepped(45, 1, { step: 5, max: 600 })).toBe(50);
    expect(stepped(598, 1, { step: 5, max: 600 })).toBe(600);
    expect(stepped(2, -10, { min: 0 })).toBe(0);
    expect(stepped(0.1, 2, { step: 0.1 })).toBe(0.3);
    expect(stepped(null, 1, { min: 5 })).toBe(5);
  });
});

test('file sizes are said in thousands', () => {
  expect([812, 1_000, 14_400, 2_300_000, 20_000_000].map(sizeText)).toEqual(['812 B', '1 kB', '14 kB', '2.3 MB', '20 MB']);
});
