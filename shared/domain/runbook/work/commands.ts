/** What people can ask while they work the night: checks inside tasks, remarks, handing over, corrections, substitutes, shift notes. */
import { z } from 'zod';
import { count, id, instant, line, reason, text } from '../../../base/fields.ts';

const ofTask = { taskId: id };
const ofStep = { stepId: id };

export const AddStep = z.strictObject({ ...ofTask, title: line, isRequired: z.boolean().default(true) });
/** Fields that are absent stay as they are. */
export const EditStep = z.strictObject({ ...ofStep, title: line.optional(), isRequired: z.boolean().optional() });
export const RemoveStep = z.strictObject(ofStep);
/** `to` is its new place among the checks of its task, from 0. */
export const MoveStep = z.strictObject({ ...ofStep, to: count });
export const TickStep = z.strictObject(ofStep);
export const UntickStep = z.strictObject(ofStep);

/** Whoever is named in it with @ finds it on Mine. */
export const AddRemark = z.strictObject({ ...ofTask, content: reason });

export const HandOver = z.strictObject({
  ...ofTask,
  /** Who has it from now on; the first works on it where it is running. */
  toIds: z.array(id).min(1).max(40),
  word: reason,
  takeOver: z.boolean().optional(),
});

/** When it really began and ended. An absent time stays as it is. */
export const CorrectTimes = z.strictObject({ ...ofTask, actualStart: instant.optional(), actualEnd: instant.optional(), reason });

export const Substitute = z.strictObject({ fromId: id, toId: id, reason });
export const GiveBack = z.strictObject({ substitutionId: id });

/** `toId` null is for whoever comes. What stands so at that moment is added by Gantry. */
export const WriteShiftNote = z.strictObject({ toId: id.nullable().default(null), content: text });
export const ReadShiftNote = z.strictObject({ shiftNoteId: id });
