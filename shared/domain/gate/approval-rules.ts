/** What happens to the sign-offs a gate wants: given or refused in their order, taken back while the gate is undecided. */
import type { z } from 'zod';
import { update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { roleHolders, titleOfRole } from '../roster/roles.ts';
import type { Rows } from '../tables.ts';
import { approvalsOf } from './approvals.ts';
import type { GiveApproval } from './commands.ts';
import { mayDecideAgain } from './decision-rules.ts';
import { approval as approvals } from './schema.ts';

/** `null` takes it back. Only who holds the role gives it; a manager may where nobody does. */
export function giveApproval(rows: Rows, command: Omit<z.infer<typeof GiveApproval>, 'pin'>, act: Act, isManager: boolean): Verdict {
  const found = rows.approval.get(command.approvalId);
  const gate = rows.gate.get(found?.gateId ?? '');
  if (!found || !gate) return refuse('unknown-approval', 'There is no such approval in this go-live. Reload the board.');
  const about = [gate.ref];
  const { decision, remark } = command;
  if (!mayDecideAgain(gate)) {
    return refuse('decided', `${gate.ref} is decided: ${gate.decision}. Its approvals stand as they were. Reopen the gate first.`, about);
  }
  const holders = roleHolders(rows).get(found.role) ?? [];
  const mayGive = holders.length === 0 ? isManager : holders.some(({ id }) => id === act.personId);
  if (!mayGive) {
    const who = holders.length === 0 ? 'a manager, as nobody holds that role' : holders.map(({ name }) => name).join(' or ');
    const says = `“${found.title}” is given by the ${titleOfRole(rows, found.role)}: ${who}.`;
    return refuse('not-the-role', `${says} Nothing was changed. Say who you are, or ask them.`, about);
  }
  if (found.decision === decision && found.remark === remark) {
    return refuse('nothing-changed', `“${found.title}” is already so. Nothing was changed.`, about);
  }
  const all = approvalsOf(rows, gate);
  const before = all.find((each) => each.position < found.position && each.decision !== 'approved');
  if (decision === 'approved' && before) {
    return refuse('out-of-order', `“${found.title}” comes after “${before.title}”, which is not given yet. Nothing was changed.`, about);
  }
  const after = all.find((each) => each.position > found.position && each.decision === 'approved');
  if (decision !== 'approved' && after) {
    return refuse('out-of-order', `“${after.title}” was given on the strength of “${found.title}”. Take that back first.`, about);
  }
  if (decision === 'refused' && remark === '') {
    return refuse('reason-needed', `“${found.title}” cannot be refused without a reason. Nothing was changed. Say why.`, about);
  }
  const changes = update(approvals, found, {
    decision,
    decidedBy: decision === null ? '' : act.actor,
    decidedById: decision === null ? null : act.personId,
    decidedAt: decision === null ? null : act.occurredAt,
    remark: decision === null ? '' : remark,
  });
  return decide('approval.give', changes, found.id, decision === null ? remark : '');
}
