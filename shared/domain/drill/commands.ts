/** What the trainer can ask of a drill: its clock, and the trouble that is put in. */
import { z } from 'zod';
import { duration, id, instant, reason } from '../../base/fields.ts';
import { injectionKinds } from './schema.ts';

/** Speeds people choose from; 0 stands still. */
export const speeds = [0, 1, 10, 60] as const;

export const SetSpeed = z.strictObject({ speed: z.union([z.literal(0), z.literal(1), z.literal(10), z.literal(60)]) });
/** Absent jumps to the next moment at which something is planned, forecast or due. */
export const JumpAhead = z.strictObject({ to: instant.optional() });
export const PlaceTrouble = z.strictObject({
  kind: z.enum(injectionKinds),
  dueAt: instant,
  /** The task of a failure or delay. */
  taskId: id.nullable().default(null),
  /** The person of an absence or lost connection. */
  personId: id.nullable().default(null),
  /** 0 lasts until people mend it. */
  lengthMs: duration.default(0),
  says: reason,
});
export const RemoveTrouble = z.strictObject({ troubleId: id });
/** The same seed makes the same trouble for the same plan. */
export const GenerateTrouble = z.strictObject({
  seed: z.number().int().min(0).max(2_147_483_647),
  count: z.number().int().min(1).max(100),
  kinds: z.array(z.enum(injectionKinds)).min(1).max(injectionKinds.length),
});
export const EndTrouble = z.strictObject({ injectionId: id });

/** Trouble that has not struck yet. It lies with the host alone, never in a row. */
export const trouble = z.strictObject({
  id,
  ...PlaceTrouble.shape,
  taskId: id.nullable(),
  personId: id.nullable(),
  lengthMs: duration,
  setBy: z.string(),
});
export type Trouble = Readonly<z.infer<typeof trouble>>;
