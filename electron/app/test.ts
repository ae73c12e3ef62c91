/** What may be asked of the tests board. */
import {
  AddTest,
  CorrectRun,
  EditTest,
  ExcludeTest,
  IncludeTest,
  RecordRun,
  RemoveRun,
} from '../../shared/domain/readiness/test-commands.ts';
import { addTest, editTest, excludeTest, includeTest } from '../../shared/domain/readiness/test-rules.ts';
import { correctRun, recordRun, removeRun } from '../../shared/domain/readiness/test-run-rules.ts';
import { act, router } from './trpc.ts';

export const test = router({
  addTest: act(AddTest, addTest),
  editTest: act(EditTest, editTest),
  excludeTest: act(ExcludeTest, excludeTest),
  includeTest: act(IncludeTest, includeTest),
  recordRun: act(RecordRun, recordRun),
  correctRun: act(CorrectRun, correctRun),
  removeRun: act(RemoveRun, removeRun),
});
