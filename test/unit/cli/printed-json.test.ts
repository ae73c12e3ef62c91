import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedJson } from '../../../electron/cli/printed-json.ts';

test('what is printed for people is the same data', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(printedJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('what fits into one line stands on one line, the rest is taken apart', () => {
  const counts = { total: 295, served: 210, recorded: 40 };
  expect(printedJson({ counts })).toBe('{ "counts": { "total": 295, "served": 210, "recorded": 40 } }');
  const long = { S0: counts, S1: counts, S2: counts };
  expect(printedJson(long).split('\n')).toHaveLength(5);
  expect(printedJson(long)).toContain('\n  "S1": { "total": 295, "served": 210, "recorded": 40 },\n');
});
