/** The words for tests and their runs. */
import { figureText } from '../closure/metric.ts';
import { rowOf, textOf } from './subject.ts';
import { changedFields, type Teller, type Told, withTail } from './told.ts';

export const testWords: Readonly<Record<string, Teller>> = {
  'test.add': ({ ref, title }) => withTail(`${ref} added`, title),
  'test.edit': ({ ref, set }) => withTail(`${ref} edited`, changedFields(set)),
  'test.exclude': ({ ref, row }) => withTail(`${ref} not applicable`, row.notApplicable),
  'test.include': ({ ref, title }) => withTail(`${ref} applies again`, title),
  'testRun.record': (told) => withTail(`${told.ref} ${told.row.result ?? 'run'}`, ranWords(told)),
  'testRun.correct': ({ ref, set }) => withTail(`${ref} run corrected`, changedFields(set)),
  'testRun.remove': (told) => withTail(`${told.ref} run removed`, ranWords(told)),
};

/** What was tested and measured, as far as the run says. */
function ranWords({ row, rows }: Told): string {
  const test = rowOf('test', row.testId, rows);
  const measured = typeof row.measured === 'number' ? figureText(row.measured, textOf(test?.unit)) : '';
  return [textOf(test?.title), measured, textOf(row.remark)].filter(Boolean).join(', ');
}
