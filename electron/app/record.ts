/** What may be asked of the record as a whole: prove it, copy it. */
import { z } from 'zod';
import { instant } from '../../shared/base/fields.ts';
import { ask, perform, router } from './trpc.ts';

const verification = z.object({
  file: z.string(),
  entries: z.number().int(),
  rows: z.number().int(),
  lastHash: z.string(),
  /** What does not hold; empty when the record is proven. */
  faults: z.array(z.string()),
});

export const record = router({
  verify: ask(z.strictObject({}), verification, (_, ctx) => {
    const { entries, rows, lastHash, faults } = ctx.record.verify();
    return { file: ctx.record.file, entries, rows, lastHash, faults: [...faults] };
  }),
  backUp: perform(z.strictObject({}), z.object({ file: z.string(), at: instant }), async (_, ctx) => {
    const backup = await ctx.record.backUp(ctx.now());
    return { file: backup.file, at: backup.at };
  }),
});
