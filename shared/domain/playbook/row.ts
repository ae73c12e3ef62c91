/** The frozen copy of the playbook that a go-live was made from. */
import { z } from 'zod';
import { id, key, line } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';
import { playbookSchema } from './schema.ts';

export const playbookCopy = table('playbookCopy', z.strictObject({ id, goLiveId: id, key, version: line, content: playbookSchema }), {
  goLiveId: 'goLive',
});
export type PlaybookCopy = RowOf<typeof playbookCopy>;
