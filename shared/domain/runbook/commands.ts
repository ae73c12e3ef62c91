/** What people can ask of the runbook. */
import { z } from 'zod';
import { duration, id, line, offset, optionalLine, reason, text } from '../../base/fields.ts';
import { linkKinds, taskKinds } from './schema.ts';

const planFields = {
  title: line,
  detail: text,
  kind: z.enum(taskKinds),
  phase: optionalLine,
  stream: optionalLine,
  ownerIds: z.array(id).max(40),
  startOffset: offset.nullable(),
  durationMs: duration,
};
const ofTask = { taskId: id };

export const AddTask = z.strictObject({
  title: planFields.title,
  detail: planFields.detail.default(''),
  kind: planFields.kind.default('task'),
  phase: planFields.phase.default(''),
  stream: planFields.stream.default(''),
  ownerIds: planFields.ownerIds.default([]),
  startOffset: planFields.startOffset.default(null),
  durationMs: planFields.durationMs.default(0),
  /** Predecessors, finish to start. */
  after: z.array(id).max(200).default([]),
});
/** Fields that are absent stay as they are. */
export const EditTask = z
  .strictObject({ ...ofTask, ...planFields, comments: text })
  .partial()
  .required({ taskId: true });
export const StartTask = z.strictObject({
  ...ofTask,
  /** Why it starts although something still holds it; absent otherwise. */
  despite: reason.optional(),
});
export const FinishTask = z.strictObject({ ...ofTask, byWorkaround: z.boolean().default(false), despite: reason.optional() });
export const BlockTask = z.strictObject({ ...ofTask, reason });
export const UnblockTask = z.strictObject(ofTask);
export const SkipTask = z.strictObject({ ...ofTask, reason });
export const FailTask = z.strictObject({ ...ofTask, reason });
export const ReopenTask = z.strictObject({ ...ofTask, reason });
export const LinkTasks = z.strictObject({ fromId: id, toId: id, kind: z.enum(linkKinds).default('FS'), lagMs: offset.default(0) });
export const UnlinkTasks = z.strictObject({ linkId: id });
