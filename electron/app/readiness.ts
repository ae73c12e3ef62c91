/** What may be asked of the readiness board. Files kept as evidence go into the record and come out as they went in. */
import { z } from 'zod';
import { count, id, instant, line } from '../../shared/base/fields.ts';
import { refuse } from '../../shared/base/result.ts';
import { addBlocker, clearBlocker, removeBlocker } from '../../shared/domain/readiness/blocker-rules.ts';
import { editChecks, settleChecks, verifyChecks } from '../../shared/domain/readiness/bulk-rules.ts';
import { changedChecks } from '../../shared/domain/readiness/changed-since.ts';
import {
  AddBlocker,
  AddCheck,
  AddEvidence,
  ClearBlocker,
  EditCheck,
  EditChecks,
  RemoveBlocker,
  RemoveEvidence,
  SendBackCheck,
  SettleCheck,
  SettleChecks,
  VerifyCheck,
  VerifyChecks,
} from '../../shared/domain/readiness/commands.ts';
import { addEvidence, type EvidenceKept, removeEvidence } from '../../shared/domain/readiness/evidence-rules.ts';
import { mediaTypeOf } from '../../shared/domain/readiness/media-type.ts';
import { addCheck, editCheck } from '../../shared/domain/readiness/rules.ts';
import { sendBackCheck, settleCheck, verifyCheck } from '../../shared/domain/readiness/settle-rules.ts';
import { fileToKeep, type KeptFile } from '../record/record.ts';
import { trendOf } from './readiness-trend.ts';
import { act, actOn, ask, envelope, goLiveIdOf, goLiveRef, outcome, perform, refused, router } from './trpc.ts';

const evidenceFile = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), name: line, mediaType: z.string(), base64: z.string() }),
  refused,
]);

const trend = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    seq: z.number().int(),
    points: z.array(z.object({ at: instant, figure: z.number().min(0).max(1).nullable(), applicable: count })),
  }),
  refused,
]);

/** More entries than this since the last look are not told one by one. */
const MOST_ENTRIES = 5_000;
const changed = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** True when older entries of the stretch were left out. */
    isCut: z.boolean(),
    checks: z.array(
      z.object({
        checkId: id,
        happenings: z.array(z.object({ seq: z.number().int(), occurredAt: instant, actor: z.string(), text: z.string() })),
      }),
    ),
  }),
  refused,
]);

export const readiness = router({
  addCheck: act(AddCheck, addCheck),
  editCheck: act(EditCheck, editCheck),
  editChecks: act(EditChecks, editChecks),
  settleCheck: act(SettleCheck, settleCheck),
  settleChecks: act(SettleChecks, settleChecks),
  verifyCheck: act(VerifyCheck, verifyCheck),
  verifyChecks: act(VerifyChecks, verifyChecks),
  sendBackCheck: act(SendBackCheck, sendBackCheck),
  addBlocker: act(AddBlocker, addBlocker),
  clearBlocker: act(ClearBlocker, clearBlocker),
  removeBlocker: act(RemoveBlocker, removeBlocker),
  addEvidence: perform(
    AddEvidence.extend(envelope.shape),
    outcome,
    ({ checkId, evidence, ...asked }, ctx) => {
      const { file, ...kept } = keptOf(evidence);
      return actOn(ctx, asked, (rows, circumstances) => addEvidence(rows, { checkId, ...kept }, circumstances), {
        files: file ? [file] : [],
      });
    },
    'member',
  ),
  removeEvidence: act(RemoveEvidence, removeEvidence),
  /** The file of a piece of evidence, byte for byte. */
  evidenceFile: ask(z.strictObject({ goLiveId: goLiveRef, evidenceId: id }), evidenceFile, ({ goLiveId, evidenceId }, ctx) => {
    const found = goLiveIdOf(ctx, goLiveId);
    if (!found.ok) return found;
    const evidence = ctx.record.rows(found.value).evidence.get(evidenceId);
    const bytes = evidence?.kind === 'file' ? ctx.record.keptFile(evidence.sha256) : null;
    if (!evidence || !bytes)
      return refuse('unknown-file', 'There is no such file in this go-live. It may have been removed. Reload the board.');
    return { ok: true as const, name: evidence.content, mediaType: evidence.mediaType, base64: Buffer.from(bytes).toString('base64') };
  }),
  /** The readiness figure since planning began, oldest point first. */
  trend: ask(z.strictObject({ goLiveId: goLiveRef }), trend, async ({ goLiveId }, ctx) => {
    const found = goLiveIdOf(ctx, goLiveId);
    if (!found.ok) return found;
    const { seq, points } = await trendOf(ctx.record, found.value);
    return { ok: true as const, seq, points: [...points] };
  }),
  /** The checks that changed after the entry `since`, the latest first, without what `but` did. */
  changed: ask(
    z.strictObject({ goLiveId: goLiveRef, since: z.number().int().min(0), but: line.optional() }),
    changed,
    ({ goLiveId, since, but }, ctx) => {
      const found = goLiveIdOf(ctx, goLiveId);
      if (!found.ok) return found;
      const later = ctx.record.journal.after(found.value, since, MOST_ENTRIES + 1);
      const isCut = later.length > MOST_ENTRIES;
      const fresh = isCut ? ctx.record.journal.before(found.value, Number.MAX_SAFE_INTEGER, MOST_ENTRIES) : later;
      const checks = changedChecks(
        fresh.filter(({ actor }) => actor !== but),
        ctx.record.rows(found.value),
      ).map(({ check, happenings }) => ({ checkId: check.id, happenings: [...happenings] }));
      return { ok: true as const, isCut, checks };
    },
  ),
});

type Kept = Omit<EvidenceKept, 'checkId'> & { readonly file: KeptFile | null };

function keptOf(given: z.infer<typeof AddEvidence>['evidence']): Kept {
  if (given.kind === 'text') return { kind: 'text', content: given.content, mediaType: '', size: 0, sha256: '', file: null };
  if (given.kind === 'link') return { kind: 'link', content: given.address, mediaType: '', size: 0, sha256: '', file: null };
  const file = fileToKeep(Buffer.from(given.base64, 'base64'));
  return { kind: 'file', content: given.name, mediaType: mediaTypeOf(given.name), size: file.bytes.length, sha256: file.sha256, file };
}
