/** What may be asked of drawings: that what a screen has drawn becomes a PDF. */
import { z } from 'zod';
import { refuse } from '../../shared/base/result.ts';
import { drawing as drawingSchema, MOST_SHAPES } from '../../shared/domain/runbook/drawing/shapes.ts';
import { rendered } from '../reports/render-in-worker.ts';
import { perform, refused, router } from './trpc.ts';

const MOST_PAGES = 40;

const made = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), base64: z.base64() }), refused]);

export const drawing = router({
  /** One page for each drawing. Reads nothing of the record and writes nothing to it. */
  pdf: perform(
    z.strictObject({ drawings: z.array(drawingSchema).min(1).max(MOST_PAGES) }),
    made,
    async ({ drawings }) => {
      if (drawings.reduce((sum, { shapes }) => sum + shapes.length, 0) > MOST_SHAPES) {
        return refuse('too-large', 'The drawing is too large for a PDF. Nothing was made. Filter the tasks and try again.');
      }
      const file = await rendered({ drawings });
      return file.ok ? { ok: true as const, base64: Buffer.from(file.value).toString('base64') } : file;
    },
    'viewer',
  ),
});
