/** A strategy: how the release is brought to people, in ordered stages. A playbook has its own; those of `strategies.json` go with any. */
import { z } from 'zod';
import { optionalLine, text } from '../../base/fields.ts';
import { elements, keyed, keyOrNone, list, minutes } from './elements.ts';

export const strategyKinds = ['blue-green', 'canary', 'rolling by users', 'rolling by instance', 'phased', 'direct'] as const;
export type StrategyKind = (typeof strategyKinds)[number];
export const complexities = ['simple', 'standard', 'complex'] as const;
export type Complexity = (typeof complexities)[number];

const strategyStage = keyed.extend({
  /** Who works it; empty leaves it to who leads the strategy. */
  role: keyOrNone,
  minutes: minutes.default(15),
  /** Share of traffic, users, instances or departments on the new version once the stage is finished; null when it moves none. */
  percent: z.number().int().min(0).max(100).nullable().default(null),
  /** The wave it brings over, such as a department; empty for none. */
  wave: optionalLine.default(''),
  /** What must be seen before the next stage may begin; becomes a health check of its own. Empty for nothing. */
  validation: text.default(''),
  validationMinutes: minutes.default(5),
  /** True for the way back: not planned, but offered as an emergency procedure and shown beside the stages. */
  isRollback: z.boolean().default(false),
});
export type StrategyStage = z.infer<typeof strategyStage>;

export const strategy = keyed.extend({
  kind: z.enum(strategyKinds),
  role: keyOrNone,
  advisedWhen: optionalLine.default(''),
  aims: elements,
  stages: list(strategyStage, 40),
});
export type Strategy = z.infer<typeof strategy>;
