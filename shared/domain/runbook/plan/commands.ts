/** What people can ask of the plan as a whole: many tasks at once, groups, order, templates, and copies from another go-live. */
import { z } from 'zod';
import { id, line, offset } from '../../../base/fields.ts';
import { linkKinds, plannedKinds, task } from '../schema.ts';
import { taskTemplate } from '../work-schema.ts';
import { type PlanValues, rowFields } from './plan-fields.ts';

/** More rows than this are not added by one act: a plan of that size comes in as a file. */
export const MOST_ADDED = 5_000;
export const MOST_EDITED = 20_000;

/** What a new row is called until it has an id, so that other new rows can name it. */
const rowKey = z.string().min(1).max(60);
const idOrKey = z.union([id, rowKey]);
const shape = task.row.pick(Object.fromEntries(rowFields.map((field) => [field, true])) as Record<(typeof rowFields)[number], true>).shape;
const after = z.array(z.strictObject({ fromId: idOrKey, kind: z.enum(linkKinds), lagMs: offset })).max(500);
const values = z.strictObject({ ...shape, after }).partial();

export const TaskEdit = z.strictObject({
  taskId: id,
  /** What the person saw in each field they changed. */
  was: values,
  set: values,
});
export const TaskAdded = z.strictObject({
  key: rowKey,
  /** The group it stands in; null for none. */
  parentId: idOrKey.nullable(),
  /** The task, group or new row of the same group it stands behind; null for before all others. */
  behindId: idOrKey.nullable(),
  values: values.extend({ title: line, kind: z.enum([...plannedKinds, 'group']).default('task') }),
});
export const EditTasks = z.strictObject({
  edits: z.array(TaskEdit).max(MOST_EDITED),
  added: z
    .array(TaskAdded)
    .max(MOST_ADDED, `holds more new tasks than the ${MOST_ADDED} one act adds; import the plan as a file`)
    .default([]),
});
export type EditTasksCommand = z.infer<typeof EditTasks>;
export type TaskEditValues = Partial<PlanValues>;

const chosen = z.array(id).min(1, 'must name a task').max(MOST_EDITED);
export const RemoveTasks = z.strictObject({ taskIds: chosen });
/** Puts the tasks, with all that stands in them, into a group behind one of it; null is no group, or the first place. */
export const ArrangeTasks = z.strictObject({ taskIds: chosen, parentId: id.nullable(), behindId: id.nullable() });
export const GroupTasks = z.strictObject({ taskIds: chosen, title: line });
export const UngroupTasks = z.strictObject({ groupId: id });

export const SaveTemplate = z.strictObject({ taskIds: chosen, name: line });
export const RetireTemplate = z.strictObject({ templateId: taskTemplate.row.shape.id, isRetired: z.boolean() });
/** Whom the people of a piece become here; those that are not named are left open. */
const people = z.record(z.string().max(300), id);
export const InsertTemplate = z.strictObject({
  templateId: taskTemplate.row.shape.id,
  parentId: id.nullable(),
  behindId: id.nullable(),
  /** T offset the first planned start becomes; null keeps the offsets as they were saved. */
  startOffset: offset.nullable(),
  people,
});
/** What of another plan is meant: all tasks that are in one of these. */
export const PlanChoice = z.strictObject({
  groupIds: z.array(id).max(MOST_EDITED).default([]),
  phases: z.array(z.string().max(200)).max(200).default([]),
  streams: z.array(z.string().max(200)).max(200).default([]),
  taskIds: z.array(id).max(MOST_EDITED).default([]),
});
export const CopyPlan = z.strictObject({
  from: id,
  choice: PlanChoice,
  /** Added to every planned start, ms. */
  shiftMs: offset.default(0),
  people,
});
