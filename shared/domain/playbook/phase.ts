/** The phases of a playbook: who leads them, what is worked in them, and the gates they end with. */
import { z } from 'zod';
import { key, line, optionalLine, text } from '../../base/fields.ts';
import { metricOperators } from '../closure/schema.ts';
import { channels } from '../comms/schema.ts';
import { criticalities } from '../readiness/criticality.ts';
import { testKinds } from '../readiness/test-schema.ts';
import { linkKinds, plannedKinds, runsIn, timings } from '../runbook/schema.ts';
import { element, elements, home, ids, keyed, keyOrNone, keys, list, minutes, range, title, tMinutes } from './elements.ts';

/** How much a check weighs, and whether somebody else must look at it: the same for steps, inputs and checklist points. */
const scrutiny = {
  criticality: z.enum(criticalities).default('normal'),
  /** True when it counts as passed only after somebody other than who did it has verified it. */
  isVerified: z.boolean().default(false),
};

/** The check a step, input or checklist point puts on the readiness board. */
export const checkOf = z.strictObject({
  ...scrutiny,
  /** The state to be proven, such as "All tests pass"; empty takes the title of what it belongs to. */
  title: optionalLine.default(''),
  /** One of the playbook's `areas`. */
  area: line,
  /** Due, counted from T-0; null for no due time. */
  dueMinutes: tMinutes.nullable().default(null),
  /** What to attach as evidence, in words; empty when a word of its owner is enough. */
  evidence: optionalLine.default(''),
});

/** A predecessor of a task. */
export const afterStep = z.strictObject({
  /** The step whose task comes first. */
  step: key,
  kind: z.enum(linkKinds).default('FS'),
  /** Wait after it; negative is a lead. */
  lagMinutes: tMinutes.default(0),
});

/** The task a step puts on the runbook. */
export const taskOf = z.strictObject({
  kind: z.enum(plannedKinds).default('task'),
  /** One of the playbook's `streams`. */
  stream: line,
  /** Planned start, counted from T-0; null when only its predecessors place it. */
  startMinutes: tMinutes.nullable().default(null),
  minutes,
  /** Shortest and longest time it may take; null where nobody said. */
  shortestMinutes: minutes.nullable().default(null),
  longestMinutes: minutes.nullable().default(null),
  timing: z.enum(timings).default('not before'),
  runIn: z.enum(runsIn).default('always'),
  /** True when it starts by itself as soon as it may. */
  startsItself: z.boolean().default(false),
  /** How to take it back once it was worked; null when there is nothing to take back. */
  undo: z
    .strictObject({ title, detail: text.default(''), minutes })
    .nullable()
    .default(null),
  after: list(afterStep, 40),
});

export const step = keyed.extend({
  /** The step's number in the source process, such as "2.2a"; empty for none. */
  code: z.string().trim().max(20).default(''),
  /** The board its result lives on. */
  home,
  /** The step it is a part of. */
  partOf: keyOrNone,
  /** The role that does it; empty leaves it to the phase's first lead. */
  role: keyOrNone,
  /** The condition under which it applies; empty for always. */
  condition: keyOrNone,
  /** Whom a communication is for, in words; empty for any other step. */
  audience: optionalLine.default(''),
  /** Of a communication: through what it goes, and the words, with fields in braces such as {system}; see `comms/made.ts`. */
  channel: z.enum(channels).default('mail'),
  message: text.default(''),
  /** What must be proven; null for nothing. */
  check: checkOf.nullable().default(null),
  /** What must be worked in the runbook; null for nothing. */
  task: taskOf.nullable().default(null),
});
export type Step = z.infer<typeof step>;

/** A role's place in a phase. */
const place = z.strictObject({
  ids,
  role: key,
  /** The part of the phase it is for, such as "approval"; empty for all of it. */
  part: optionalLine.default(''),
});

/** A phase. Phases stand in the order they are worked in. */
export const phase = keyed.extend({
  leads: list(place, 10),
  support: list(place, 40),
  objectives: elements,
  duration: range.nullable().default(null),
  /** Phases worked at the same time. */
  parallelWith: keys,
  /** What the team must keep to in this phase. */
  rules: elements,
  /** What the run concentrates on here; variations add to it. */
  emphasis: elements,
  deliverables: elements,
  steps: list(step, 200),
});
export type Phase = z.infer<typeof phase>;

