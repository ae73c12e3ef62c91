/** What every element of a playbook is made of: catalogue ids, a short title, the words behind it, keys and lengths of time. */
import { z } from 'zod';
import { catalogueIds, key, text } from '../../base/fields.ts';

const YEARS_MINUTES = 10 * 366 * 24 * 60;

/** What a board shows in one row. */
export const title = z.string().trim().min(1, 'must not be empty').max(90, 'is longer than 90 characters; put the rest into detail');
/** A length of time in whole minutes. */
export const minutes = z.number().int('is not a whole number of minutes').min(0, 'must not be negative').max(YEARS_MINUTES);
/** Minutes counted from T-0; negative lies before it. */
export const tMinutes = z.number().int('is not a whole number of minutes').min(-YEARS_MINUTES).max(YEARS_MINUTES);
/** Catalogue ids of the source process an element serves; empty when the element is an addition of its author. */
export const ids = catalogueIds.default([]);
/** The key of another element, or empty for none. */
export const keyOrNone = z.union([key, z.literal('')]).default('');
export const keys = z.array(key).max(100).default([]);

/** A list that may be left out of the file, which means empty. */
export function list<Of extends z.ZodType>(of: Of, most = 100) {
  return z.array(of).max(most, `holds more than ${most}`).default([]);
}

export const element = z.strictObject({ ids, title, detail: text.default('') });
/** An element that others point at. */
export const keyed = element.extend({ key });
export const elements = list(element);

/** How long something may take. */
export const range = z.strictObject({ ids, minMinutes: minutes, maxMinutes: minutes });

/** Where the result of a step, piece of advice or resource lives: the boards of Gantry. */
export const homes = [
  'playbook',
  'runbook',
  'readiness',
  'gate',
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
export const home = z.enum(homes);
