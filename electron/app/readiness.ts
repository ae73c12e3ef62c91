/** What may be asked of the readiness board. Files kept as evidence go into the record and come out as they went in. */
import { z } from 'zod';
import { id, line } from '../../shared/base/fields.ts';
import { refuse } from '../../shared/base/result.ts';
import { AddCheck, AddEvidence, EditCheck, RemoveEvidence, SettleCheck } from '../../shared/domain/readiness/commands.ts';
import { addEvidence, type EvidenceKept, removeEvidence } from '../../shared/domain/readiness/evidence-rules.ts';
import { mediaTypeOf } from '../../shared/domain/readiness/media-type.ts';
import { addCheck, editCheck, settleCheck } from '../../shared/domain/readiness/rules.ts';
import { fileToKeep, type KeptFile } from '../record/record.ts';
import { act, actOn, ask, envelope, goLiveIdOf, goLiveRef, outcome, perform, router } from './trpc.ts';

const evidenceFile = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), name: line, mediaType: z.string(), base64: z.string() }),
  outcome.options[1],
]);

export const readiness = router({
  addCheck: act(AddCheck, addCheck),
  editCheck: act(EditCheck, editCheck),
  settleCheck: act(SettleCheck, settleCheck),
  addEvidence: perform(
    AddEvidence.extend(envelope.shape),
    outcome,
    ({ checkId, evidence, ...asked }, ctx) => {
      const { file, ...kept } = keptOf(evidence);
      return actOn(ctx, asked, (rows, circumstances) => addEvidence(rows, { checkId, ...kept }, circumstances), file ? [file] : []);
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
});

type Kept = Omit<EvidenceKept, 'checkId'> & { readonly file: KeptFile | null };

function keptOf(given: z.infer<typeof AddEvidence>['evidence']): Kept {
  if (given.kind === 'text') return { kind: 'text', content: given.content, mediaType: '', size: 0, sha256: '', file: null };
  if (given.kind === 'link') return { kind: 'link', content: given.address, mediaType: '', size: 0, sha256: '', file: null };
  const file = fileToKeep(Buffer.from(given.base64, 'base64'));
  return { kind: 'file', content: given.name, mediaType: mediaTypeOf(given.name), size: file.bytes.length, sha256: file.sha256, file };
}
