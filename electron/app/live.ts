/** What keeps a screen alive: the snapshot it starts from, every entry after it, and who is in the room. */
import { EventEmitter, on } from 'node:events';
import { tracked } from '@trpc/server';
import { z } from 'zod';
import type { Entry } from '../../shared/base/entry.ts';
import { id, instant } from '../../shared/base/fields.ts';
import { refuse } from '../../shared/base/result.ts';
import { cutWords } from '../../shared/domain/drill/line-cut.ts';
import { tableNames } from '../../shared/domain/tables.ts';
import { firstDown, lineDown, sentBefore } from './away.ts';
import { ask, type Context, goLiveIdOf, goLiveRef, nowIn, perform, refused, router, sessionRoles, stream } from './trpc.ts';

const fields = z.record(z.string(), z.unknown());
export const changeSchema = z.object({ table: z.string(), id, set: fields.nullable(), was: fields.nullable() });
export const entrySchema: z.ZodType<Entry> = z.object({
  seq: z.number().int(),
  id,
  goLiveId: id,
  at: instant,
  occurredAt: instant,
  actor: z.string(),
  action: z.string(),
  note: z.string(),
  undoes: z.number().int().nullable(),
  changes: z.array(changeSchema),
  prev: z.string(),
  hash: z.string(),
});

/** Rows of a go-live by table. They were validated when they were written. */
const rowLists = z.record(z.string(), z.array(z.looseObject({ id, goLiveId: id })));

const snapshot = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    goLiveId: id,
    rows: rowLists,
    /** Newest entry the rows contain. */
    seq: z.number().int(),
    /** The newest entries, newest first. */
    recent: z.array(entrySchema),
    /** The host's clock, UTC ms. */
    now: instant,
    role: z.enum(sessionRoles),
  }),
  refused,
]);

/** More tasks are not edited on one screen at once, as far as others are told. */
const MOST_EDITED = 50;

const screens = z.array(
  z.object({
    sessionId: z.string(),
    personId: id.nullable(),
    since: instant,
    /** Tasks that are edited there now; of the screen that asks none are told. */
    edits: z.array(id),
  }),
);

export const live = router({
  /** `as` is everybody this screen says it is, in any go-live. Refused while a drill has cut the line of one of them. */
  snapshot: ask(z.strictObject({ goLiveId: goLiveRef, as: z.array(id).max(1_000).default([]) }), snapshot, ({ goLiveId, as }, ctx) => {
    const found = goLiveIdOf(ctx, goLiveId);
    if (!found.ok) return found;
    const rows = ctx.record.rows(found.value);
    const down = firstDown(rows, ctx.session, as);
    if (down) {
      const until = cutWords(down, rows.goLive.get(found.value)?.zone ?? 'UTC');
      return refuse('not-reached', `${until} This opens by itself when the line is back.`);
    }
    const lists = Object.fromEntries(tableNames.map((name) => [name, [...rows[name].values()]]));
    const { seq } = ctx.record.journal.last();
    const recent = [...ctx.record.journal.before(found.value, seq + 1, 200)];
    return { ok: true as const, goLiveId: found.value, rows: lists, seq, recent, now: ctx.now(), role: ctx.session.role };
  }),
  /** Every entry of a go-live after `lastEventId` (its `seq`), then each new one as it is written. Enters the room while it runs. */
  entries: stream(
    z.strictObject({ goLiveId: id, as: id.nullable().default(null), lastEventId: z.string().regex(/^\d+$/).nullish() }),
    entriesAfter,
  ),
  /** Says which tasks are edited on this screen now. Others in the room see it for a while; it is in no record. */
  editing: perform(
    z.strictObject({ goLiveId: id, taskIds: z.array(id).max(MOST_EDITED) }),
    z.object({ ok: z.literal(true) }),
    ({ goLiveId, taskIds }, ctx) => {
      const { task } = ctx.record.rows(goLiveId);
      const known = taskIds.filter((taskId) => task.has(taskId));
      ctx.presence.edit(ctx.session.id, goLiveId, known);
      return { ok: true as const };
    },
    'member',
  ),
  /** Who is in the room of a go-live, at once and after each change. */
  room: stream(z.strictObject({ goLiveId: id }), async function* ({ goLiveId }, ctx, signal) {
    const bell = new EventEmitter();
    const stops = [
      ctx.presence.onChange(() => bell.emit('change')),
      ctx.record.onEntry((entry) => {
        if (entry.goLiveId === goLiveId && entry.changes.some(({ table }) => table === 'injection')) bell.emit('change');
      }),
    ];
    const inRoom = () => {
      const rows = ctx.record.rows(goLiveId);
      const there = ctx.presence.of(goLiveId).filter((screen) => !lineDown(rows, screen, screen.personId));
      const editsOf = (sessionId: string) => (sessionId === ctx.session.id ? [] : [...ctx.presence.editedBy(sessionId, goLiveId)]);
      return screens.parse(there.map(({ sessionId, personId, since }) => ({ sessionId, personId, since, edits: editsOf(sessionId) })));
    };
    try {
      const changes = on(bell, 'change', { signal });
      yield inRoom();
      for await (const _ of changes) yield inRoom();
    } finally {
      for (const stop of stops) stop();
    }
  }),
});

const PAGE = 500;

async function* entriesAfter(
  { goLiveId, as, lastEventId }: { goLiveId: string; as: string | null; lastEventId?: string | null | undefined },
  ctx: Context,
  signal: AbortSignal,
) {
  const bell = new EventEmitter();
  const stop = ctx.record.onEntry((entry) => {
    if (entry.goLiveId === goLiveId) bell.emit('entry', entry);
  });
  const leave = ctx.presence.enter({
    sessionId: ctx.session.id,
    goLiveId,
    personId: as,
    role: ctx.session.role,
    since: nowIn(ctx, goLiveId),
  });
  try {
    const fresh = on(bell, 'entry', { signal }); // listen first, read the past second: no gap between
    let last = lastEventId ? Number(lastEventId) : ctx.record.journal.last().seq;
    const reaches = () => lineDown(ctx.record.rows(goLiveId), ctx.session, as);
    let isBehind = true; // until all that was written meanwhile has been sent
    const caughtUp = function* () {
      for (isBehind = true; isBehind; ) {
        const page = ctx.record.journal.after(goLiveId, last, PAGE);
        const down = reaches();
        const sent = down ? sentBefore(page, down) : page;
        for (const entry of sent) {
          last = entry.seq;
          yield tracked(String(entry.seq), entrySchema.parse(entry));
        }
        if (down) return;
        isBehind = page.length === PAGE;
      }
    };
    yield* caughtUp();
    for await (const [entry] of fresh as AsyncIterable<[Entry]>) {
      if (entry.seq <= last) continue;
      if (isBehind || reaches()) {
        yield* caughtUp();
        continue;
      }
      last = entry.seq;
      yield tracked(String(entry.seq), entrySchema.parse(entry));
    }
  } finally {
    stop();
    leave();
  }
}
