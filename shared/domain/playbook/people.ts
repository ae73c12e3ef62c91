/** What a playbook says about people who use and keep the system: training, support after go-live, handover. */
import { z } from 'zod';
import { optionalLine } from '../../base/fields.ts';
import { elements, keyed, list } from './elements.ts';

export const training = z.strictObject({
  /** Who is trained, by category. */
  audiences: elements,
  formats: elements,
  materials: elements,
  /** Each becomes a course of the go-live. */
  courses: list(
    keyed.extend({
      audience: optionalLine.default(''),
      format: optionalLine.default(''),
      /** True when people may not work on the new system without it. */
      isRequired: z.boolean(),
    }),
    60,
  ),
});

export const support = z.strictObject({
  /** Parts of the go-live support plan, such as coverage round the clock. */
  components: elements,
  ticketCategories: elements,
  roles: elements,
  procedures: elements,
  maintenance: elements,
});

export const handover = z.strictObject({ documents: elements, knowledgeAreas: elements });
