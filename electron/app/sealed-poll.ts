/** Sealed polls in the host: it alone has the key of an open poll, and forgets it with the reveal that publishes it. */
import { hash } from 'node:crypto';
import type { z } from 'zod';
import type { Act } from '../../shared/base/rule.ts';
import { giveApproval } from '../../shared/domain/gate/approval-rules.ts';
import type { CastCall, GiveApproval, OpenPoll } from '../../shared/domain/gate/commands.ts';
import type { Poll, SealedCall } from '../../shared/domain/gate/schema.ts';
import { castCall, openPoll, revealPoll } from '../../shared/domain/gate/sealed-poll-rules.ts';
import type { Record } from '../record/record.ts';
import { proven } from './pins.ts';
import { newSealingKey, sealed, unsealed } from './sealing.ts';
import { actOn, type Context, type envelope, goLiveIdOf, type Outcome } from './trpc.ts';

type Asked = z.infer<typeof envelope>;

export function openSealedPoll(ctx: Context, asked: Asked, command: z.infer<typeof OpenPoll>): Outcome {
  const pollId = ctx.newId();
  const isManager = ctx.session.role === 'manager';
  return actOn(ctx, asked, (rows, act) => openPoll(rows, command, { ...act, newId: () => pollId }, isManager), {
    secrets: [{ id: keyOf(pollId), value: newSealingKey() }],
  });
}

/** The call is encrypted before it is written: no row, entry or answer holds it in clear until all are in. */
export async function castSealedCall(ctx: Context, asked: Asked, { pin, ...command }: z.infer<typeof CastCall>): Promise<Outcome> {
  const goLiveId = goLiveIdOf(ctx, asked.goLiveId);
  if (!goLiveId.ok) return goLiveId;
  const caller = await proven(ctx, ctx.record.rows(goLiveId.value).person.get(command.personId), pin);
  if (!caller.ok) return caller;
  const key = ctx.record.secret(keyOf(command.pollId)) ?? '';
  return actOn(ctx, { ...asked, occurredAt: undefined, note: undefined }, (rows, act) =>
    castCall(rows, command, act, (content) => sealed(content, key, `${command.pollId} ${command.position} ${command.personId}`)),
  );
}

/** Who has a PIN gives an approval only with it. */
export async function giveProvenApproval(ctx: Context, asked: Asked, { pin, ...command }: z.infer<typeof GiveApproval>): Promise<Outcome> {
  const goLiveId = goLiveIdOf(ctx, asked.goLiveId);
  if (!goLiveId.ok) return goLiveId;
  const person = ctx.record.rows(goLiveId.value).person.get(asked.as ?? '');
  if (person && person.pinSetAt !== null) {
    const giver = await proven(ctx, person, pin ?? '');
    if (!giver.ok) return giver;
  }
  return actOn(ctx, asked, (rows, act) => giveApproval(rows, command, act, ctx.session.role === 'manager'));
}

/** Reveals a poll that is due as an act of Gantry itself. */
export function revealDuePoll(record: Record, poll: Poll, act: Act): void {
  const key = record.secret(keyOf(poll.id));
  if (key === null) throw new Error(`the key of poll ${poll.id} is lost`);
  const open = ({ sealed: text, position, personId }: SealedCall) => unsealed(text, key, `${poll.id} ${position} ${personId}`);
  const verdict = revealPoll(record.rows(poll.goLiveId), poll, act, {
    open,
    hash: (text) => hash('sha256', text, 'hex'),
    key,
    lastSeq: record.journal.last().seq,
  });
  if (!verdict.ok) throw new Error(verdict.refusal.reason);
  const { action, changes } = verdict.value;
  const { goLiveId, now, occurredAt, actor } = act;
  record.commit(
    { goLiveId, at: now, occurredAt, actor, action, note: '', undoes: null, changes },
    { secrets: [{ id: keyOf(poll.id), value: null }] },
  );
}

/** The name under which the key of a poll is kept while it is open. */
function keyOf(pollId: string): string {
  return `poll:${pollId}`;
}
