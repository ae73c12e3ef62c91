import { hash } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { unsealed } from '../../electron/app/sealing.ts';
import { newId } from '../../electron/record/new-id.ts';
import { insert } from '../../shared/base/change.ts';
import { gate as gates } from '../../shared/domain/gate/schema.ts';
import { sealedWords } from '../../shared/domain/gate/sealed-poll-rules.ts';
import { assignment as assignments, person as people } from '../../shared/domain/roster/schema.ts';
import { aGate, anAssignment, aPerson } from '../support/builders.ts';
import { type Client, eachHost } from '../support/hosts.ts';
import { aGoLive, insertGoLive, NOW } from '../support/record.ts';

const secret = 'Bank certificate is not renewed';
let number = 500;

eachHost((at) => {
  let goLiveId = '';
  let gateId = '';
  let operator = '';
  let tester = '';
  let developer = '';

  beforeEach(() => {
    number += 1;
    const goLive = aGoLive({ ref: `GL-${number}` });
    goLiveId = goLive.id;
    [gateId, operator, tester, developer] = [newId(NOW), newId(NOW), newId(NOW), newId(NOW)];
    const holding = (role: string, personId: string) => insert(assignments, anAssignment({ id: newId(NOW), goLiveId, role, personId }));
    at().host.record.commit({
      goLiveId,
      at: NOW,
      occurredAt: NOW,
      actor: 'M. Okoro',
      action: 'goLive.create',
      note: '',
      undoes: null,
      changes: [
        insertGoLive(goLive),
        insert(people, aPerson({ id: operator, goLiveId, name: 'J. Novak' })),
        insert(people, aPerson({ id: tester, goLiveId, name: 'E. Moreau' })),
        insert(people, aPerson({ id: developer, goLiveId, name: 'R. Silva' })),
        holding('deployment-operator', operator),
        holding('tester', tester),
        holding('developer', developer),
        insert(gates, aGate({ id: gateId, goLiveId, positions: ['tester', 'developer'] })),
      ],
    });
  });

  const rows = () => at().host.record.rows(goLiveId);
  const pinOf = (client: Client, personId: string, pin: string) => client.roster.setPin.mutate({ goLiveId, as: personId, personId, pin });

  async function opened(closesAt: number | null = null): Promise<string> {
    const answer = await at().join('manager').gate.openPoll.mutate({ goLiveId, gateId, closesAt });
    if (!answer.ok || answer.rowId === null) throw new Error('the poll was not opened');
    return answer.rowId;
  }

  describe('a sealed poll', () => {
    test('no answer, entry or row shows a call before the reveal; the last one in reveals them together', async () => {
      const member = at().join('member');
      await pinOf(member, tester, '4711');
      await pinOf(member, developer, '0815');
      const seen: string[] = [];
      const listening = at()
        .join('viewer')
        .live.entries.subscribe({ goLiveId, lastEventId: '0' }, { onData: (entry) => seen.push(JSON.stringify(entry)) });
      const pollId = await opened();

      const call = { goLiveId, pollId, position: 'tester', personId: tester, pin: '4711', call: 'no-go', reason: secret } as const;
      const answer = await member.gate.castCall.mutate({ ...call, as: tester, note: 'heard in the room' });
      expect(answer).toMatchObject({ ok: true });
      const manager = at().join('manager');
      seen.push(JSON.stringify([answer, await manager.live.snapshot.query({ goLiveId })]));
      seen.push(JSON.stringify(await manager.journal.list.query({ goLiveId, limit: 500 })));
      await vi.waitFor(() => expect(seen.join()).toContain('poll.call'));
      expect(seen.join()).not.toContain(secret);
      expect(seen.join()).not.toMatch(/no-go(?!-)/);
      expect(rows().call.size).toBe(0);
      expect(rows().poll.get(pollId)).toMatchObject({ revealedAt: null, openedKey: '', seal: '' });

      const last = { ...call, position: 'developer', personId: developer, pin: '0815', call: 'go', reason: 'Ready' } as const;
      await member.gate.castCall.mutate({ ...last, as: developer });
      expect([...rows().call.values()].map(({ position, call: said, reason }) => [position, said, reason])).toEqual([
        ['tester', 'no-go', secret],
        ['developer', 'go', 'Ready'],
      ]);
      await vi.waitFor(() => expect(seen.join()).toContain(secret));
      listening.unsubscribe();
      expect(at().host.record.verify().faults).toEqual([]);
    });

    test('afterwards anyone can prove that the sealed calls were these, and that nothing known was changed', async () => {
      const member = at().join('member');
      await pinOf(member, tester, '4711');
      await pinOf(member, developer, '0815');
      const pollId = await opened();
      const base = { goLiveId, pollId, reason: secret } as const;
      await member.gate.castCall.mutate({ ...base, position: 'tester', personId: tester, pin: '4711', call: 'no-go' });
      await member.gate.castCall.mutate({ ...base, position: 'developer', personId: developer, pin: '0815', call: 'go' });
      const poll = rows().poll.get(pollId);
      if (!poll?.known) throw new Error('the poll is not revealed');
      const opens = [...rows().sealedCall.values()].map(({ position, personId, sealed }) => ({
        position,
        ...unsealed(sealed, poll.openedKey, `${pollId} ${position} ${personId}`),
      }));
      expect(opens.map(({ position, call }) => [position, call])).toEqual([
        ['tester', 'no-go'],
        ['developer', 'go'],
      ]);
      expect(hash('sha256', sealedWords(poll, opens, poll.known), 'hex')).toBe(poll.seal);
      expect(poll.known.calls.map(({ call }) => call)).toEqual(['no-go', 'go']);
      expect(at().host.record.secret(`poll:${pollId}`)).toBeNull();
    });

    test('all sealed calls have one length, whatever they say', async () => {
      const member = at().join('member');
      await pinOf(member, tester, '4711');
      await pinOf(member, developer, '0815');
      const pollId = await opened(Date.now() + 3_600_000);
      await member.gate.castCall.mutate({ goLiveId, pollId, position: 'tester', personId: tester, pin: '4711', call: 'go', reason: 'x' });
      const short = [...rows().sealedCall.values()][0]?.sealed.length;
      const other = await opened2();
      expect(short).toBe(other);

      async function opened2() {
        await at().join('manager').gate.withdrawPoll.mutate({ goLiveId, pollId, reason: 'Again' });
        const again = await opened(Date.now() + 3_600_000);
        const reason = '€'.repeat(2_000);
        await member.gate.castCall.mutate({
          goLiveId,
          pollId: again,
          position: 'tester',
          personId: tester,
          pin: '4711',
          call: 'no-go',
          reason,
        });
        return [...rows().sealedCall.values()].find((each) => each.pollId === again)?.sealed.length;
      }
    });

    test('is revealed when its time is up though a call is missing', async () => {
      const member = at().join('member');
      await pinOf(member, tester, '4711');
      const pollId = await opened(Date.now() + 400);
      await member.gate.castCall.mutate({
        goLiveId,
        pollId,
        position: 'tester',
        personId: tester,
        pin: '4711',
        call: 'go',
        reason: 'Fine',
      });
      await vi.waitFor(() => expect(rows().poll.get(pollId)?.revealedAt).not.toBeNull(), { timeout: 5_000 });
      expect([...rows().call.values()].map(({ call }) => call)).toEqual(['go']);
      const late = await member.gate.castCall.mutate({
        goLiveId,
        pollId,
        position: 'tester',
        personId: tester,
        pin: '4711',
        call: 'no-go',
        reason: 'Too late',
      });
      expect(late).toMatchObject({ ok: false, refusal: { code: 'revealed' } });
    });
  });

  describe('who may not', () => {
    test('a person without the position, twice, with a wrong PIN, without a PIN, or with a bad one', async () => {
      const member = at().join('member');
      await pinOf(member, tester, '4711');
      await pinOf(member, operator, '9999');
      const pollId = await opened(Date.now() + 3_600_000);
      const call = { goLiveId, pollId, position: 'tester', personId: tester, pin: '4711', call: 'go', reason: 'Fine' } as const;
      const code = async (over: Partial<Record<keyof typeof call, string>>) => {
        const answer = await member.gate.castCall.mutate({ ...call, ...over } as typeof call);
        return answer.ok ? 'ok' : answer.refusal.code;
      };
      expect(await code({ personId: operator, pin: '9999' })).toBe('not-the-role');
      expect(await code({ pin: '1234' })).toBe('wrong-pin');
      expect(await code({ personId: developer, position: 'developer', pin: '1234' })).toBe('no-pin');
      expect(await code({ position: 'analyst' })).toBe('unknown-position');
      await expect(code({ pin: 'abc' })).rejects.toThrow(/PIN/);
      await expect(code({ reason: '' })).rejects.toThrow(/must not be empty/);
      expect(await code({})).toBe('ok');
      expect(await code({ call: 'no-go' })).toBe('already-in');
      await expect(at().join('viewer').gate.castCall.mutate(call)).rejects.toThrow(/viewer/);
    });

    test('after five wrong PINs every try is refused for a while, the right one too', async () => {
      const member = at().join('member');
      await pinOf(member, tester, '4711');
      const pollId = await opened(Date.now() + 3_600_000);
      const call = { goLiveId, pollId, position: 'tester', personId: tester, call: 'go', reason: 'Fine' } as const;
      for (let tried = 0; tried < 5; tried += 1) await member.gate.castCall.mutate({ ...call, pin: '0000' });
      expect(await member.gate.castCall.mutate({ ...call, pin: '4711' })).toMatchObject({ ok: false, refusal: { code: 'too-many-tries' } });
    });

    test('while it is open nobody decides, calls openly, or takes it back by undo; a second poll waits', async () => {
      const manager = at().join('manager');
      await opened(Date.now() + 3_600_000);
      const { seq } = at().host.record.journal.last();
      const decide = { goLiveId, gateId, decision: 'hold', reasons: 'Wait' } as const;
      expect(await manager.gate.decideGate.mutate(decide)).toMatchObject({ refusal: { code: 'still-sealed' } });
      const open = { goLiveId, gateId, position: 'tester', call: 'go', as: tester } as const;
      expect(await manager.gate.callGate.mutate(open)).toMatchObject({ refusal: { code: 'sealed' } });
      expect(await manager.gate.openPoll.mutate({ goLiveId, gateId })).toMatchObject({ refusal: { code: 'poll-open' } });
      expect(await manager.journal.undo.mutate({ goLiveId, seq })).toMatchObject({ refusal: { code: 'cannot-undo' } });
    });

    test('a PIN is set by its person, changed with the present one, cleared by a manager, and never told', async () => {
      const member = at().join('member');
      const set = { goLiveId, personId: tester, pin: '471147114711' } as const; // so long that no id or hash holds it by chance
      expect(await member.roster.setPin.mutate({ ...set, as: developer })).toMatchObject({ refusal: { code: 'not-yours' } });
      expect(await member.roster.setPin.mutate({ ...set, as: tester })).toMatchObject({ ok: true });
      expect(await member.roster.setPin.mutate({ ...set, as: tester, pin: '222222222222' })).toMatchObject({
        refusal: { code: 'wrong-pin' },
      });
      expect(await member.roster.setPin.mutate({ ...set, as: tester, pin: '222222222222', present: set.pin })).toMatchObject({ ok: true });
      await expect(member.roster.clearPin.mutate({ goLiveId, personId: tester })).rejects.toThrow(/manager/);
      expect(await at().join('manager').roster.clearPin.mutate({ goLiveId, personId: tester })).toMatchObject({ ok: true });
      const told = JSON.stringify(await member.journal.list.query({ goLiveId, limit: 500 }));
      expect(told).not.toMatch(/471147114711|222222222222/);
    });
  });
});
