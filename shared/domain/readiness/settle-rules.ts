/** How a check is settled: started, passed, verified by somebody else, sent back, failed, waived, set aside, reopened. */
import type { z } from 'zod';
import { update } from '../../base/change.ts';
import { type Refusal, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import { listed } from '../timeline/told.ts';
import { blockerName, blocking } from './blockers.ts';
import type { SendBackCheck, SettleCheck, VerifyCheck } from './commands.ts';
import { testsMissing } from './linked-tests.ts';
import { unknownCheck } from './rules.ts';
import { type Check, type CheckStatus, check as checks } from './schema.ts';

type Command = z.infer<typeof SettleCheck>;
type Refused = { ok: false; refusal: Refusal };

/**
 * Any state may follow any other, as checks are tried again; only work is not started on what is already decided, and a check
 * passes only with its tests passed, nothing blocking it (or a reason to pass in spite of that) and, where it needs that,
 * verified by somebody else.
 */
export function settleCheck(rows: Rows, command: Command, act: Act): Verdict {
  const check = rows.check.get(command.checkId);
  if (!check) return unknownCheck();
  if (command.status === 'passed') return pass(rows, check, command, act);
  if (command.status === 'waived') return waive(check, command, act);
  const { status, reason } = command;
  if (check.status === status) return alreadySo(check);
  if (status === 'in work' && check.status !== 'open' && check.status !== 'failed') {
    return refuse('decided', `${check.ref} is ${check.status}. It stays so. Reopen it before work on it starts again.`, [check.ref]);
  }
  if (status === 'open' || status === 'in work') {
    return decide(actions[status], update(checks, check, { ...undecided, status }), check.id, reason);
  }
  if (reason === '') return reasonNeeded(check, status);
  return decide(actions[status], update(checks, check, { ...decidedBy(act), status, reason }), check.id);
}

/** Passes a check that somebody else of the roster said is passed. */
export function verifyCheck(rows: Rows, { checkId, despite = '' }: z.infer<typeof VerifyCheck>, act: Act): Verdict {
  const check = rows.check.get(checkId);
  if (!check) return unknownCheck();
  if (check.status === 'passed') return alreadySo(check);
  if (check.status !== 'to verify') {
    return refuse('not-to-verify', `${check.ref} is ${check.status}: nobody has passed it yet. Nothing was changed.`, [check.ref]);
  }
  if (act.personId === null) return unknownSelf(check, 'verifies');
  if (check.decidedById === null) {
    const reason = `Nobody of the roster is recorded as who passed ${check.ref}, so nobody can be somebody else. It still waits. Send it back.`;
    return refuse('unknown-doer', reason, [check.ref]);
  }
  if (act.personId === check.decidedById) {
    const reason = `${act.actor} passed ${check.ref} and cannot verify it too. It still waits. Somebody else of the roster must verify it.`;
    return refuse('same-person', reason, [check.ref]);
  }
  const hindered = hindrance(rows, check, despite);
  if (!hindered.ok) return hindered;
  const fields = { status: 'passed' as const, verifiedBy: act.actor, verifiedAt: act.occurredAt, ...hindered.fields };
  return decide('check.verify', update(checks, check, fields), check.id, hindered.note);
}

export function sendBackCheck(rows: Rows, { checkId, reason }: z.infer<typeof SendBackCheck>, _act: Act): Verdict {
  const check = rows.check.get(checkId);
  if (!check) return unknownCheck();
  if (check.status !== 'to verify') {
    return refuse('not-to-verify', `${check.ref} is ${check.status}: it does not wait to be verified. Nothing was changed.`, [check.ref]);
  }
  return decide('check.sendBack', update(checks, check, { ...undecided, status: 'open' }), check.id, reason);
}

function pass(rows: Rows, check: Check, { reason, despite = '' }: Command, act: Act): Verdict {
  const status = check.needsVerification ? 'to verify' : 'passed';
  if (check.status === status || check.status === 'passed') return alreadySo(check);
  if (check.needsVerification && act.personId === null) return unknownSelf(check, 'passes');
  const hindered = hindrance(rows, check, despite);
  if (!hindered.ok) return hindered;
  const note = [hindered.note, reason].filter(Boolean).join('\n');
  return decide(actions[status], update(checks, check, { ...decidedBy(act), status, ...hindered.fields }), check.id, note);
}

/** A waiver may be given again with another reason, approver or end. */
function waive(check: Check, { reason, approver = '', until = null }: Command, act: Act): Verdict {
  if (reason === '') return reasonNeeded(check, 'waived');
  if (until !== null && until <= act.now) {
    return refuse('expiry-past', `The waiver of ${check.ref} would end in the past. Nothing was changed. Give a later time.`, [check.ref]);
  }
  const waiver = { reason, waiverApprover: approver || act.actor, waivedUntil: until };
  if (check.status === 'waived' && update(checks, check, waiver).length === 0) return alreadySo(check);
  return decide('check.waive', update(checks, check, { ...decidedBy(act), status: 'waived', ...waiver }), check.id);
}

/** What a check holds that nobody has decided. */
export const undecided = {
  reason: '',
  decidedBy: '',
  decidedById: null,
  decidedAt: null,
  verifiedBy: '',
  verifiedAt: null,
  waiverApprover: '',
  waivedUntil: null,
} as const satisfies Partial<Check>;

function decidedBy(act: Act) {
  return { ...undecided, decidedBy: act.actor, decidedById: act.personId, decidedAt: act.occurredAt };
}

const actions: Readonly<Record<CheckStatus, string>> = {
  open: 'check.reopen',
  'in work': 'check.start',
  'to verify': 'check.submit',
  passed: 'check.pass',
  failed: 'check.fail',
  waived: 'check.waive',
  'not applicable': 'check.exclude',
};

/** A no when tests are missing, or something blocks it and no reason to pass in spite of that is given. */
function hindrance(rows: Rows, check: Check, despite: string): Refused | { ok: true; fields: Partial<Check>; note: string } {
  const missing = testsMissing(rows, check).map(({ test }) => test.ref);
  if (missing.length > 0) {
    const reason = `${check.ref} cannot pass before ${listed(missing)} ${missing.length === 1 ? 'has' : 'have'} passed. Nothing was changed. Run ${missing.length === 1 ? 'it' : 'them'}, or waive the check.`;
    return refuse('tests-missing', reason, missing);
  }
  const held = blocking(rows, check).map(blockerName);
  if (held.length === 0) return { ok: true, fields: {}, note: '' };
  if (despite === '') {
    const reason = `${check.ref} is blocked by ${listed(held)}. Nothing was changed. Clear that first, or say why it passes all the same.`;
    return refuse('blocked', reason, [check.ref, ...held]);
  }
  return { ok: true, fields: { reason: despite }, note: `Although ${listed(held)} blocks it: ${despite}` };
}

function alreadySo({ ref, status }: Check): Refused {
  return refuse('nothing-changed', `${ref} is ${status} already. Nothing was changed.`, [ref]);
}

function reasonNeeded({ ref }: Check, status: CheckStatus): Refused {
  return refuse('reason-needed', `${ref} cannot be marked ${status} without a reason. Nothing was changed. Say why.`, [ref]);
}

function unknownSelf({ ref }: Check, does: 'passes' | 'verifies'): Refused {
  const why = does === 'passes' ? 'Somebody else must verify it' : 'It must be somebody else than who passed it';
  const reason = `Gantry must know who ${does} ${ref}. ${why}. Nothing was changed. Say who you are first.`;
  return refuse('unknown-self', reason, [ref]);
}
