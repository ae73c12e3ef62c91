/** What may be asked of the runbook. */
import {
  AddTask,
  BlockTask,
  EditTask,
  FailTask,
  FinishTask,
  LinkTasks,
  ReopenTask,
  SkipTask,
  StartTask,
  UnblockTask,
  UnlinkTasks,
} from '../../shared/domain/runbook/commands.ts';
import { addTask, editTask, linkTasks, unlinkTasks } from '../../shared/domain/runbook/plan-rules.ts';
import { blockTask, failTask, finishTask, reopenTask, skipTask, startTask, unblockTask } from '../../shared/domain/runbook/rules.ts';
import { planFile } from './plan-file.ts';
import { act, router } from './trpc.ts';

export const runbook = router({
  addTask: act(AddTask, addTask),
  editTask: act(EditTask, editTask),
  linkTasks: act(LinkTasks, linkTasks),
  unlinkTasks: act(UnlinkTasks, unlinkTasks),
  startTask: act(StartTask, startTask),
  finishTask: act(FinishTask, finishTask),
  blockTask: act(BlockTask, blockTask),
  unblockTask: act(UnblockTask, unblockTask),
  skipTask: act(SkipTask, skipTask),
  failTask: act(FailTask, failTask),
  reopenTask: act(ReopenTask, reopenTask),
  previewPlan: planFile.preview,
  importPlan: planFile.take,
});
