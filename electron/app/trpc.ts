/** The two ways to ask the application: `ask` reads, `act` decides by a rule and writes. Every request is made with one of them. */
import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { id, instant, text } from '../../shared/base/fields.ts';
import { ok, type Refusal, type Result, refuse } from '../../shared/base/result.ts';
import type { Act, Verdict } from '../../shared/base/rule.ts';
import type { Person } from '../../shared/domain/roster/schema.ts';
import type { Rows } from '../../shared/domain/tables.ts';
import type { Keeps, Record } from '../record/record.ts';
import { awayNow } from './away.ts';
import { nowOf } from './go-live-clock.ts';
import { plainIssues } from './plain-issues.ts';
import type { Presence } from './presence.ts';

/** What a session may do: a manager everything, a member the work of the room, a viewer only look, and who came without a key nothing. */
export const sessionRoles = ['nobody', 'viewer', 'member', 'manager'] as const;
export type SessionRole = (typeof sessionRoles)[number];

export interface Session {
  readonly id: string;
  readonly role: SessionRole;
  /** The name used while the screen has not said who sits before it. */
  readonly name: string;
}

export interface Context {
  readonly record: Record;
  readonly session: Session;
  readonly presence: Presence;
  readonly now: () => number;
  readonly newId: () => string;
}

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error, path }) => {
    const issues = error.cause instanceof z.ZodError && error.code === 'BAD_REQUEST' ? plainIssues(error.cause) : null;
    const data = { code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path };
    if (issues !== null || error.code !== 'INTERNAL_SERVER_ERROR') return { ...shape, message: issues ?? error.message, data };
    process.stderr.write(`${path ?? 'a request'} failed: ${error.cause?.stack ?? error.stack}\n`);
    return {
      ...shape,
      message: 'Something went wrong inside Gantry. Nothing was changed. Try again; the host has printed what it was.',
      data,
    };
  },
});

export const router = t.router;

const refusal: z.ZodType<Refusal> = z.object({ code: z.string(), reason: z.string(), about: z.array(z.string()) });
export const refused = z.object({ ok: z.literal(false), refusal });
/** What an act answers: the entry it became, or why not. */
export const outcome = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), seq: z.number(), rowId: id.nullable() }), refused]);
export type Outcome = z.infer<typeof outcome>;

/** A go-live by its id, or by the reference people see. */
export const goLiveRef = z.union([id, z.string().regex(/^GL-\d{1,7}$/, 'is not a go-live such as GL-001')]);
/** What every act carries besides its own fields. */
export const envelope = z.object({
  goLiveId: goLiveRef,
  /** The person of the roster who acts; absent when the screen has not said who it is. */
  as: id.optional(),
  /** When it really happened, UTC ms; absent for now. */
  occurredAt: instant.optional(),
  /** What the person adds in words. */
  note: text.optional(),
});

/** A read. `needs` is the least role that may ask. */
export function ask<In extends z.ZodType, Out extends z.ZodType>(
  input: In,
  output: Out,
  answer: (input: z.infer<In>, ctx: Context) => z.input<Out> | Promise<z.input<Out>>,
  needs: SessionRole = 'viewer',
) {
  return guarded(needs)
    .input(input)
    .output(output)
    .query(({ input: asked, ctx }) => answer(asked as z.infer<In>, ctx) as never); // tRPC cannot see that z.input<Out> is the input of Out
}

/** A request that does more than one rule can decide, such as making a backup. Its answer may be a refusal too. */
export function perform<In extends z.ZodType, Out extends z.ZodType>(
  input: In,
  output: Out,
  work: (input: z.infer<In>, ctx: Context) => z.input<Out> | Promise<z.input<Out>>,
  needs: SessionRole = 'manager',
) {
  return guarded(needs)
    .input(input)
    .output(output)
    .mutation(({ input: asked, ctx }) => work(asked as z.infer<In>, ctx) as never); // as in `ask`
}

/** A rule of a `shared/domain` area. What else it must know of the session is handed to it from `ctx` by the procedure. */
export type Rule<Command> = (rows: Rows, command: Command, act: Act, ctx: Context) => Verdict;

/** An act: validated, decided by `rule`, written with its journal entry, answered with the entry's `seq` or a refusal. */
export function act<Shape extends z.ZodRawShape>(
  command: z.ZodObject<Shape>,
  rule: Rule<z.infer<z.ZodObject<Shape>>>,
  needs: SessionRole = 'member',
) {
  const clash = Object.keys(envelope.shape).find((field) => field in command.shape);
  if (clash) throw new Error(`a command may not have a field named ${clash}: every act carries one`);
  const input = command.extend(envelope.shape);
  return guarded(needs)
    .input(input)
    .output(outcome)
    .mutation(({ input: asked, ctx }) => {
      const [fields, carried] = splitEnvelope(asked as z.infer<typeof envelope>);
      return actOn(ctx, carried, (rows, circumstances) => rule(rows, fields as unknown as z.infer<z.ZodObject<Shape>>, circumstances, ctx));
    });
}

