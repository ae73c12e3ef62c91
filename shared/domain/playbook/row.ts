/** Playbooks as rows: the frozen copy that a go-live was made from, and those that people made themselves. */
import { z } from 'zod';
import { count, id, instant, key, line, optionalLine } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';
import { playbookSchema } from './schema.ts';

export const playbookCopy = table('playbookCopy', z.strictObject({ id, goLiveId: id, key, version: line, content: playbookSchema }), {
  goLiveId: 'goLive',
});
export type PlaybookCopy = RowOf<typeof playbookCopy>;

/** Rows that belong to no go-live, such as playbooks people made, have this in its place. */
export const LIBRARY_ID = '00000000-0000-7000-8000-000000000000';

/** A playbook of the workshop. Its key is that of its content and unique in the record. */
export const ownPlaybook = table(
  'ownPlaybook',
  z.strictObject({
    id,
    /** Always `LIBRARY_ID`. */
    goLiveId: id,
    key,
    /** How often it was saved; the first is 1. */
    revision: count,
    /** The playbook it was made from, such as `deploy`, and that one's version; empty for none. */
    basedOn: z.union([key, z.literal('')]),
    basedOnVersion: optionalLine,
    content: playbookSchema,
    savedBy: line,
    savedAt: instant,
    /** True when it is not offered for new go-lives any more. */
    isRetired: z.boolean(),
  }),
);
export type OwnPlaybook = RowOf<typeof ownPlaybook>;
