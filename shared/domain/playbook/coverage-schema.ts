/** The shape of `assets/playbooks/catalogue.json` and `coverage.json`: what the source processes ask for, and what becomes of it. */
import { z } from 'zod';
import { line } from '../../base/fields.ts';
import { homes } from './elements.ts';

export const seeds = ['S0', 'S1', 'S2', 'S3', 'S4'] as const;
/** Where the result of an entry lives, in the words of the catalogue. */
export const catalogueHomes = [
  'playbook',
  'runbook',
  'readiness-board',
  'go-no-go',
  'incident',
  'ticket',
  'roster',
  'training',
  'monitoring',
  'risk',
  'handover',
  'closure',
  'report',
  'metrics',
  'settings',
] as const;

const catalogueId = z.string().regex(/^S[0-4]-\d{3}$/, 'is not a catalogue id such as S3-022');
const catalogueIds = z.array(catalogueId).min(1);

/** One thing a source process asks for that can be ticked, measured, assigned or produced on its own. */
export const catalogueSchema = z.array(
  z.strictObject({ id: catalogueId, seed: z.enum(seeds), kind: z.string().regex(/^[a-z-]+$/), home: z.enum(catalogueHomes) }),
);
export type CatalogueEntry = z.infer<typeof catalogueSchema>[number];

/** Areas that are still to be built, besides those whose boards are there in part. */
export const laterAreas = [...homes, 'rollback', 'comms'] as const;

/** People work with it, or see it doing its part, on a board; the request is the one that makes or changes it. */
const served = z.strictObject({ board: line, request: z.string().regex(/^[a-zA-Z]+\.[a-zA-Z]+$/) });
/** It is kept with the go-live and told on the playbook board, on purpose no more than that. */
const recorded = z.strictObject({ recorded: line });
/** It is kept and told on the playbook board until the area that will serve it is built. */
const later = z.strictObject({ later: z.enum(laterAreas), why: line });

const place = {
  /** Names of the fields that lead to the element, such as `phases.steps`; empty for the playbook itself. */
  at: z.string().regex(/^([a-zA-Z]+(\.[a-zA-Z]+)*)?$/),
  /** What the element's fields must be: true for filled, false for not filled, or one of the words. Left out: anything. */
  if: z.record(z.string(), z.union([z.boolean(), z.array(line).min(1)])).default({}),
};

/** How elements at a place are used. Of several rules for one place the first that fits counts. */
export const elementRule = z.union([
  served.extend(place),
  recorded.extend(place),
  later.extend(place),
  /** This place and all within it are used as those of `as`, such as steps that a variation adds. */
  z.strictObject({ at: place.at, as: place.at }),
]);
export type ElementRule = z.infer<typeof elementRule>;

export const coverageSchema = z.strictObject({
  elements: z.array(elementRule),
  /** Kind of catalogue entry → the place that is made for it: where an entry stands there, its other elements do not count. */
  kinds: z.record(z.string(), place.at),
  /** Ids that a feature of the product serves rather than an element. */
  features: z.array(served.extend({ ids: catalogueIds, feature: line })),
  /** Ids that differ from what the rules of their elements say. */
  recorded: z.array(recorded.extend({ ids: catalogueIds })),
  later: z.array(later.extend({ ids: catalogueIds })),
});
export type Coverage = z.infer<typeof coverageSchema>;

export type Use =
  | { readonly state: 'served'; readonly board: string; readonly request: string }
  | { readonly state: 'recorded'; readonly why: string }
  | { readonly state: 'later'; readonly area: (typeof laterAreas)[number]; readonly why: string };

/** What a rule or an exception says, without where it applies. */
export function usedAs(said: z.infer<typeof served> | z.infer<typeof recorded> | z.infer<typeof later>): Use {
  if ('board' in said) return { state: 'served', board: said.board, request: said.request };
  if ('recorded' in said) return { state: 'recorded', why: said.recorded };
  return { state: 'later', area: said.later, why: said.why };
}
