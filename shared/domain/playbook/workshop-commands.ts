/** What people can ask of the workshop, where playbooks are made and changed. */
import { z } from 'zod';
import { id, key, line } from '../../base/fields.ts';

const content = z.record(z.string(), z.unknown());

export const SavePlaybook = z.strictObject({
  /** The playbook that is saved again; null for a new one. */
  playbookId: id.nullable().default(null),
  /** The revision the person began with; saving is refused when somebody else saved since. 0 for a new one. */
  revision: z.number().int().min(0).default(0),
  /** The whole playbook, as in its file. */
  content,
  /** Key and version of the playbook it was made from; empty for none. */
  basedOn: z.union([key, z.literal('')]).default(''),
  basedOnVersion: z.string().max(200).default(''),
});
export const DuplicatePlaybook = z.strictObject({
  /** The playbook to copy. */
  playbookKey: key,
  title: line,
});
export const RetirePlaybook = z.strictObject({
  playbookId: id,
  /** False offers it again. */
  isRetired: z.boolean(),
});
