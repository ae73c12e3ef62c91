/**
 * The playbook: how a kind of go-live is worked, as data. `assets/playbooks/README.md` explains the format to the person who writes one.
 * Lists may be left out of the file, which means empty; after parsing every field is there.
 */
import { z } from 'zod';
import { line, optionalLine } from '../../base/fields.ts';
import { escalation, incidentStage, monitoring, procedure, risks, rollback, wayBack } from './answers.ts';
import { closing, deliveryMetric, report, resource, successMetric } from './closing.ts';
import { element, elements, home, keyed, keyOrNone, keys, list, range } from './elements.ts';
import { handover, support, training } from './people.ts';
import { checklist, input, phase, playbookCondition, playbookGate, playbookTest, role } from './phase.ts';
import { faults } from './references.ts';
import { complexities, strategy } from './strategy.ts';
import { variation } from './variation.ts';

const day = z.iso.date('is not a date such as 2026-05-31');
export const relationKinds = ['follows', 'enables', 'coordinates with', 'requires', 'aligns with', 'may start'] as const;

/** When the playbook may be used at all: every need holds and no reason to skip does. */
const applicability = z.strictObject({
  rules: elements,
  /** A need holds when any of its conditions does. */
  needs: list(element.extend({ anyOf: keys }), 20),
  /** A reason to skip holds when all of `allOf` do and none of `noneOf` does. One that is not answered does not hold here. */
  skips: list(element.extend({ allOf: keys, noneOf: keys }), 20),
});

/** The shape alone; `playbookSchema` also looks at what points where. */
export const playbookShape = z.strictObject({
  ...keyed.shape,
  /** The format of the file, so that a later one is refused and not half read. */
  format: z.literal(1, { error: 'is not 1, the format this Gantry reads' }).default(1),
  version: line,
  /** Key of the variation this content already includes; empty in the file itself. */
  variation: keyOrNone,
  /** Key of the strategy this content already includes; empty in the file itself. */
  strategy: keyOrNone,
  /** The complexity its lengths are already scaled for; null in the file itself and where none was chosen. */
  scaledFor: z.enum(complexities).nullable().default(null),
  /** Short code of the source process, such as "DEPLOY"; empty for none. */
  code: optionalLine.default(''),
  author: optionalLine.default(''),
  createdOn: day.nullable().default(null),
  updatedOn: day.nullable().default(null),
  /** The system it was written for; empty for any. */
  targetSystem: optionalLine.default(''),
  complexity: optionalLine.default(''),
  keyFocus: list(line, 20),
  /** What T-0 marks unless the go-live says otherwise. */
  tZeroMeans: line,
  duration: range.nullable().default(null),
  /** Its length by complexity. */
  durations: list(element.extend({ ...range.shape, complexity: z.enum(complexities) }), complexities.length),
  /** The complexity that planned times are written for; null when choosing one does not scale them. */
  plannedFor: z.enum(complexities).nullable().default(null),
  objectives: elements,
  triggers: list(element.extend({ role: keyOrNone }), 20),
  applicability: applicability.prefault({}),
  relations: list(element.extend({ kind: z.enum(relationKinds) })),
  rules: elements,
  advice: list(element.extend({ about: home })),
  resources: list(resource),
  roles: list(role, 60),
  conditions: list(playbookCondition, 60),
  /** Areas of readiness, in the order of the board. */
  areas: list(line, 40),
  /** Parallel lanes of work, in the order of the board. */
  streams: list(line, 40),
  inputs: list(input, 40),
  phases: list(phase, 40),
  checklists: list(checklist, 40),
  tests: list(playbookTest, 200),
  gates: list(playbookGate, 40),
  deliverables: elements,
  strategies: list(strategy, 20),
  /** The step with whose task the release is brought to people; the stages of a strategy follow it. Empty when none fits. */
  rollout: keyOrNone,
  variations: list(variation, 20),
  procedures: list(procedure, 40),
  escalation: list(escalation, 4),
  incidentStages: list(incidentStage, 20),
  rollbacks: list(rollback, 20),
  wayBack: wayBack.prefault({}),
  monitoring: monitoring.prefault({}),
  risks: risks.prefault({}),
  training: training.prefault({}),
  support: support.prefault({}),
  handover: handover.prefault({}),
  metrics: list(successMetric),
  deliveryMetrics: list(deliveryMetric, 20),
  reports: list(report, 60),
  closing: closing.prefault({}),
});

/** A playbook as it is after parsing. */
export type Playbook = z.infer<typeof playbookShape>;
/** A playbook as a person writes it, with lists left out where they are empty. */
export type PlaybookFile = z.input<typeof playbookShape>;

/** The shape, and that everything in it that points at something points at what is there. */
export const playbookSchema = playbookShape.superRefine((playbook, context) => {
  for (const { path, message } of faults(playbook)) context.addIssue({ code: 'custom', path: [...path], message });
});
