/** What a playbook says for when things go wrong, and what is watched so that it shows: procedures, escalation, rollback, monitoring, risks. */
import { z } from 'zod';
import { key, optionalLine, text } from '../../base/fields.ts';
import { escalationLevel } from '../incident/schema.ts';
import { element, elements, ids, keyed, keyOrNone, keys, list, minutes, title } from './elements.ts';

/** An emergency procedure: ordered steps, and the rules that choose between them. */
export const procedure = keyed.extend({
  /** When to work it. */
  when: text.default(''),
  steps: list(
    keyed.extend({
      /** True when a branch or a person may leave it out. */
      isIfNeeded: z.boolean().default(false),
    }),
    40,
  ),
  branches: list(z.strictObject({ ids, when: title, goTo: key }), 20),
  /** The report it ends with. */
  report: keyOrNone,
});
export type Procedure = z.infer<typeof procedure>;

/** An escalation level with what is done at it. */
export const escalation = element.extend({
  level: escalationLevel,
  /** Unresolved for so long, it goes one level up; null when only people decide that. */
  afterMinutes: minutes.nullable().default(null),
  actions: list(element.extend({ role: keyOrNone }), 40),
});

export const incidentStage = element.extend({ roles: keys });

export const rollbackKinds = ['automated', 'manual', 'database', 'communication'] as const;
export type RollbackKind = (typeof rollbackKinds)[number];
/** Before anything is taken back, after all of it, or in its place where no task says how it is taken back. */
export const rollbackPlaces = ['before', 'instead', 'after'] as const;
/** Lengths where the playbook gives none, in minutes: of one step of a rollback, and of the check whether the data are consistent. */
export const USUAL_STEP_MINUTES = 5;
export const USUAL_CONSISTENCY_MINUTES = 15;
export const rollback = keyed.extend({
  kind: z.enum(rollbackKinds),
  role: keyOrNone,
  steps: list(element.extend({ place: z.enum(rollbackPlaces).default('before'), minutes: minutes.default(USUAL_STEP_MINUTES) })),
});
export type RollbackWay = z.infer<typeof rollback>;
export type RollbackStep = RollbackWay['steps'][number];
/** What a rollback is held against. */
export const wayBack = z.strictObject({
  /** Longest time a rollback may take; null where nobody said. */
  targetMinutes: minutes.nullable().default(null),
  /** How long the check takes that ends a database rollback: whether the data are consistent. */
  consistencyMinutes: minutes.default(USUAL_CONSISTENCY_MINUTES),
  /** Steps, inputs and checklist points whose checks say that the way back was tried. */
  testedBy: keys,
});

export const monitoring = z.strictObject({
  areas: list(keyed.extend({ role: keyOrNone, metrics: list(element.extend({ unit: optionalLine.default('') })) }), 40),
  /** Checks that come round again, with who looks. */
  routines: list(element.extend({ role: keyOrNone, everyMinutes: minutes.nullable().default(null) }), 40),
  /** How long the system is watched closely after the deployment. */
  watches: list(element.extend({ minMinutes: minutes, maxMinutes: minutes }), 20),
});

export const risks = z.strictObject({ known: elements, mitigations: elements, contingencies: elements });
