/** What may be asked of the gates. */
import { CallGate, DecideGate, JudgeCriterion, ReopenGate, SettleCondition } from '../../shared/domain/gate/commands.ts';
import { settleCondition } from '../../shared/domain/gate/conditions.ts';
import { decideGate, reopenGate } from '../../shared/domain/gate/decision-rules.ts';
import { callGate, judgeCriterion } from '../../shared/domain/gate/poll-rules.ts';
import { act, type Context, router } from './trpc.ts';

const isManager = (ctx: Context) => ctx.session.role === 'manager';

export const gate = router({
  callGate: act(CallGate, (rows, command, circumstances, ctx) => callGate(rows, command, circumstances, isManager(ctx))),
  judgeCriterion: act(JudgeCriterion, judgeCriterion),
  decideGate: act(DecideGate, (rows, command, circumstances, ctx) =>
    decideGate(rows, command, circumstances, { isManager: isManager(ctx), lastSeq: ctx.record.journal.last().seq }),
  ),
  reopenGate: act(ReopenGate, (rows, command, circumstances, ctx) => reopenGate(rows, command, circumstances, isManager(ctx))),
  settleCondition: act(SettleCondition, settleCondition),
});
