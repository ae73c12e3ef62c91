/** What may be asked of reports: a go-live's record made into a file. */
import { z } from 'zod';
import type { Entry } from '../../shared/base/entry.ts';
import { id } from '../../shared/base/fields.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { formatDate } from '../../shared/base/time-words.ts';
import { closureReport, closureReportSchema, type Making } from '../../shared/domain/closure/report.ts';
import { decisionRecord, decisionRecordSchema } from '../../shared/domain/gate/report.ts';
import type { Gate } from '../../shared/domain/gate/schema.ts';
import { readinessReport, readinessReportSchema } from '../../shared/domain/readiness/report.ts';
import { deploymentChecklist, deploymentChecklistSchema } from '../../shared/domain/runbook/checklist.ts';
import type { Rows } from '../../shared/domain/tables.ts';
import { mediaTypes, type Report, reportFormats } from '../reports/render.ts';
import { rendered } from '../reports/render-in-worker.ts';
import { ask, goLiveIdOf, goLiveRef, nowIn, refused, router } from './trpc.ts';

const reportFile = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), fileName: z.string(), mediaType: z.string(), base64: z.base64() }),
  refused,
]);

export const reportKinds = ['closure', 'readiness', 'decision', 'checklist'] as const;

const reportAsked = z.strictObject({
  goLiveId: goLiveRef,
  kind: z.enum(reportKinds),
  format: z.enum(reportFormats),
  /** The gate of a decision record, by its reference or id; absent for the other kinds. */
  gate: z.union([id, z.string().regex(/^G-\d{1,7}$/, 'is not a gate such as G-2')]).optional(),
  /** The person of the roster who makes it; absent when the screen has not said who it is. */
  as: id.optional(),
});

export const report = router({
  /** The report as it stands now, whole, as a file. */
  make: ask(reportAsked, reportFile, async (asked, ctx) => {
    const found = goLiveIdOf(ctx, asked.goLiveId);
    if (!found.ok) return found;
    const rows = ctx.record.rows(found.value);
    const goLive = rows.goLive.get(found.value);
    const maker = asked.as === undefined ? null : rows.person.get(asked.as);
    if (!goLive || maker === undefined) {
      return refuse('unknown-person', 'The person who makes the report is not in the roster of this go-live. Choose who you are again.');
    }
    const gate = gateAsked(rows, asked);
    if (!gate.ok) return gate;
    const { journal } = ctx.record;
    const making = { now: nowIn(ctx, found.value), madeBy: maker?.name ?? ctx.session.name, chainHash: journal.last().hash };
    const model = modelOf(asked.kind, gate.value, rows, journal.after(found.value, 0, Number.MAX_SAFE_INTEGER), making);
    const made = await rendered({ report: model, format: asked.format });
    if (!made.ok) return made;
    const about = [goLive.ref, asked.kind, gate.value?.ref, formatDate(making.now, goLive.zone)].filter(Boolean).join('-');
    return {
      ok: true as const,
      fileName: `${about}.${asked.format}`,
      mediaType: mediaTypes[asked.format],
      base64: Buffer.from(made.value).toString('base64'),
    };
  }),
});

function modelOf(kind: (typeof reportKinds)[number], gate: Gate | null, rows: Rows, entries: readonly Entry[], making: Making): Report {
  if (gate) return decisionRecordSchema.parse(decisionRecord(rows, entries, gate, making));
  if (kind === 'readiness') return readinessReportSchema.parse(readinessReport(rows, entries, making));
  if (kind === 'checklist') return deploymentChecklistSchema.parse(deploymentChecklist(rows, entries, making));
  return closureReportSchema.parse(closureReport(rows, entries, making));
}

/** The gate of a decision record; null for the other kinds, which are about none. */
function gateAsked(rows: Rows, { kind, gate }: z.infer<typeof reportAsked>): Result<Gate | null> {
  if (kind !== 'decision') {
    if (gate === undefined) return ok(null);
    return refuse('no-gate-wanted', `A ${kind} report is about the whole go-live, not about a gate. Leave the gate out.`, [gate]);
  }
  const gates = [...rows.gate.values()].sort((a, b) => a.position - b.position);
  const known = gates.length === 0 ? 'This go-live has no gates.' : `Choose one of ${gates.map(({ ref }) => ref).join(', ')}.`;
  if (gate === undefined) return refuse('gate-needed', `A decision record is about one gate. ${known}`);
  const found = gates.find(({ id: gateId, ref }) => gateId === gate || ref === gate);
  return found ? ok(found) : refuse('unknown-gate', `There is no gate ${gate} in this go-live. ${known}`, [gate]);
}
