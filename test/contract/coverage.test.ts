import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../support/catalogue.ts';
import { gantry } from '../support/command-line.ts';
import { eachHost } from '../support/hosts.ts';
import { testFolder } from '../support/record.ts';

eachHost((at) => {
  describe('the summary of the coverage', () => {
    test('counts every entry of the catalogue once by source and once by home, for whoever may look', async () => {
      const { total, seeds, homes, recorded, later } = await at().join('viewer').coverage.summary.query({});
      expect(total.total).toBe(catalogue().length);
      expect(total.served + total.recorded + total.later + total.missing).toBe(total.total);
      for (const by of [seeds, homes]) {
        for (const state of ['total', 'served', 'recorded', 'later', 'missing'] as const) {
          expect(
            Object.values(by).reduce((sum, counts) => sum + counts[state], 0),
            state,
          ).toBe(total[state]);
        }
      }
      expect(recorded.reduce((sum, { count }) => sum + count, 0)).toBe(total.recorded);
      expect(later.reduce((sum, { count }) => sum + count, 0)).toBe(total.later);
    });

    test('gives the reason and the ids of what is only recorded, and the area of what comes later', async () => {
      const { recorded, later } = await at().join('viewer').coverage.summary.query({});
      for (const { why, count, ids } of [...recorded, ...later.flatMap(({ because }) => because)]) {
        expect(why).not.toBe('');
        expect(ids.split(' ')).toHaveLength(count);
      }
      expect(later.find(({ area }) => area === 'report')?.because.some(({ ids }) => ids.includes('S3-133'))).toBe(true);
    });
  });
});

test('gantry call coverage.summary prints one line for each source and home', async () => {
  const { code, out } = await gantry(join(testFolder(), 'record.gantry'), 'call', 'coverage.summary', '{}');
  expect(code).toBe(0);
  expect(out).toMatch(/\n {4}"S3": \{ "total": 173, "served": \d+, "recorded": \d+, "later": \d+, "missing": 0 \},\n/);
  expect(out).toMatch(/\n {4}"go-no-go": \{ "total": \d+, /);
});
