/** What may be asked of rehearsals: make one, compare the runs of a plan, learn lengths, record the way back that was tried. */
import { z } from 'zod';
import { duration, id, instant } from '../../shared/base/fields.ts';
import { refuse } from '../../shared/base/result.ts';
import { type GoLive, runKinds, stages } from '../../shared/domain/go-live/schema.ts';
import { blockedTimes } from '../../shared/domain/rehearsal/blocked.ts';
import { CreateRehearsal, LearnDurations, RecordRehearsedRollback } from '../../shared/domain/rehearsal/commands.ts';
import { comparedRuns, failuresIn, isWork, type Run, streamTotals } from '../../shared/domain/rehearsal/compare.ts';
import { createRehearsal } from '../../shared/domain/rehearsal/copy.ts';
import { impactOf, learnDurations, learntLengths } from '../../shared/domain/rehearsal/learn.ts';
import { rollbackOutcomes } from '../../shared/domain/rollback/schema.ts';
import { recordRollbackTest } from '../../shared/domain/rollback/tested.ts';
import { scheduleOf } from '../../shared/domain/runbook/schedule.ts';
import { taskStatuses } from '../../shared/domain/runbook/schema.ts';
import { workedTasks } from '../../shared/domain/runbook/task-state.ts';
import {
  act,
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

const made = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), seq: z.number().int(), goLiveId: id, ref: z.string() }), refused]);

const run = z.object({
  id,
  ref: z.string(),
  name: z.string(),
  kind: z.enum(runKinds),
  stage: z.enum(stages),
  zone: z.string(),
  tZeroAt: instant,
  /** When its cutover began; null while it has not. */
  startedAt: instant.nullable(),
  /** When its last task ended or is forecast to, by its own clock. */
  finishAt: instant.nullable(),
  plannedFinishAt: instant.nullable(),
  tasks: z.number().int(),
  timed: z.number().int(),
  failures: z.number().int(),
  rollbacks: z.array(
    z.object({ id, ref: z.string(), tookMs: duration, outcome: z.enum(rollbackOutcomes), endedAt: instant, isRecorded: z.boolean() }),
  ),
});
const worked = z.object({
  status: z.enum(taskStatuses),
  plannedMs: duration,
  tookMs: duration.nullable(),
  blockedMs: duration,
  lateMs: z.number().nullable(),
  failures: z.number().int(),
});
const comparison = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** The real one first, then its rehearsals and drills in the order they were made in. */
    runs: z.array(run),
    tasks: z.array(
      z.object({
        taskId: id,
        ref: z.string(),
        title: z.string(),
        stream: z.string(),
        plannedMs: duration,
        worked: z.array(worked.nullable()),
        differenceMs: z.number(),
      }),
    ),
    streams: z.array(
      z.object({
        stream: z.string(),
        plannedMs: z.number(),
        runs: z.array(z.object({ tookMs: z.number(), plannedMs: z.number(), timed: z.number().int(), failures: z.number().int() })),
      }),
    ),
  }),
  refused,
]);
const lengths = z.object({ durationMs: duration, shortestMs: duration.nullable(), longestMs: duration.nullable() });
const preview = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    learnt: z.array(z.object({ taskId: id, ref: z.string(), title: z.string(), from: lengths, to: lengths, runs: z.number().int() })),
    finishBefore: instant.nullable(),
    finishAfter: instant.nullable(),
  }),
  refused,
]);

