/**
 * The playbook: how a kind of go-live is worked, as data. `assets/playbooks/README.md` explains the format to the person who writes one.
 * Lists may be left out of the file, which means empty; after parsing every field is there.
 */
import { z } from 'zod';
import { line, optionalLine } from '../../base/fields.ts';
import { escalation, incidentStage, monitoring, procedure, risks, rollback } from './answers.ts';
import { closing, deliveryMetric, report, resource, successMetric } from './closing.ts';
import { element, elements, home, keyed, keyOrNone, keys, list, range } from './elements.ts';
import { handover, support, training } from './people.ts';
import { checklist, input, phase, playbookCondition, playbookGate, role } from './phase.ts';
import { faults } from './references.ts';
import { variation } from './variation.ts';

const day = z.iso.date('is not a date such as 2026-05-31');
export const relationKinds = ['follows', 'enables', 'coordinates with', 'requires', 'aligns with', 'may start'] as const;

/** When the playbook may be used at all: every need holds and no reason to skip does. */
const applicability = z.strictObject({
  rules: elements,
  /** A need holds when any of its conditions does. */
  needs: list(element.extend({ anyOf: keys }), 20),
  /** A reason to skip holds when all of its conditions do. */
  skips: list(element.extend({ allOf: keys }), 20),
});

/** A way of bringing the release to people, in ordered stages. */
const strategy = keyed.extend({
  role: keyOrNone,
  advisedWhen: optionalLine.default(''),
  aims: elements,
  stages: list(element.extend({ isRollback: z.boolean().default(false) }), 40),
});

const shape = z.strictObject({
  ...keyed.shape,
  version: line,
  /** Key of the variation this content already includes; empty in the file itself. */
  variation: keyOrNone,
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
  /** Its length by complexity, such as simple and complex; the title names it. */
  durations: list(element.extend({ ...range.shape }), 10),
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
  gates: list(playbookGate, 40),
  deliverables: elements,
  strategies: list(strategy, 20),
  variations: list(variation, 20),
  procedures: list(procedure, 40),
  escalation: list(escalation, 4),
  incidentStages: list(incidentStage, 20),
  rollbacks: list(rollback, 20),
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
export type Playbook = z.infer<typeof shape>;
/** A playbook as a person writes it, with lists left out where they are empty. */
export type PlaybookFile = z.input<typeof shape>;

/** The shape, and that everything in it that points at something points at what is there. */
export const playbookSchema = shape.superRefine((playbook, context) => {
  for (const { path, message } of faults(playbook)) context.addIssue({ code: 'custom', path: [...path], message });
});
