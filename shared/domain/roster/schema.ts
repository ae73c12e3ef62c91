/** The rows of the roster: people, and which role of the playbook each holds. */
import { z } from 'zod';
import { id, instant, key, line, optionalLine } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';

export const person = table(
  'person',
  z.strictObject({
    id,
    goLiveId: id,
    name: line,
    department: optionalLine,
    /** What the person does in the company, such as "warehouse clerk". */
    jobRole: optionalLine,
    contact: optionalLine,
    /** True for the go-live team, false for people who are only trained or only report. */
    inTeam: z.boolean(),
    /** When the person set a PIN; null for none. The host alone knows it, and only as a hash. */
    pinSetAt: instant.nullable(),
  }),
  { goLiveId: 'goLive' },
  { pinSetAt: null },
);
export type Person = RowOf<typeof person>;

export const assignment = table('assignment', z.strictObject({ id, goLiveId: id, role: key, personId: id }), {
  goLiveId: 'goLive',
  personId: 'person',
});
export type Assignment = RowOf<typeof assignment>;
