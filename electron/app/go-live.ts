/** What may be asked of go-lives as a whole: list, create, and lead one from planning to its end. */
import { z } from 'zod';
import { id, instant } from '../../shared/base/fields.ts';
import { refuse } from '../../shared/base/result.ts';
import { realWhen } from '../../shared/domain/drill/clock.ts';
import { answerConditions } from '../../shared/domain/go-live/answer-conditions.ts';
import {
  AnswerConditions,
  CloseGoLive,
  CreateGoLive,
  DeclareLive,
  EditGoLive,
  MoveTZero,
  ScrubGoLive,
  StartCutover,
} from '../../shared/domain/go-live/commands.ts';
import { createGoLive } from '../../shared/domain/go-live/create.ts';
import { closeGoLive, declareLive, editGoLive, moveTZero, startCutover } from '../../shared/domain/go-live/rules.ts';
import { goLive as goLives, zone } from '../../shared/domain/go-live/schema.ts';
import { scrubGoLive } from '../../shared/domain/go-live/scrub.ts';
import { countedTasks } from '../../shared/domain/runbook/tally.ts';
import { hasEndedWell } from '../../shared/domain/runbook/task-state.ts';
import { anyPlaybook } from './library.ts';
import { libraryStrategies, playbookNamed } from './playbooks.ts';
import { makeSample } from './sample/make-sample.ts';
import { act, ask, perform, refused, router } from './trpc.ts';

const heading = goLives.row
  .pick({
    id: true,
    ref: true,
    name: true,
    system: true,
    release: true,
    stage: true,
    outcome: true,
    tZeroAt: true,
    zone: true,
    isSample: true,
    kind: true,
    rehearsalOf: true,
  })
  .extend({
    tasks: z.number().int(),
    tasksClosed: z.number().int(),
    /** Newest entry, UTC ms by the real clock, also of a drill. */
    changedAt: instant,
  });

const created = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), seq: z.number().int(), goLiveId: id, ref: z.string() }),
  refused,
]);

const sampleMade = z.object({ ok: z.literal(true), goLiveId: id, ref: z.string(), name: z.string() });

export const goLive = router({
  /** Every go-live of the record, the one worked on last first. */
  list: ask(z.strictObject({}), z.array(heading.strip()), (_, ctx) =>
    ctx.record
      .goLives()
      .map((row) => {
        const tasks = countedTasks(ctx.record.rows(row.id));
        const newest = ctx.record.journal.before(row.id, Number.MAX_SAFE_INTEGER, 1)[0]?.at ?? row.tZeroAt;
        return {
          ...row,
          tasks: tasks.length,
          tasksClosed: tasks.filter(hasEndedWell).length,
          changedAt: Math.round(realWhen(row, newest)),
        };
      })
      .sort((a, b) => b.changedAt - a.changedAt),
  ),
  /** Makes a go-live with everything its playbook asks for. */
  create: perform(CreateGoLive, created, (command, ctx) => {
    const playbook = anyPlaybook(ctx.record, command.playbookKey);
    if (!playbook) return refuse('unknown-playbook', `There is no playbook ${command.playbookKey}. Choose one of the list.`);
    const now = ctx.now();
    const goLiveId = ctx.newId();
    const actor = ctx.session.name;
    const circumstances = { goLiveId, now, occurredAt: now, actor, personId: null, newId: ctx.newId };
    const verdict = createGoLive({ playbook, library: libraryStrategies(), taken: ctx.record.goLives() }, command, circumstances);
    if (!verdict.ok) return verdict;
    const { action, changes, note } = verdict.value;
    const { seq } = ctx.record.commit({ goLiveId, at: now, occurredAt: now, actor, action, note, undoes: null, changes });
    return { ok: true as const, seq, goLiveId, ref: ctx.record.rows(goLiveId).goLive.get(goLiveId)?.ref ?? '' };
  }),
  /** Makes the sample: a believable go-live in its third hour, with times and names that are invented. */
  sample: perform(z.strictObject({ zone: zone.optional() }), sampleMade, ({ zone: wanted }, ctx) => {
    const playbook = playbookNamed('deploy');
    if (!playbook) throw new Error('the playbook of the sample is not built in');
    const goLiveId = ctx.newId();
    const ownZone = wanted ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const { seq: lastSeq } = ctx.record.journal.last();
    const taken = ctx.record.goLives();
    const played = makeSample({ playbook, taken, goLiveId, now: ctx.now(), zone: ownZone, lastSeq, newId: ctx.newId });
    ctx.record.commitAll(played.map(({ at, ...entry }) => ({ ...entry, at, occurredAt: at, goLiveId, undoes: null })));
    const row = ctx.record.rows(goLiveId).goLive.get(goLiveId);
    return { ok: true as const, goLiveId, ref: row?.ref ?? '', name: row?.name ?? '' };
  }),
  edit: act(EditGoLive, editGoLive, 'manager'),
  /** What applies follows the new answers; what was worked on stays. */
  answerConditions: act(AnswerConditions, answerConditions, 'manager'),
  moveTZero: act(MoveTZero, moveTZero, 'manager'),
  startCutover: act(StartCutover, startCutover, 'manager'),
  declareLive: act(DeclareLive, declareLive, 'manager'),
  close: act(CloseGoLive, closeGoLive, 'manager'),
  scrub: act(ScrubGoLive, scrubGoLive, 'manager'),
});
