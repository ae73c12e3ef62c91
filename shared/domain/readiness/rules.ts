/** What a check is: added and edited. How it is settled is in settle-rules. */
import type { z } from 'zod';
import { insert, update } from '../../base/change.ts';
import { type Refusal, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { refMaker } from '../refs.ts';
import type { Rows } from '../tables.ts';
import type { AddCheck, EditCheck } from './commands.ts';
import { type Check, check as checks } from './schema.ts';

export function addCheck(rows: Rows, command: z.infer<typeof AddCheck>, act: Act): Verdict {
  const unknown = unknownPlace(rows, command);
  if (unknown) return unknown;
  const id = act.newId();
  const added = insert(checks, {
    ...checks.added,
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

/** One that is passed waits to be verified as soon as it needs that. */
export function editCheck(rows: Rows, command: z.infer<typeof EditCheck>, _act: Act): Verdict {
  const { checkId, ...fields } = command;
  const check = rows.check.get(checkId);
  if (!check) return unknownCheck();
  const unknown = unknownPlace(rows, fields);
  if (unknown) return unknown;
  if (check.status === 'to verify' && fields.needsVerification === false) {
    const reason = `${check.ref} waits to be verified. It still does. Verify it or send it back before that is no longer needed.`;
    return refuse('to-verify', reason, [check.ref]);
  }
  const isUnverified = fields.needsVerification === true && check.status === 'passed' && check.verifiedBy === '';
  const changes = update(checks, check, { ...fields, ...(isUnverified ? { status: 'to verify' as const } : {}) });
  if (changes.length === 0) return refuse('nothing-changed', `${check.ref} already is as you entered it.`, [check.ref]);
  return decide('check.edit', changes, check.id);
}

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
