/** What people can ask of the runbook. */
import { z } from 'zod';
import { duration, id, instant, line, offset, optionalLine, reason, text } from '../../base/fields.ts';
import { linkKinds, plannedKinds, task, taskKinds } from './schema.ts';

const planFields = {
  title: line,
  detail: text,
  kind: z.enum([...plannedKinds, 'group']),
  phase: optionalLine,
  stream: optionalLine,
  ownerIds: z.array(id).max(40),
  startOffset: offset.nullable(),
  durationMs: duration,
  timing: task.row.shape.timing,
  peopleNeeded: task.row.shape.peopleNeeded,
  startsItself: task.row.shape.startsItself,
  command: task.row.shape.command,
  address: task.row.shape.address,
  comments: text,
};
const ofTask = { taskId: id };
/** True takes a task that another person works on out of their hands. */
const onRunning = { ...ofTask, takeOver: z.boolean().optional() };
/** When a block is expected to be over; null where nobody knows. */
const clearsAt = instant.nullable();

export const AddTask = z.strictObject({
  title: planFields.title,
  detail: planFields.detail.default(''),
  kind: planFields.kind.default('task'),
  phase: planFields.phase.default(''),
  stream: planFields.stream.default(''),
  ownerIds: planFields.ownerIds.default([]),
  startOffset: planFields.startOffset.default(null),
  durationMs: planFields.durationMs.default(0),
  timing: planFields.timing.default('not before'),
  peopleNeeded: planFields.peopleNeeded.default(0),
  startsItself: planFields.startsItself.default(false),
  command: planFields.command.default(''),
  address: planFields.address.default(''),
  comments: planFields.comments.default(''),
  /** Predecessors, finish to start. */
  after: z.array(id).max(200).default([]),
});
/** Fields that are absent stay as they are. */
export const EditTask = z
  .strictObject({
    ...ofTask,
    ...planFields,
    /** What the person saw in the fields they change: one of them that others changed meanwhile is not overwritten. */
    was: z.strictObject({ ...planFields, kind: z.enum(taskKinds) }).partial(),
  })
  .partial()
  .required({ taskId: true });
export const StartTask = z.strictObject({
  ...ofTask,
  /** Why it starts although something still holds it; absent otherwise. */
  despite: reason.optional(),
});
export const FinishTask = z.strictObject({ ...onRunning, byWorkaround: z.boolean().default(false), despite: reason.optional() });
export const BlockTask = z.strictObject({ ...onRunning, reason, clearsAt: clearsAt.optional() });
export const EstimateBlock = z.strictObject({ ...ofTask, clearsAt });
export const UnblockTask = z.strictObject(onRunning);
export const SkipTask = z.strictObject({ ...onRunning, reason });
export const FailTask = z.strictObject({ ...onRunning, reason });
export const ReopenTask = z.strictObject({ ...ofTask, reason });
export const LinkTasks = z.strictObject({ fromId: id, toId: id, kind: z.enum(linkKinds).default('FS'), lagMs: offset.default(0) });
export const UnlinkTasks = z.strictObject({ linkId: id });