export const rehearsal = router({
  /** Makes a rehearsal or drill of a real go-live from its plan as it stands. */
  create: perform(CreateRehearsal.extend({ goLiveId: goLiveRef }).strict(), made, ({ goLiveId: ref, ...command }, ctx) => {
    const found = realOf(ctx, ref);
    if (!found.ok) return found;
    const goLiveId = ctx.newId();
    const now = ctx.now();
    const circumstances = { goLiveId, now, occurredAt: now, actor: ctx.session.name, personId: null, newId: ctx.newId };
    const verdict = createRehearsal(found.rows, found.goLive, ctx.record.goLives(), command, circumstances);
    if (!verdict.ok) return verdict;
    const { action, changes, note } = verdict.value;
    const clock = changes[0]?.set?.clock as GoLive['clock'];
    const at = clock?.shownAt ?? now; // everything of a drill lies on its own clock
    const { seq } = ctx.record.commit({ goLiveId, at, occurredAt: at, actor: ctx.session.name, action, note, undoes: null, changes });
    return { ok: true as const, seq, goLiveId, ref: ctx.record.rows(goLiveId).goLive.get(goLiveId)?.ref ?? '' };
  }),
  /** Asked of a real go-live or of one of its runs, the answer is the same. */
  compare: ask(z.strictObject({ goLiveId: goLiveRef }), comparison, ({ goLiveId }, ctx) => {
    const found = realOf(ctx, goLiveId, true);
    if (!found.ok) return found;
    const runs = [found.goLive, ...found.siblings].map((goLive) => runOf(ctx, goLive));
    const tasks = comparedRuns(found.rows, runs);
    const places = new Set([...found.rows.rollbackTest.values()].map(({ place }) => place));
    return {
      ok: true as const,
      runs: runs.map((each, at) => heading(ctx, each, tasks.filter(({ worked: by }) => by[at]?.tookMs != null).length, places)),
      tasks: tasks.map((line) => ({ ...line, worked: [...line.worked] })),
      streams: streamTotals(tasks).map((total) => ({ ...total, runs: [...total.runs] })),
    };
  }),
  /** What learning would change, and what that does to the finish. */
  previewLearning: ask(LearnDurations.extend({ goLiveId: goLiveRef }).strict(), preview, ({ goLiveId, from }, ctx) => {
    const found = learning(ctx, goLiveId, from);
    if (!found.ok) return found;
    const { before, after } = impactOf(found.rows, found.goLive, found.learnt, nowIn(ctx, found.goLive.id));
    return { ok: true as const, learnt: found.learnt.map((each) => ({ ...each })), finishBefore: before, finishAfter: after };
  }),
  /** Takes the lengths of one run or of all as those of the plan. */
  learn: perform(LearnDurations.extend(envelope.shape), outcome, (asked, ctx) => {
    const [{ from }, carried] = splitEnvelope(asked);
    const found = learning(ctx, asked.goLiveId, from);
    if (!found.ok) return found;
    const note = `from ${found.runs.map(({ ref }) => ref).join(', ')}`;
    return actOn(ctx, carried, (rows, circumstances) => learnDurations(rows, found.learnt, note, circumstances));
  }),
  /** Keeps a rollback that was played in a run as a test of the real way back. */
  recordRollback: act(
    RecordRehearsedRollback,
    (rows, { runId, rollbackId }, circumstances, ctx) => {
      const run = ctx.record.rows(runId);
      const goLive = run.goLive.get(runId);
      const played = run.rollback.get(rollbackId);
      if (goLive?.rehearsalOf !== circumstances.goLiveId || !played || played.endedAt === null || played.outcome === null)
        return refuse('no-rollback', 'That rehearsal has no rollback that is over. Nothing was recorded.');
      if (goLive.kind === 'drill')
        return refuse(
          'only-a-drill',
          `${goLive.ref} is a drill on a simulated clock and proves nothing of the way back. Try it in a rehearsal.`,
        );
      const [tookMs, passed] = [played.endedAt - played.decidedAt, played.outcome === 'back in the prior state'];
      const testedAt = Math.min(circumstances.now, played.endedAt);
      return recordRollbackTest(
        rows,
        { place: placeOf(goLive, played), tookMs, passed, remark: played.outcomeNote },
        { ...circumstances, occurredAt: testedAt },
      );
    },
    'member',
  ),
});

/** The real go-live that is named; with `fromRun` also by one of its runs. */
function realOf(ctx: Context, ref: string, fromRun = false) {
  const named = goLiveIdOf(ctx, ref);
  if (!named.ok) return named;
  const all = ctx.record.goLives();
  const own = all.find(({ id: each }) => each === named.value) as GoLive;
  const goLive = fromRun ? (all.find(({ id: each }) => each === own.rehearsalOf) ?? own) : own;
  const siblings = all
    .filter(({ rehearsalOf }) => rehearsalOf === goLive.id)
    .sort((a, b) => a.ref.localeCompare(b.ref, 'en', { numeric: true }));
  return { ok: true as const, goLive, rows: ctx.record.rows(goLive.id), siblings };
}

function learning(ctx: Context, ref: string, from: string) {
  const found = realOf(ctx, ref);
  if (!found.ok) return found;
  if (found.goLive.kind !== 'live')
    return refuse('no-real', `${found.goLive.ref} is a ${found.goLive.kind}. Lengths are learnt for the real go-live. Open that one.`);
  const runs =
    from === 'all' ? found.siblings.filter(({ kind }) => kind === 'rehearsal') : found.siblings.filter(({ id: each }) => each === from);
  if (runs.length === 0) return refuse('no-run', `There is no such rehearsal of ${found.goLive.ref}. Nothing was changed.`);
  const learnt = learntLengths(
    found.rows,
    runs.map((each) => runOf(ctx, each)),
  );
  return { ...found, runs, learnt };
}

function runOf(ctx: Context, goLive: GoLive): Run {
  const entries = ctx.record.journal.after(goLive.id, 0, Number.MAX_SAFE_INTEGER);
  return { goLive, rows: ctx.record.rows(goLive.id), failures: failuresIn(entries), blocked: blockedTimes(entries) };
}

function heading(ctx: Context, { goLive, failures }: Run, timed: number, places: ReadonlySet<string>): z.infer<typeof run> {
  const rows = ctx.record.rows(goLive.id);
  const { finish, plannedFinish } = scheduleOf(rows, goLive, nowIn(ctx, goLive.id));
  const { id: own, ref, name, kind, stage, zone, tZeroAt, startedAt } = goLive;
  const rollbacks = [...rows.rollback.values()].flatMap((played) => {
    if (played.endedAt === null || played.outcome === null) return [];
    const tookMs = played.endedAt - played.decidedAt;
    return [
      {
        id: played.id,
        ref: played.ref,
        tookMs,
        outcome: played.outcome,
        endedAt: played.endedAt,
        isRecorded: places.has(placeOf(goLive, played)),
      },
    ];
  });
  const failed = [...failures.values()].reduce((sum, count) => sum + count, 0);
  return {
    id: own,
    ref,
    name,
    kind,
    stage,
    zone,
    tZeroAt,
    startedAt,
    finishAt: finish,
    plannedFinishAt: plannedFinish,
    tasks: workedTasks(rows).filter(isWork).length,
    timed,
    failures: failed,
    rollbacks,
  };
}

function placeOf(goLive: Pick<GoLive, 'ref' | 'name'>, rollback: { readonly ref: string }): string {
  return `${goLive.ref} ${rollback.ref}, ${goLive.name}`.slice(0, 200);
}
