/** What happens to a check: added, edited, started, passed, failed, waived, set aside, reopened. */
import type { z } from 'zod';
import { insert, update } from '../../base/change.ts';
import { type Refusal, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { refMaker } from '../refs.ts';
import type { Rows } from '../tables.ts';
import type { AddCheck, EditCheck, SettleCheck } from './commands.ts';
import { type Check, type CheckStatus, check as checks } from './schema.ts';

export function addCheck(rows: Rows, command: z.infer<typeof AddCheck>, act: Act): Verdict {
  const unknown = unknownPlace(rows, command);
  if (unknown) return unknown;
  const id = act.newId();
  const added = insert(checks, {
    ...command,
    id,
    goLiveId: act.goLiveId,
    ref: refMaker('check', rows.check.values())(),
    position: [...rows.check.values()].reduce((highest, { position }) => Math.max(highest, position), -1) + 1,
    status: 'open',
    reason: '',
    decidedBy: '',
    decidedAt: null,
    condition: '',
    catalogueIds: [],
  });
  return decide('check.add', [added], id);
}

export function editCheck(rows: Rows, command: z.infer<typeof EditCheck>, _act: Act): Verdict {
  const { checkId, ...fields } = command;
  const check = rows.check.get(checkId);
  if (!check) return unknownCheck();
  const unknown = unknownPlace(rows, fields);
  if (unknown) return unknown;
  const changes = update(checks, check, fields);
  if (changes.length === 0) return refuse('nothing-changed', `${check.ref} already is as you entered it.`, [check.ref]);
  return decide('check.edit', changes, check.id);
}

/** Any state may follow any other, as checks are tried again; only work is not started on what is already decided. */
export function settleCheck(rows: Rows, command: z.infer<typeof SettleCheck>, act: Act): Verdict {
  const check = rows.check.get(command.checkId);
  if (!check) return unknownCheck();
  const { status, reason } = command;
  if (check.status === status) return refuse('nothing-changed', `${check.ref} is ${status} already. Nothing was changed.`, [check.ref]);
  if (status === 'in work' && check.status !== 'open' && check.status !== 'failed') {
    return refuse('decided', `${check.ref} is ${check.status}. It stays so. Reopen it before work on it starts again.`, [check.ref]);
  }
  const needsReason = reasoned.has(status);
  if (needsReason && reason === '') {
    return refuse('reason-needed', `${check.ref} cannot be marked ${status} without a reason. Nothing was changed. Say why.`, [check.ref]);
  }
  const isDecided = status !== 'open' && status !== 'in work';
  const changes = update(checks, check, {
    status,
    reason: needsReason ? reason : '',
    decidedBy: isDecided ? act.actor : '',
    decidedAt: isDecided ? act.occurredAt : null,
  });
  return decide(actions[status], changes, check.id, needsReason ? '' : reason);
}

const actions: Readonly<Record<CheckStatus, string>> = {
  open: 'check.reopen',
  'in work': 'check.start',
  passed: 'check.pass',
  failed: 'check.fail',
  waived: 'check.waive',
  'not applicable': 'check.exclude',
};
const reasoned: ReadonlySet<CheckStatus> = new Set(['failed', 'waived', 'not applicable']);

function unknownPlace(rows: Rows, { ownerId, phase }: Partial<Pick<Check, 'ownerId' | 'phase'>>): { ok: false; refusal: Refusal } | null {
  if (ownerId && !rows.person.has(ownerId)) {
    return refuse('unknown-person', 'The owner is not in the roster of this go-live. Nothing was changed. Choose again.');
  }
  const playbooks = [...rows.playbookCopy.values()];
  const isPhase = playbooks.some(({ content }) => content.phases.some(({ key }) => key === phase));
  if (phase && playbooks.length > 0 && !isPhase) {
    return refuse('unknown-phase', `The playbook of this go-live has no phase ${phase}. Nothing was changed. Choose one of its phases.`);
  }
  return null;
}

export function unknownCheck(): { ok: false; refusal: Refusal } {
  return refuse('unknown-check', 'There is no such check in this go-live. It may have been taken back. Reload the board.');
}
