import { expect, test } from 'vitest';
import { areaOf, subjectOf } from '../../../shared/domain/timeline/subject.ts';
import { sentence } from '../../../shared/domain/timeline/words.ts';
import { idOf, rowsWith } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';
import { aTest, aTestRun } from '../../support/test-rows.ts';

const rows = rowsWith({ test: [aTest({ unit: 's' })], testRun: [aTestRun()] });
const run = aTestRun({ measured: 2.6, result: 'failed', remark: 'Missing index' });

test.each([
  ['testRun.record', { table: 'testRun', id: run.id, set: run, was: null }, 'TST-01 failed: Posting under load, 2.6 s, Missing index'],
  [
    'testRun.correct',
    { table: 'testRun', id: run.id, set: { defectsFixed: 2 }, was: { defectsFixed: 0 } },
    'TST-01 run corrected: defects fixed',
  ],
  ['testRun.remove', { table: 'testRun', id: run.id, set: null, was: run }, 'TST-01 run removed: Posting under load, 2.6 s, Missing index'],
  [
    'test.exclude',
    { table: 'test', id: idOf(800), set: { notApplicable: 'No load' }, was: { notApplicable: '' } },
    'TST-01 not applicable: No load',
  ],
])('%s is told in words, and belongs to the test', (action, change, words) => {
  const entry = anEntry(action, [change]);
  expect(sentence(entry, rows)).toBe(words);
  expect(areaOf(entry)).toBe('test');
  expect(subjectOf(entry, rows)).toEqual({ table: 'test', id: idOf(800), ref: 'TST-01' });
});