/** Something needed before the start. Each becomes a check. */
export const input = keyed.extend({
  /** False when the run may go without it. */
  isRequired: z.boolean(),
  /** The phase its check is shown in. */
  phase: key,
  role: keyOrNone,
  check: checkOf,
});

/** A named list of points to tick. Each point becomes a check. */
export const checklist = keyed.extend({
  /** The checklist this one is a group of. */
  partOf: keyOrNone,
  phase: key,
  role: keyOrNone,
  condition: keyOrNone,
  area: line,
  points: list(
    keyed.extend({
      role: keyOrNone,
      condition: keyOrNone,
      dueMinutes: tMinutes.nullable().default(null),
      evidence: optionalLine.default(''),
      ...scrutiny,
    }),
    200,
  ),
});

export const threshold = z.strictObject({
  ids,
  operator: z.enum(metricOperators),
  target: z.number().min(-1e12).max(1e12),
  unit: optionalLine.default(''),
});

/** What must be true for a go. */
export const gateCriterion = keyed.extend({
  /** Steps, inputs and checklist points whose checks prove it, and tests whose results do; empty when a person judges it. */
  provenBy: keys,
  condition: keyOrNone,
  /** What speaks for a go and for a no-go, in words, such as "None critical" and "Any critical"; empty where the title says it all. */
  goWhen: text.default(''),
  noGoWhen: text.default(''),
  /** True when nobody may pass the gate before it is met, and nobody may waive it. */
  neededToPass: z.boolean().default(false),
  /** True when the cutover may not even start before it is met; includes all that `neededToPass` says. */
  neededToStart: z.boolean().default(false),
  threshold: threshold.nullable().default(null),
});
export type GateCriterion = z.infer<typeof gateCriterion>;

export const playbookGate = keyed.extend({
  question: text.default(''),
  /** The phase whose exit it is; empty for none. */
  phase: keyOrNone,
  /** Phases whose tasks may not start before a go. */
  guards: keys,
  /** The role that decides. */
  decider: key,
  /** The roles asked for their call. */
  positions: keys,
  plannedMinutes: tMinutes.nullable().default(null),
  /** Least time the system must have been live before a go, such as a stability period; null for none. */
  minutesLive: minutes.nullable().default(null),
  /** True when rolling back is no longer planned for after a go here. */
  isPointOfNoReturn: z.boolean().default(false),
  criteria: list(gateCriterion),
  /** Sign-offs wanted before a go, in this order, such as the QA sign-off. */
  approvals: list(keyed.extend({ role: key }), 20),
});
export type PlaybookGate = z.infer<typeof playbookGate>;

/** A test planned for the release, with what it must reach. Each becomes a test of the go-live. */
export const playbookTest = keyed.extend({
  kind: z.enum(testKinds),
  phase: key,
  role: keyOrNone,
  condition: keyOrNone,
  /** Where it is run, such as staging. */
  environment: optionalLine.default(''),
  /** What the measured value must reach; null when a person says whether it passed. */
  operator: z.enum(metricOperators).nullable().default(null),
  target: z.number().min(-1e12).max(1e12).nullable().default(null),
  unit: optionalLine.default(''),
  /** The step, input or checklist point whose check it measures; that check passes only after it. Empty for none. */
  proves: keyOrNone,
});
export type PlaybookTest = z.infer<typeof playbookTest>;

/** A yes-or-no question about this go-live that decides whether a step applies. */
export const playbookCondition = keyed.extend({
  question: line,
  /** Said as the reason where it does not hold, such as "This release changes no database". */
  otherwise: line,
  /** The answer for one go-live; null in the file and while nobody has answered, which counts as yes. */
  holds: z.boolean().nullable().default(null),
});

export const role = keyed.extend({
  /** True when a go-live cannot be made before somebody holds it. */
  isRequired: z.boolean(),
  /** The team it belongs to, such as "deployment team"; empty for none. */
  team: optionalLine.default(''),
  duties: list(element, 40),
});
export type PlaybookRole = z.infer<typeof role>;
