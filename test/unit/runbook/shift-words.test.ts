import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysText, readDays, readShifts, shiftsText } from '../../../shared/domain/runbook/shift-words.ts';

const shift = fc.tuple(fc.nat(1_440), fc.nat(1_440)).map(([from, to]) => ({ from, to }));
const shifts = fc.array(shift, { maxLength: 6 });

test('what is written for shifts reads back as the same shifts', () => {
  fc.assert(
    fc.property(shifts, (given) => {
      expect(readShifts(shiftsText(given), 'Monday')).toEqual({ ok: true, value: given });
    }),
  );
});

test('single days read back with their shifts, a day off as one', () => {
  const days = [
    { date: '2026-12-24', shifts: [{ from: 480, to: 720 }] },
    { date: '2026-12-25', shifts: [] },
  ];
  expect(daysText(days)).toBe('2026-12-24 08:00-12:00\n2026-12-25 off');
  expect(readDays(`${daysText(days)}\n\n`)).toEqual({ ok: true, value: days });
});

test.each([
  ['8-17', [{ from: 480, to: 1_020 }]],
  [
    '8:30 – 12:00; 13 to 17',
    [
      { from: 510, to: 720 },
      { from: 780, to: 1_020 },
    ],
  ],
  ['24h', [{ from: 0, to: 1_440 }]],
  ['off', []],
  ['', []],
])('“%s” is read as people mean it', (text, value) => {
  expect(readShifts(text, 'Monday')).toEqual({ ok: true, value });
});

describe('what cannot be read is named with its day', () => {
  test.each(['nine to five', '8:75-17:00', '8-25', '8-', '1-2,2-3,3-4,4-5,5-6,6-7,7-8'])('%s', (text) => {
    expect(readShifts(text, 'Tuesday')).toMatchObject({ ok: false, refusal: { reason: expect.stringContaining('Tuesday') } });
  });
  test.each(['24.12.2026 off', '2026-02-30 off', 'Christmas'])('day %s', (text) => {
    expect(readDays(text)).toMatchObject({ ok: false, refusal: { code: 'unreadable' } });
  });
});
