/** What people can ask of a go-live as a whole. */
import { z } from 'zod';
import { instant, key, line, optionalLine, reason, text } from '../../base/fields.ts';
import { complexities } from '../playbook/strategy.ts';
import { zone } from './schema.ts';

/** Most people named when a go-live is made; more are added to the roster afterwards. */
export const MOST_FOUNDERS = 500;
const percent = z.number().int('is not a whole number').min(0, 'must not be negative').max(100, 'is more than 100');

const fields = {
  name: line,
  system: line,
  release: optionalLine,
  description: text,
  /** What T-0 marks, in words. */
  tZeroMeans: line,
  zone,
  windowStart: instant,
  windowEnd: instant,
  /** Share of required training, in percent, that must be reached. */
  trainingTarget: percent,
};

export const CreateGoLive = z.strictObject({
  ...fields,
  release: fields.release.default(''),
  description: fields.description.default(''),
  /** Absent takes the playbook's words. */
  tZeroMeans: fields.tZeroMeans.optional(),
  trainingTarget: fields.trainingTarget.default(90),
  tZeroAt: instant,
  playbookKey: key,
  /** Key of a variation of the playbook; empty for none. */
  variation: z.union([key, z.literal('')]).default(''),
  /** Condition key → does it hold. One left out stays unanswered, which counts as yes. */
  conditions: z
    .record(key, z.boolean())
    .refine((answers) => Object.keys(answers).length <= 60, 'answers more than 60 conditions')
    .default({}),
  /** Key of a strategy; empty for none, absent for the one the variation implies. */
  strategy: z.union([key, z.literal('')]).optional(),
  /** Scales planned times to it; absent or null leaves them as the playbook has them. */
  complexity: z.enum(complexities).nullable().default(null),
  /** Why it is made although the answers say that no deployment is due; absent otherwise. */
  despite: reason.optional(),
  /** The team, each with the keys of the roles they hold. */
  people: z
    .array(
      z.strictObject({
        name: line,
        department: optionalLine.default(''),
        jobRole: optionalLine.default(''),
        contact: optionalLine.default(''),
        roles: z.array(key).max(60, 'holds more than 60 roles').default([]),
      }),
    )
    .max(MOST_FOUNDERS, `names more than ${MOST_FOUNDERS} people`)
    .default([]),
});
/** Fields that are absent stay as they are. */
export const EditGoLive = z
  .strictObject({
    ...fields,
    /** A second zone times are shown in; empty for none. */
    secondZone: z.union([zone, z.literal('')]),
  })
  .partial();
/** Answers to the questions of its playbook. One left out stays as it is; null takes it back, which counts as yes. */
export const AnswerConditions = z.strictObject({
  conditions: z
    .record(key, z.boolean().nullable())
    .refine((answers) => Object.keys(answers).length <= 60, 'answers more than 60 conditions'),
});
export const MoveTZero = z.strictObject({
  tZeroAt: instant,
  /** True moves the change window by as much. */
  moveWindow: z.boolean().default(false),
  reason,
  /** Why T-0 is moved into the past although the cutover runs; absent otherwise. */
  despite: reason.optional(),
});
export const StartCutover = z.strictObject({});
export const DeclareLive = z.strictObject({});
export const CloseGoLive = z.strictObject({
  /** An attempt that is given up is scrubbed instead. */
  outcome: z.enum(['successful', 'successful with issues', 'rolled back']),
  outcomeNote: text.default(''),
  /** Why it is closed although something still stands open; absent otherwise. */
  despite: reason.optional(),
});
export const ScrubGoLive = z.strictObject({ reason });
