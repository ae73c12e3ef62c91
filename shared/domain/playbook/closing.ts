/** How a playbook ends: what success is measured by, what is reported and signed, and how the run is cleaned up. */
import { z } from 'zod';
import { line, optionalLine, text } from '../../base/fields.ts';
import { metricOperators } from '../closure/schema.ts';
import { cleanupOptions } from '../go-live/schema.ts';
import { element, elements, home, keyed, keyOrNone, list, range } from './elements.ts';

export const metricLevels = ['deployment', 'project', 'business'] as const;
/** A measure of success. Each becomes a metric of the go-live, whose target people may then change. */
export const successMetric = keyed.extend({
  level: z.enum(metricLevels),
  operator: z.enum(metricOperators),
  /** The threshold; for "within percent of baseline" the percentage; unused for "no increase". */
  target: z.number().min(-1e12).max(1e12),
  unit: optionalLine.default(''),
});

export const deliveryMeasures = ['deployment frequency', 'lead time', 'time to restore', 'change failure rate'] as const;
export const deliveryMetric = element.extend({ measure: z.enum(deliveryMeasures) });

/** A document the run makes, with its sections. */
export const report = keyed.extend({ phase: keyOrNone, sections: elements });

/** A link or reference document. */
export const resource = element.extend({
  /** Where it is; empty when the team has to fill it in. */
  address: z.string().trim().max(2_000).default(''),
  about: home,
});

/** A choice of three after the run, each with its own ordered actions. */
export const cleanup = element.extend({
  role: keyOrNone,
  options: list(
    element.extend({
      option: z.enum(cleanupOptions),
      /** When to choose it. */
      when: text.default(''),
      /** How long its actions take. */
      duration: range.nullable().default(null),
      /** How often such a moment comes. */
      cadence: range.nullable().default(null),
      /** In order. */
      actions: list(element, 60),
      resources: list(resource, 20),
    }),
    cleanupOptions.length,
  ),
  resources: list(resource, 20),
});

/** Something that must be signed. */
export const playbookSignOff = element.extend({
  /** Who signs, in words, such as "Business owner". */
  role: line,
});

export const closing = z.strictObject({
  activities: elements,
  evaluationAreas: elements,
  lessonCategories: elements,
  improvementAreas: elements,
  futureConsiderations: elements,
  signOffs: list(playbookSignOff, 60),
  cleanup: cleanup.nullable().default(null),
});
