/** What may be asked of reports: a go-live's record made into a file. */
import { z } from 'zod';
import { id } from '../../shared/base/fields.ts';
import { refuse } from '../../shared/base/result.ts';
import { formatDate } from '../../shared/base/time-words.ts';
import { closureReport, closureReportSchema } from '../../shared/domain/closure/report.ts';
import { mediaTypes, renderClosure, reportFormats } from '../reports/render-closure.ts';
import { ask, goLiveIdOf, goLiveRef, refused, router } from './trpc.ts';

const reportFile = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), fileName: z.string(), mediaType: z.string(), base64: z.base64() }),
  refused,
]);

export const report = router({
  /** The report as it stands now, whole, as a file. */
  make: ask(
    z.strictObject({
      goLiveId: goLiveRef,
      kind: z.enum(['closure']),
      format: z.enum(reportFormats),
      /** The person of the roster who makes it; absent when the screen has not said who it is. */
      as: id.optional(),
    }),
    reportFile,
    async ({ goLiveId, kind, format, as }, ctx) => {
      const found = goLiveIdOf(ctx, goLiveId);
      if (!found.ok) return found;
      const rows = ctx.record.rows(found.value);
      const goLive = rows.goLive.get(found.value);
      const maker = as === undefined ? null : rows.person.get(as);
      if (!goLive || maker === undefined) {
        return refuse('unknown-person', 'The person who makes the report is not in the roster of this go-live. Choose who you are again.');
      }
      const { journal } = ctx.record;
      const now = ctx.now();
      const entries = journal.after(found.value, 0, Number.MAX_SAFE_INTEGER);
      const model = closureReport(rows, entries, { now, madeBy: maker?.name ?? ctx.session.name, chainHash: journal.last().hash });
      const bytes = await renderClosure(closureReportSchema.parse(model), format);
      return {
        ok: true as const,
        fileName: `${goLive.ref}-${kind}-${formatDate(now, goLive.zone)}.${format}`,
        mediaType: mediaTypes[format],
        base64: Buffer.from(bytes).toString('base64'),
      };
    },
  ),
});
