import { describe, expect, test } from 'vitest';
import { playbookSchema } from '../../shared/domain/playbook/schema.ts';
import type { Client } from '../support/hosts.ts';
import { eachHost } from '../support/hosts.ts';

let number = 0;
const title = () => `Ours ${++number}`;

eachHost((at) => {
  async function copyOf(client: Client, name: string) {
    const made = await client.workshop.duplicate.mutate({ playbookKey: 'deploy', title: name });
    expect(made).toMatchObject({ ok: true });
    const line = (await client.workshop.list.query({})).find((each) => each.title === name);
    const got = await client.workshop.get.query({ key: line?.key ?? '' });
    if (!line?.own || !got.ok) throw new Error('the copy is not there');
    return { own: line.own, playbook: got.playbook };
  }

  test('a duplicate can be changed and says what differs; the built-in one stays as it was', async () => {
    const client = at().join();
    const { own, playbook } = await copyOf(client, title());
    const [first, ...others] = playbook.phases;
    if (!first) throw new Error('no phase');
    const steps = first.steps.map((step, index) => (index === 0 && step.task ? { ...step, task: { ...step.task, minutes: 99 } } : step));
    const content = { ...playbook, phases: [{ ...first, steps }, ...others] };
    expect(await client.workshop.save.mutate({ playbookId: own.id, revision: own.revision, content })).toMatchObject({ ok: true });
    const told = await client.workshop.differences.query({ key: playbook.key });
    if (!told.ok) throw new Error(told.refusal.reason);
    expect(told.from).toBe('Deploy');
    expect(told.differences.map(({ place, now }) => [place, now])).toEqual([
      ['title', content.title],
      [`phases › ${first.title} › steps › ${steps[0]?.title} › task › minutes`, '99'],
    ]);
    const original = await client.workshop.get.query({ key: 'deploy' });
    expect(original.ok && original.playbook.phases[0]?.steps[0]?.task?.minutes).not.toBe(99);
    expect(at().host.record.verify().faults).toEqual([]);
  });

  test('who saves what somebody else saved meanwhile is told so, and nothing is overwritten', async () => {
    const client = at().join();
    const { own, playbook } = await copyOf(client, title());
    const save = { playbookId: own.id, revision: own.revision, content: { ...playbook, detail: 'First' } };
    expect(await client.workshop.save.mutate(save)).toMatchObject({ ok: true });
    const late = await client.workshop.save.mutate({ ...save, content: { ...playbook, detail: 'Second' } });
    expect(late).toMatchObject({ ok: false, refusal: { code: 'saved-meanwhile' } });
    const kept = await client.workshop.get.query({ key: playbook.key });
    expect(kept.ok && kept.playbook.detail).toBe('First');
  });

  test('what is exported comes in again as the same playbook, under a key that is free', async () => {
    const client = at().join();
    const file = await client.workshop.exportFile.query({ key: 'deploy' });
    if (!file.ok) throw new Error(file.refusal.reason);
    const looked = await client.workshop.readFile.mutate({ text: file.text });
    expect(looked).toMatchObject({ ok: true, replaces: 'Deploy', differences: [] });
    const made = await client.workshop.importFile.mutate({ text: file.text });
    const own = (await client.workshop.list.query({})).find((each) => each.own?.id === (made.ok ? made.rowId : ''));
    const got = await client.workshop.get.query({ key: own?.key ?? '' });
    expect(own?.key).toMatch(/^deploy-\d+$/);
    expect(got.ok && { ...got.playbook, key: 'deploy' }).toEqual(playbookSchema.parse(JSON.parse(file.text)));
  });

  test('members look, managers change', async () => {
    const member = at().join('member');
    expect(await member.workshop.list.query({})).not.toEqual([]);
    await expect(member.workshop.duplicate.mutate({ playbookKey: 'deploy', title: 'Theirs' })).rejects.toThrow(/manager/);
  });

  test('a go-live is made from a playbook of one’s own and keeps the version it started from', async () => {
    const client = at().join();
    const { own, playbook } = await copyOf(client, title());
    const tZeroAt = Date.now() + 86_400_000;
    const made = await client.goLive.create.mutate({
      name: 'From ours',
      system: 'ERP',
      zone: 'Europe/Prague',
      tZeroAt,
      windowStart: tZeroAt,
      windowEnd: tZeroAt + 3_600_000,
      playbookKey: playbook.key,
      people: [{ name: 'M. Okoro', roles: playbook.roles.map(({ key }) => key) }],
    });
    if (!made.ok) throw new Error(made.refusal.reason);
    const content = { ...playbook, version: '2', detail: 'Changed later' };
    await client.workshop.save.mutate({ playbookId: own.id, revision: own.revision, content });
    const [copy] = at().host.record.rows(made.goLiveId).playbookCopy.values();
    expect(copy).toMatchObject({ key: playbook.key, version: playbook.version });
    expect(copy?.content.detail).toBe(playbook.detail);
    await client.workshop.retire.mutate({ playbookId: own.id, isRetired: true });
    expect((await client.playbook.list.query({})).map(({ key }) => key)).not.toContain(playbook.key);
  });

  describe('a file is refused with its place', () => {
    const broken = (change: (file: Record<string, unknown>) => void) => async () => {
      const file = await at().join().workshop.exportFile.query({ key: 'deploy' });
      if (!file.ok) throw new Error(file.refusal.reason);
      const content = JSON.parse(file.text) as Record<string, unknown>;
      change(content);
      const text = JSON.stringify(content);
      const looked = await at().join().workshop.readFile.mutate({ text });
      const kept = await at().join().workshop.importFile.mutate({ text });
      expect(kept.ok).toBe(false);
      return looked.ok ? 'taken' : looked.refusal.reason;
    };
    type Step = { key: string; task: { after: { step: string }[] } | null; condition: string; role: string };
    const steps = (file: Record<string, unknown>) => (file.phases as { steps: Step[] }[])[0]?.steps as Step[];

    test.each<[string, (file: Record<string, unknown>) => void, RegExp]>([
      [
        'tasks in a circle',
        (file) =>
          steps(file)
            .find(({ task }) => task)
            ?.task?.after.push({ step: steps(file)[5]?.key ?? '' }),
        /circle/,
      ],
      [
        'an unknown condition',
        (file) => Object.assign(steps(file)[1] as Step, { condition: 'full-moon' }),
        /phases\.0\.steps\.1\.condition.*full-moon/,
      ],
      ['a missing role', (file) => Object.assign(steps(file)[2] as Step, { role: 'wizard' }), /phases\.0\.steps\.2\.role.*wizard/],
      ['another format', (file) => Object.assign(file, { format: 2 }), /format/],
      ['a field nobody knows', (file) => Object.assign(file, { colour: 'red' }), /colour/],
      [
        'a million steps',
        (file) => Object.assign((file.phases as object[])[0] as object, { steps: Array.from({ length: 1_000_000 }, () => 1) }),
        /phases\.0\.steps holds more than/,
      ],
    ])('%s', async (_, change, says) => {
      expect(await broken(change)()).toMatch(says);
    });

    test.each([
      ['no JSON', 'Phase 1: hope', /not JSON/],
      ['an empty file', '', /not JSON/],
      ['something else', '[1, 2]', /not a sound playbook/],
    ])('%s', async (_, text, says) => {
      const looked = await at().join().workshop.readFile.mutate({ text });
      expect(looked.ok ? 'taken' : looked.refusal.reason).toMatch(says);
    });
  });
});
