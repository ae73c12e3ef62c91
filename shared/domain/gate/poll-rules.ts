/** What happens before the decision: positions make their calls, people judge criteria. */
import type { z } from 'zod';
import { insert, update } from '../../base/change.ts';
import { ok, type Result, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { roleHolders, titleOfRole } from '../roster/roles.ts';
import type { Person } from '../roster/schema.ts';
import type { Rows } from '../tables.ts';
import type { CallGate, JudgeCriterion } from './commands.ts';
import { isUnwaivable } from './criterion-state.ts';
import { mayDecideAgain, unknownGate } from './decision-rules.ts';
import { callOf } from './poll.ts';
import { call as calls, criterion as criteria, type Gate } from './schema.ts';
import { openPollOf, revealedPollOf } from './sealed-poll.ts';

/** `isManager`: the session may enter a call for somebody else; the entry says so. */
export function callGate(rows: Rows, command: z.infer<typeof CallGate>, act: Act, isManager: boolean): Verdict {
  const gate = rows.gate.get(command.gateId);
  if (!gate) return unknownGate();
  if (!mayDecideAgain(gate)) {
    return refuse('decided', `${gate.ref} is decided: ${gate.decision}. Its calls stay as they were. Reopen the gate to poll again.`, [
      gate.ref,
    ]);
  }
  const hiding = openPollOf(rows, gate);
  const revealed = revealedPollOf(rows, gate);
  if (hiding) {
    return refuse('sealed', `A sealed poll of ${gate.ref} is open. Nothing was recorded. Call in it with your PIN, or withdraw it.`, [
      gate.ref,
    ]);
  }
  if (revealed?.positions.includes(command.position)) {
    return refuse('revealed', `The calls of ${gate.ref} were revealed and stand. Nothing was recorded. Open a new poll to call again.`, [
      gate.ref,
    ]);
  }
  const caller = callerOf(rows, gate, command, act, isManager);
  if (!caller.ok) return caller;
  if (command.call !== 'go' && command.reason === '') {
    return refuse('reason-needed', `A call of ${command.call} needs its reason. Nothing was recorded. Say why.`, [gate.ref]);
  }
  const fields = { personId: caller.value.id, call: command.call, reason: command.reason };
  const before = callOf(rows, gate, command.position);
  const note = caller.value.id === act.personId ? '' : `Call of ${caller.value.name}, entered by ${act.actor}`;
  if (!before) {
    const id = act.newId();
    const made = insert(calls, { ...fields, id, goLiveId: act.goLiveId, gateId: gate.id, position: command.position, at: act.occurredAt });
    return decide('gate.call', [made], id, note);
  }
  if (update(calls, before, fields).length === 0)
    return refuse('nothing-changed', 'That call is already so. Nothing was changed.', [gate.ref]);
  return decide('gate.call', update(calls, before, { ...fields, at: act.occurredAt }), before.id, note);
}

/** Allowed after the decision too: what was known then is frozen beside it. */
export function judgeCriterion(rows: Rows, command: z.infer<typeof JudgeCriterion>, act: Act): Verdict {
  const criterion = rows.criterion.get(command.criterionId);
  if (!criterion) return refuse('unknown-criterion', 'There is no such criterion in this go-live. Reload the board.');
  const { status, reason } = command;
  const about = [rows.gate.get(criterion.gateId)?.ref ?? ''].filter(Boolean);
  if (isUnwaivable(criterion) && (status === 'waived' || status === 'not applicable')) {
    return refuse(
      'not-waivable',
      `"${criterion.title}" cannot be ${status === 'waived' ? 'waived' : 'set aside'}: ${criterion.neededToStart ? 'nothing may start' : 'its gate cannot be passed'} without it. It stays ${criterion.status}.`,
      about,
    );
  }
  if (status !== 'open' && status !== 'met' && reason === '') {
    return refuse(
      'reason-needed',
      `"${criterion.title}" cannot be judged ${status} without a reason. Nothing was changed. Say why.`,
      about,
    );
  }
  const isJudged = status !== 'open';
  const judged = {
    status,
    reason: isJudged ? reason : '',
    judgedBy: isJudged ? act.actor : '',
    judgedAt: isJudged ? act.occurredAt : null,
  };
  if (criterion.status === judged.status && criterion.reason === judged.reason) {
    return refuse('nothing-changed', `"${criterion.title}" is already judged so. Nothing was changed.`, about);
  }
  return decide('criterion.judge', update(criteria, criterion, judged), criterion.id, isJudged ? '' : reason);
}

function callerOf(rows: Rows, gate: Gate, command: z.infer<typeof CallGate>, act: Act, isManager: boolean): Result<Person> {
  const title = titleOfRole(rows, command.position);
  if (!gate.positions.includes(command.position)) {
    return refuse('unknown-position', `${gate.ref} does not ask for a call of ${title}. Nothing was recorded.`, [gate.ref]);
  }
  const personId = command.personId ?? act.personId;
  if (personId === null) {
    return refuse(
      'no-caller',
      `Gantry does not know whose call this is. Nothing was recorded. Say who you are, or name who holds the role ${title}.`,
      [gate.ref],
    );
  }
  if (personId !== act.personId && !isManager) {
    return refuse('not-yours', 'Only a manager may enter the call of somebody else. Nothing was recorded.', [gate.ref]);
  }
  const holders = roleHolders(rows).get(command.position) ?? [];
  const person = holders.find(({ id }) => id === personId);
  if (person) return ok(person);
  const who = rows.person.get(personId)?.name ?? 'That person';
  const held =
    holders.length === 0 ? 'Nobody holds it; assign it in the roster first' : `It is held by ${holders.map(({ name }) => name).join(', ')}`;
  return refuse('not-the-role', `${who} does not hold the role ${title}. Nothing was recorded. ${held}.`, [gate.ref]);
}
