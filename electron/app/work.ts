/** What may be asked while the night is worked: checks inside tasks, remarks, handing over, corrections, substitutes, shift notes. */
import { z } from 'zod';
import { id, instant } from '../../shared/base/fields.ts';
import { EstimateBlock } from '../../shared/domain/runbook/commands.ts';
import { estimateBlock } from '../../shared/domain/runbook/rules.ts';
import { changedFor } from '../../shared/domain/runbook/work/changed.ts';
import {
  AddRemark,
  AddStep,
  CorrectTimes,
  EditStep,
  GiveBack,
  HandOver,
  MoveStep,
  ReadShiftNote,
  RemoveStep,
  Substitute,
  TickStep,
  UntickStep,
  WriteShiftNote,
} from '../../shared/domain/runbook/work/commands.ts';
import { correctTimes } from '../../shared/domain/runbook/work/corrections.ts';
import { handOver } from '../../shared/domain/runbook/work/hand-over.ts';
import { addRemark } from '../../shared/domain/runbook/work/remark-rules.ts';
import { readShiftNote, writeShiftNote } from '../../shared/domain/runbook/work/shift.ts';
import { addStep, editStep, moveStep, removeStep, tickStep, untickStep } from '../../shared/domain/runbook/work/steps.ts';
import { giveBack, substitute } from '../../shared/domain/runbook/work/substitution.ts';
import { act, ask, goLiveIdOf, goLiveRef, refused, router } from './trpc.ts';

/** Older entries of a long absence are left out. */
const MOST_ENTRIES = 5_000;

const happenings = z.array(
  z.object({
    seq: z.number().int(),
    occurredAt: instant,
    actor: z.string(),
    text: z.string(),
    table: z.string(),
    ref: z.string(),
  }),
);
const changed = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** True when older entries of the stretch were left out. */
    isCut: z.boolean(),
    theirs: happenings,
    everybodys: happenings,
  }),
  refused,
]);

export const work = router({
  addStep: act(AddStep, addStep),
  editStep: act(EditStep, editStep),
  removeStep: act(RemoveStep, removeStep),
  moveStep: act(MoveStep, moveStep),
  tickStep: act(TickStep, tickStep),
  untickStep: act(UntickStep, untickStep),
  addRemark: act(AddRemark, addRemark),
  handOver: act(HandOver, handOver),
  correctTimes: act(CorrectTimes, correctTimes),
  estimateBlock: act(EstimateBlock, estimateBlock),
  substitute: act(Substitute, substitute),
  giveBack: act(GiveBack, giveBack),
  writeShiftNote: act(WriteShiftNote, writeShiftNote),
  readShiftNote: act(ReadShiftNote, readShiftNote),
  /** What happened after the entry `since` without what `but` did: about these people first, then what everybody should know. */
  changed: ask(
    z.strictObject({
      goLiveId: goLiveRef,
      since: z.number().int().min(0),
      people: z.array(id).max(2_000),
      but: z.string().max(200).default(''),
    }),
    changed,
    ({ goLiveId, since, people, but }, ctx) => {
      const found = goLiveIdOf(ctx, goLiveId);
      if (!found.ok) return found;
      const { journal } = ctx.record;
      const later = journal.after(found.value, since, MOST_ENTRIES + 1);
      const isCut = later.length > MOST_ENTRIES;
      const entries = isCut ? journal.before(found.value, Number.MAX_SAFE_INTEGER, MOST_ENTRIES) : later;
      const { theirs, everybodys } = changedFor(entries, ctx.record.rows(found.value), new Set(people), but);
      return { ok: true as const, isCut, theirs: [...theirs], everybodys: [...everybodys] };
    },
  ),
});
