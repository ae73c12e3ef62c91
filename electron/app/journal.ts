/** What may be asked of the journal: pages of entries, and taking one back. */
import { z } from 'zod';
import { refuse } from '../../shared/base/result.ts';
import { undoEntry } from '../../shared/domain/undo.ts';
import { entrySchema } from './live.ts';
import { actOn, ask, envelope, goLiveIdOf, goLiveRef, mayDo, outcome, perform, router } from './trpc.ts';

const MOST = 500;

/** Acts that lead the go-live; only managers take them back. */
const ofManagers: ReadonlySet<string> = new Set([
  'goLive.edit',
  'goLive.move',
  'goLive.start',
  'goLive.live',
  'goLive.close',
  'goLive.scrub',
  'goLive.recycle',
  'hold.resume',
  'gate.decide',
  'gate.reopen',
  'approval.give',
  'cleanup.decide',
  'plan.copy',
  'plan.exchange',
  'plan.import',
  'plan.learn',
  'baseline.freeze',
  'baseline.remove',
  'rollback.target',
  'ticket.import',
]);

export const journal = router({
  /** Entries of a go-live before `before` (a `seq`; newest when absent), newest first. */
  list: ask(
    z.strictObject({
      goLiveId: goLiveRef,
      before: z.number().int().min(0).optional(),
      limit: z.number().int().min(1).max(MOST).default(200),
    }),
    z.array(entrySchema),
    ({ goLiveId, before, limit }, ctx) => {
      const found = goLiveIdOf(ctx, goLiveId);
      return found.ok ? [...ctx.record.journal.before(found.value, before ?? Number.MAX_SAFE_INTEGER, limit)] : [];
    },
  ),
  /** Takes the entry `seq` back as a new act, unless something later depends on it. */
  undo: perform(
    envelope.extend({ seq: z.number().int().min(1) }).strict(),
    outcome,
    ({ seq, ...asked }, ctx) => {
      const found = goLiveIdOf(ctx, asked.goLiveId);
      if (!found.ok) return found;
      const entry = ctx.record.journal.at(seq);
      if (!entry || entry.goLiveId !== found.value)
        return refuse('unknown-entry', `There is no entry ${seq} in this go-live. Nothing was changed.`);
      if (ofManagers.has(entry.action) && !mayDo(ctx.session.role, 'manager')) {
        return refuse('not-yours', `Only a manager takes back entry ${seq}. It stands. Ask one.`);
      }
      const since = ctx.record.journal.after(found.value, seq, Number.MAX_SAFE_INTEGER);
      return actOn(ctx, asked, (rows) => undoEntry(rows, entry, since), { undoes: seq });
    },
    'member',
  ),
});
