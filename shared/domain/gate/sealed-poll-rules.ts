/** What happens to a sealed poll: opened, called in, withdrawn, revealed. Sealing and opening calls is the host's work. */
import type { z } from 'zod';
import { type Change, insert, update } from '../../base/change.ts';
import { type Refusal, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { roleHolders, titleOfRole } from '../roster/roles.ts';
import { applyChanges, type Rows } from '../tables.ts';
import type { CastCall, OpenPoll, WithdrawPoll } from './commands.ts';
import { mayDecideAgain, notTheDecider, unknownGate } from './decision-rules.ts';
import { knownAt } from './known.ts';
import { callOf } from './poll.ts';
import { call as calls, type Gate, type Poll, poll as polls, type SealedCall, sealedCall as sealedCalls } from './schema.ts';
import { isOpenPoll, openPollOf, sealedCallsOf } from './sealed-poll.ts';

/** What a sealed call says; known only to who made it until the reveal. */
export interface CallContent {
  readonly call: SealedContent['call'];
  readonly reason: string;
}
type SealedContent = Pick<z.infer<typeof CastCall>, 'call' | 'reason'>;

export function openPoll(rows: Rows, command: z.infer<typeof OpenPoll>, act: Act, isManager: boolean): Verdict {
  const gate = rows.gate.get(command.gateId);
  if (!gate) return unknownGate();
  const refusal = notTheDecider(rows, gate, act, isManager);
  if (refusal) return refusal;
  if (!mayDecideAgain(gate)) {
    return refuse('decided', `${gate.ref} is decided: ${gate.decision}. Nothing was opened. Reopen the gate to poll again.`, [gate.ref]);
  }
  if (openPollOf(rows, gate)) {
    return refuse('poll-open', `A sealed poll of ${gate.ref} is open already. Call in it, or withdraw it first.`, [gate.ref]);
  }
  if (command.closesAt !== null && command.closesAt <= act.now) {
    return refuse('due-past', 'The poll would be over before it begins. Nothing was opened. Give a later time.', [gate.ref]);
  }
  const holders = roleHolders(rows);
  const unheld = gate.positions.filter((position) => !holders.has(position));
  if (unheld.length > 0 && command.closesAt === null) {
    const who = unheld.map((position) => titleOfRole(rows, position)).join(', ');
    const way = 'Assign it in the roster, or give the poll a time when it is revealed.';
    return refuse('position-unfilled', `Nobody holds ${who}, so the poll of ${gate.ref} would never be complete. ${way}`, [gate.ref]);
  }
  const id = act.newId();
  const made = insert(polls, {
    id,
    goLiveId: act.goLiveId,
    gateId: gate.id,
    positions: gate.positions,
    openedBy: act.actor,
    openedAt: act.now,
    closesAt: command.closesAt,
    revealedAt: null,
    isWithdrawn: false,
    known: null,
    seal: '',
    openedKey: '',
  });
  return decide('poll.open', [made], id);
}

/** Who may call for a position now. The PIN is looked at by the host, before. `seal` encrypts the call; only the host can open it again. */
export function castCall(
  rows: Rows,
  command: Omit<z.infer<typeof CastCall>, 'pin'>,
  act: Act,
  seal: (content: CallContent) => string,
): Verdict {
  const found = openPollIn(rows, command.pollId);
  if ('refusal' in found) return found;
  const { poll, gate } = found;
  const title = titleOfRole(rows, command.position);
  if (!poll.positions.includes(command.position)) {
    return refuse('unknown-position', `The poll of ${gate.ref} does not ask for a call of ${title}. Nothing was recorded.`, [gate.ref]);
  }
  const before = sealedCallsOf(rows, poll).find(({ position }) => position === command.position);
  if (before) {
    const who = rows.person.get(before.personId)?.name ?? title;
    return refuse('already-in', `The call of ${title} is in already, by ${who}. It stays sealed as it was; nobody can call twice.`, [
      gate.ref,
    ]);
  }
  const holder = roleHolders(rows)
    .get(command.position)
    ?.find(({ id }) => id === command.personId);
  if (!holder) {
    const who = rows.person.get(command.personId)?.name ?? 'That person';
    return refuse('not-the-role', `${who} does not hold the role ${title}. Nothing was recorded.`, [gate.ref]);
  }
  const made = insert(sealedCalls, {
    id: act.newId(),
    goLiveId: act.goLiveId,
    pollId: poll.id,
    position: command.position,
    personId: holder.id,
    at: act.now,
    sealed: seal({ call: command.call, reason: command.reason }),
  });
  const note = holder.id === act.personId ? '' : `Entered with the PIN of ${holder.name}`;
  return decide('poll.call', [made], made.id, note);
}

export function withdrawPoll(rows: Rows, command: z.infer<typeof WithdrawPoll>, act: Act, isManager: boolean): Verdict {
  const found = openPollIn(rows, command.pollId);
  if ('refusal' in found) return found;
  const refusal = notTheDecider(rows, found.gate, act, isManager);
  return refusal ?? decide('poll.withdraw', update(polls, found.poll, { isWithdrawn: true }), found.poll.id, command.reason);
}

/** What the host alone can do at a reveal. */
export interface Revealing {
  readonly open: (sealed: SealedCall) => CallContent;
  /** SHA-256, hex. */
  readonly hash: (text: string) => string;
  /** The key of the poll, from now on public. */
  readonly key: string;
  /** `seq` of the newest entry. */
  readonly lastSeq: number;
}

/** All calls at once, with what is known at this moment. Whoever has the record can open the sealed calls with the key and compare. */
export function revealPoll(rows: Rows, poll: Poll, act: Act, { open, hash, key, lastSeq }: Revealing): Verdict {
  const gate = rows.gate.get(poll.gateId);
  if (!gate || !isOpenPoll(poll)) return refuse('not-open', 'That poll is not open any more. Nothing was changed.');
  const revealed = sealedCallsOf(rows, poll).map((sealed) => ({ ...open(sealed), position: sealed.position, sealed }));
  const changes: Change[] = revealed.flatMap(({ call, reason, position, sealed }) => {
    const fields = { personId: sealed.personId, call, reason, at: sealed.at };
    const before = callOf(rows, gate, position);
    if (before) return update(calls, before, fields);
    return [insert(calls, { ...fields, id: act.newId(), goLiveId: act.goLiveId, gateId: gate.id, position })];
  });
  const known = { ...knownAt(applyChanges(rows, changes), gate, act.now), lastSeq };
  const seal = hash(sealedWords(poll, revealed, known));
  const done = update(polls, poll, { revealedAt: act.now, known, seal, openedKey: key });
  return decide('poll.reveal', [...changes, ...done], poll.id);
}

/** The text whose hash seals a poll: its calls in the order of positions, then what was known. */
export function sealedWords(
  poll: Pick<Poll, 'id' | 'positions'>,
  revealed: readonly (CallContent & { readonly position: string })[],
  known: NonNullable<Poll['known']>,
): string {
  const inOrder = poll.positions.map((position) => {
    const found = revealed.find((each) => each.position === position);
    return [position, found?.call ?? null, found?.reason ?? ''];
  });
  return JSON.stringify([poll.id, inOrder, known]);
}

function openPollIn(
  rows: Rows,
  pollId: string,
): { readonly poll: Poll; readonly gate: Gate } | { readonly ok: false; readonly refusal: Refusal } {
  const poll = rows.poll.get(pollId);
  const gate = rows.gate.get(poll?.gateId ?? '');
  if (!poll || !gate) return refuse('unknown-poll', 'There is no such poll in this go-live. Nothing was recorded. Reload the board.');
  if (poll.revealedAt !== null) {
    return refuse(
      'revealed',
      `The poll of ${gate.ref} is revealed. Its calls stand; nothing was recorded. Open a new poll to call again.`,
      [gate.ref],
    );
  }
  if (poll.isWithdrawn) return refuse('withdrawn', `The poll of ${gate.ref} was withdrawn. Nothing was recorded.`, [gate.ref]);
  return { poll, gate };
}