/** What is asked, apart from what every act carries. */
export function splitEnvelope<Asked extends z.infer<typeof envelope>>({ goLiveId, as, occurredAt, note, ...command }: Asked) {
  return [command, { goLiveId, as, occurredAt, note }] as const;
}

/**
 * Runs one decision against a go-live and writes it. The only way from a verdict to the record. With `evenAway` no trouble of a drill
 * stops it: who drives the drill can always do that.
 */
export function actOn(
  ctx: Context,
  asked: z.infer<typeof envelope>,
  decideOn: (rows: Rows, act: Act) => Verdict,
  { evenAway = false, ...keeps }: Keeps & { readonly undoes?: number | null; readonly evenAway?: boolean } = {},
): Outcome {
  const goLiveId = goLiveIdOf(ctx, asked.goLiveId);
  if (!goLiveId.ok) return goLiveId;
  const away = evenAway ? null : awayNow(ctx, goLiveId.value, asked.as ?? null);
  if (away) return away;
  const now = nowIn(ctx, goLiveId.value);
  const occurredAt = asked.occurredAt ?? now;
  if (occurredAt > now)
    return refuse('in-the-future', 'The time it happened lies in the future. Nothing was changed. Give a time up to now.');
  const person = asked.as === undefined ? null : ctx.record.rows(goLiveId.value).person.get(asked.as);
  if (person === undefined)
    return refuse('unknown-person', 'The person who acts is not in the roster of this go-live. Choose who you are again.');
  return decideIn(ctx, { goLiveId: goLiveId.value, occurredAt, person, note: asked.note }, decideOn, keeps);
}

interface Place {
  readonly goLiveId: string;
  readonly occurredAt: number;
  /** Null for the session itself. */
  readonly person: Person | null;
  readonly note?: string | undefined;
}

/** The same where go-live, time and person are known to be right. */
export function decideIn(
  ctx: Context,
  { goLiveId, occurredAt, person, note: added = '' }: Place,
  decideOn: (rows: Rows, act: Act) => Verdict,
  { undoes = null, ...keeps }: Keeps & { readonly undoes?: number | null } = {},
): Outcome {
  const now = nowIn(ctx, goLiveId);
  const actor = person?.name ?? ctx.session.name;
  const act = { goLiveId, now, occurredAt, actor, personId: person?.id ?? null, newId: ctx.newId };
  const verdict = decideOn(ctx.record.rows(goLiveId), act);
  if (!verdict.ok) return verdict;
  const { action, changes, rowId } = verdict.value;
  if (changes.length === 0) return refuse('nothing-changed', 'That is already so. Nothing was changed.');
  const note = [verdict.value.note, added].filter(Boolean).join('\n');
  const entry = ctx.record.commit({ goLiveId, at: now, occurredAt, actor, action, note, undoes, changes }, keeps);
  return { ok: true, seq: entry.seq, rowId };
}

/** The instant by the clock of that go-live, UTC ms: the host's own, or what a drill shows. */
export function nowIn({ record, now }: Pick<Context, 'record' | 'now'>, goLiveId: string): number {
  const goLive = record.rows(goLiveId).goLive.get(goLiveId);
  return goLive ? nowOf(record, goLive, now()) : now();
}

/** The id of the go-live that `goLive` names. */
export function goLiveIdOf(ctx: Pick<Context, 'record'>, goLive: string): Result<string> {
  const found = ctx.record.goLives().find((each) => each.id === goLive || each.ref === goLive);
  return found ? ok(found.id) : refuse('unknown-go-live', `There is no go-live ${goLive} in this record. Nothing was changed.`);
}

function guarded(needs: SessionRole) {
  return t.procedure.use(({ ctx, next }) => {
    if (ctx.session.role === 'nobody') {
      throw new TRPCError({ code: 'UNAUTHORIZED', message: 'This screen has no key to the room. Open the link that the host shows.' });
    }
    if (!mayDo(ctx.session.role, needs)) {
      throw new TRPCError({
        code: 'FORBIDDEN',
        message: `This needs the role ${needs}; this screen joined as ${ctx.session.role}. Nothing was changed.`,
      });
    }
    return next();
  });
}

export function mayDo(role: SessionRole, needs: SessionRole): boolean {
  return sessionRoles.indexOf(role) >= sessionRoles.indexOf(needs);
}

/** A live stream. `start` must be an async generator; what it yields is validated by the caller. */
export function stream<In extends z.ZodType, Yielded>(
  input: In,
  start: (input: z.infer<In>, ctx: Context, signal: AbortSignal) => AsyncGenerator<Yielded>,
) {
  return guarded('viewer')
    .input(input)
    .subscription(({ input: asked, ctx, signal }) => start(asked as z.infer<In>, ctx, signal as AbortSignal));
}
