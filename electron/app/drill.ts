/** What may be asked of a drill: its clock, the trouble put into it, and what came of it. All of it is the trainer's. */
import { z } from 'zod';
import { instant } from '../../shared/base/fields.ts';
import { type Refusal, refuse } from '../../shared/base/result.ts';
import type { Act } from '../../shared/base/rule.ts';
import { drillOf, jumpAhead, nextEvent, setSpeed } from '../../shared/domain/drill/clock-rules.ts';
import {
  EndTrouble,
  GenerateTrouble,
  JumpAhead,
  PlaceTrouble,
  RemoveTrouble,
  SetSpeed,
  type Trouble,
  trouble,
} from '../../shared/domain/drill/commands.ts';
import { debriefOf } from '../../shared/domain/drill/debrief.ts';
import { generatedTrouble } from '../../shared/domain/drill/generate.ts';
import { injection } from '../../shared/domain/drill/schema.ts';
import { endTrouble, MOST_TROUBLE, troubleFrom } from '../../shared/domain/drill/trouble.ts';
import { runnersOf } from './away.ts';
import { runDueActs } from './clockwork.ts';
import { keepTrouble, keptTrouble } from './trouble.ts';
import {
  actOn,
  ask,
  type Context,
  envelope,
  goLiveIdOf,
  goLiveRef,
  nowIn,
  outcome,
  perform,
  refused,
  router,
  splitEnvelope,
} from './trpc.ts';

const ofDrill = z.strictObject({ goLiveId: goLiveRef });
const placed = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), placed: z.number().int() }), refused]);
const listed = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), trouble: z.array(trouble) }), refused]);
const lessons = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    lessons: z.array(z.object({ injection: injection.row, noticedAt: instant.nullable(), mendedAt: instant.nullable() })),
  }),
  refused,
]);

export const drill = router({
  setSpeed: perform(SetSpeed.extend(envelope.shape).strict(), outcome, (asked, ctx) => {
    const [command, carried] = splitEnvelope(asked);
    return actOn(ctx, carried, (rows, circumstances) => setSpeed(rows, command, circumstances, ctx.now()), { evenAway: true });
  }),
  /** Sets the clock ahead, and does at once what has become due. */
  jump: perform(JumpAhead.extend(envelope.shape).strict(), outcome, (asked, ctx) => {
    const [{ to }, carried] = splitEnvelope(asked);
    const found = inDrill(ctx, asked.goLiveId);
    if (!found.ok) return found;
    const { goLiveId, goLive, rows, now } = found;
    const due = keptTrouble(ctx.record, goLiveId).map(({ dueAt }) => dueAt);
    const next = to ?? nextEvent(rows, goLive, now, due);
    if (next === null) return refuse('nothing-ahead', 'Nothing is planned or forecast after this moment. The clock stays where it is.');
    const answer = actOn(ctx, carried, (before, circumstances) => jumpAhead(before, next, circumstances, ctx.now()), {
      evenAway: true,
    });
    if (answer.ok) runDueActs(ctx.record, ctx.now(), ctx.newId, goLiveId);
    return answer;
  }),
  /** What waits to strike. */
  planned: ask(
    ofDrill,
    listed,
    ({ goLiveId }, ctx) => {
      const found = inDrill(ctx, goLiveId);
      return found.ok ? { ok: true as const, trouble: [...keptTrouble(ctx.record, found.goLiveId)] } : found;
    },
    'manager',
  ),
  placeTrouble: perform(PlaceTrouble.extend({ goLiveId: goLiveRef }).strict(), placed, ({ goLiveId, ...command }, ctx) =>
    placing(ctx, goLiveId, (found) => {
      const made = troubleFrom(found.rows, command, found.act, runnersOf(ctx, found.goLiveId));
      return made.ok ? [made.value] : made;
    }),
  ),
  /** Places trouble drawn by a seed. Answers how many it found places for. */
  generate: perform(GenerateTrouble.extend({ goLiveId: goLiveRef }).strict(), placed, ({ goLiveId, ...wish }, ctx) =>
    placing(ctx, goLiveId, (found) => generatedTrouble(found.rows, found.goLive, wish, found.act, runnersOf(ctx, found.goLiveId))),
  ),
  removeTrouble: perform(RemoveTrouble.extend({ goLiveId: goLiveRef }).strict(), placed, ({ goLiveId, troubleId }, ctx) => {
    const found = inDrill(ctx, goLiveId);
    if (!found.ok) return found;
    const before = keptTrouble(ctx.record, found.goLiveId);
    const rest = before.filter((each) => each.id !== troubleId);
    if (rest.length === before.length) return refuse('unknown-trouble', 'That trouble does not wait any more. Nothing was changed.');
    keepTrouble(ctx.record, found.goLiveId, rest);
    return { ok: true as const, placed: rest.length };
  }),
  endTrouble: perform(EndTrouble.extend(envelope.shape).strict(), outcome, (asked, ctx) => {
    const [command, carried] = splitEnvelope(asked);
    return actOn(ctx, carried, (rows, circumstances) => endTrouble(rows, command, circumstances), { evenAway: true });
  }),
  /** Each trouble with how long until it was noticed and mended. */
  debrief: ask(
    ofDrill,
    lessons,
    ({ goLiveId }, ctx) => {
      const found = goLiveIdOf(ctx, goLiveId);
      if (!found.ok) return found;
      const entries = ctx.record.journal.after(found.value, 0, Number.MAX_SAFE_INTEGER);
      return { ok: true as const, lessons: debriefOf(ctx.record.rows(found.value), entries).map((lesson) => ({ ...lesson })) };
    },
    'manager',
  ),
});

interface InDrill extends Extract<ReturnType<typeof inDrill>, { readonly ok: true }> {
  readonly act: Act;
}

function inDrill(ctx: Context, ref: string) {
  const named = goLiveIdOf(ctx, ref);
  if (!named.ok) return named;
  const goLiveId = named.value;
  const rows = ctx.record.rows(goLiveId);
  const found = drillOf(rows, goLiveId);
  return found.ok ? { ok: true as const, goLiveId, goLive: found.value, rows, now: nowIn(ctx, goLiveId) } : found;
}

function placing(
  ctx: Context,
  ref: string,
  make: (found: InDrill) => readonly Trouble[] | { readonly ok: false; readonly refusal: Refusal },
) {
  const found = inDrill(ctx, ref);
  if (!found.ok) return found;
  const { goLiveId, now } = found;
  const circumstances = { goLiveId, now, occurredAt: now, actor: ctx.session.name, personId: null, newId: ctx.newId };
  const made = make({ ...found, act: circumstances });
  if ('refusal' in made) return made;
  const before = keptTrouble(ctx.record, goLiveId);
  if (before.length + made.length > MOST_TROUBLE)
    return refuse('too-much', `A drill holds at most ${MOST_TROUBLE} pieces of trouble at once. Nothing was put in.`);
  keepTrouble(ctx.record, goLiveId, [...before, ...made]);
  return { ok: true as const, placed: made.length };
}
