/** What may be asked of the gates. */
import {
  CallGate,
  CastCall,
  DecideGate,
  GiveApproval,
  JudgeCriterion,
  OpenPoll,
  ReopenGate,
  SettleCondition,
  WithdrawPoll,
} from '../../shared/domain/gate/commands.ts';
import { settleCondition } from '../../shared/domain/gate/conditions.ts';
import { decideGate, reopenGate } from '../../shared/domain/gate/decision-rules.ts';
import { callGate, judgeCriterion } from '../../shared/domain/gate/poll-rules.ts';
import { withdrawPoll } from '../../shared/domain/gate/sealed-poll-rules.ts';
import { runDueActs } from './clockwork.ts';
import { castSealedCall, giveProvenApproval, openSealedPoll } from './sealed-poll.ts';
import { act, type Context, envelope, outcome, perform, router, splitEnvelope } from './trpc.ts';

const isManager = (ctx: Context) => ctx.session.role === 'manager';

export const gate = router({
  callGate: act(CallGate, (rows, command, circumstances, ctx) => callGate(rows, command, circumstances, isManager(ctx))),
  judgeCriterion: act(JudgeCriterion, judgeCriterion),
  decideGate: act(DecideGate, (rows, command, circumstances, ctx) =>
    decideGate(rows, command, circumstances, { isManager: isManager(ctx), lastSeq: ctx.record.journal.last().seq }),
  ),
  reopenGate: act(ReopenGate, (rows, command, circumstances, ctx) => reopenGate(rows, command, circumstances, isManager(ctx))),
  settleCondition: act(SettleCondition, settleCondition),
  /** A sign-off given, refused or taken back. */
  giveApproval: perform(
    GiveApproval.extend(envelope.shape),
    outcome,
    (asked, ctx) => {
      const [command, carried] = splitEnvelope(asked);
      return giveProvenApproval(ctx, carried, command);
    },
    'member',
  ),
  openPoll: perform(
    OpenPoll.extend(envelope.shape),
    outcome,
    (asked, ctx) => {
      const [command, carried] = splitEnvelope(asked);
      return openSealedPoll(ctx, carried, command);
    },
    'member',
  ),
  /** A call into a sealed poll, with the PIN of who calls. The last one in reveals them all. */
  castCall: perform(
    CastCall.extend(envelope.shape),
    outcome,
    async (asked, ctx) => {
      const [command, carried] = splitEnvelope(asked);
      const answer = await castSealedCall(ctx, carried, command);
      if (answer.ok) runDueActs(ctx.record, ctx.now(), ctx.newId);
      return answer;
    },
    'member',
  ),
  withdrawPoll: act(WithdrawPoll, (rows, command, circumstances, ctx) => withdrawPoll(rows, command, circumstances, isManager(ctx))),
});
