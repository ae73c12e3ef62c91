import { beforeAll, describe, expect, test } from 'vitest';
import { playbookRoles } from '../../shared/domain/roster/roles.ts';
import { makeDeployGoLive, rowOf, TEAM } from '../support/deploy-go-live.ts';
import { eachHost } from '../support/hosts.ts';

eachHost((at) => {
  let goLiveId = '';
  beforeAll(async () => {
    goLiveId = await makeDeployGoLive(at().join());
  });
  const rows = () => at().host.record.rows(goLiveId);
  const lastSeq = () => at().host.record.journal.last().seq;
  const idOfName = (name: string) => [...rows().person.values()].find((person) => person.name === name)?.id ?? '';

  describe('people', () => {
    test('a member adds and edits a person, and both stand in the journal', async () => {
      const { roster } = at().join('member');
      const personId = await rowOf(roster.addPerson.mutate({ goLiveId, name: '  Anna Novak ', department: 'Sales', contact: '4711' }));
      expect(rows().person.get(personId)).toMatchObject({ name: 'Anna Novak', department: 'Sales', jobRole: '', inTeam: false });
      expect(await roster.editPerson.mutate({ goLiveId, as: personId, personId, jobRole: 'clerk' })).toMatchObject({
        ok: true,
        rowId: personId,
      });
      expect(rows().person.get(personId)).toMatchObject({ jobRole: 'clerk', contact: '4711' });
      expect(at().host.record.journal.at(lastSeq())).toMatchObject({ action: 'person.edit', actor: 'Anna Novak' });
    });

    test('five thousand people are added in one act and taken back in one', async () => {
      const client = at().join('member');
      const before = rows().person.size;
      const people = Array.from({ length: 5_000 }, (_, index) => ({ name: `Person ${index}`, department: `Site ${index % 40}` }));
      const added = await client.roster.addPeople.mutate({ goLiveId, people });
      expect(added).toMatchObject({ ok: true });
      expect(rows().person.size).toBe(before + 5_000);
      if (added.ok) expect(await client.journal.undo.mutate({ goLiveId, seq: added.seq })).toMatchObject({ ok: true });
      expect(rows().person.size).toBe(before);
    });

    test('text is kept word for word', async () => {
      const name = `=HYPERLINK("http://x") <b>O'Neill</b> ${at().file.length}`;
      const personId = await rowOf(at().join('member').roster.addPerson.mutate({ goLiveId, name }));
      expect(rows().person.get(personId)?.name).toBe(name);
    });
  });

  describe('roles', () => {
    test('the only holder of a required role is refused to give it up, over every way in', async () => {
      const { roster } = at().join('member');
      const role = playbookRoles(rows()).find(({ isRequired }) => isRequired);
      const held = [...rows().assignment.values()].find((each) => each.role === role?.key);
      const refused = await roster.releaseRole.mutate({ goLiveId, role: role?.key ?? '', personId: held?.personId ?? '' });
      expect(refused).toMatchObject({ ok: false, refusal: { code: 'required-role', about: [role?.title] } });
    });

    test('a role goes from one to another, and the other way round by taking it back', async () => {
      const client = at().join('member');
      const role = playbookRoles(rows())[0]?.key ?? '';
      const [first, second] = [idOfName(TEAM[0]), idOfName(TEAM[1])];
      const holders = () => [...rows().assignment.values()].filter((each) => each.role === role).map(({ personId }) => personId);
      const given = await client.roster.assignRole.mutate({ goLiveId, role, personId: second, insteadOf: first });
      expect(given).toMatchObject({ ok: true, rowId: second });
      expect(holders()).toEqual([second]);
      if (given.ok) expect(await client.journal.undo.mutate({ goLiveId, seq: given.seq })).toMatchObject({ ok: true });
      expect(holders()).toEqual([first]);
    });
  });

  test('a viewer changes nothing', async () => {
    await expect(at().join('viewer').roster.addPerson.mutate({ goLiveId, name: 'X' })).rejects.toThrow(/needs the role member/);
  });

  test('garbage is refused and nothing is written', async () => {
    const { roster } = at().join('member');
    const seq = lastSeq();
    const personId = idOfName(TEAM[0]);
    const nonsense: readonly Promise<unknown>[] = [
      roster.addPerson.mutate({ goLiveId, name: '   ' }),
      roster.addPerson.mutate({ goLiveId, name: 'x'.repeat(1_000_000) }),
      roster.addPerson.mutate({ goLiveId, name: 7 as never }),
      roster.addPerson.mutate({ goLiveId, name: 'X', colour: 'red' } as never),
      roster.addPerson.mutate({ goLiveId, name: 'X', occurredAt: Date.UTC(99_999, 0) }),
      roster.addPeople.mutate({ goLiveId, people: [] }),
      roster.addPeople.mutate({ goLiveId, people: Array.from({ length: 5_001 }, () => ({ name: 'X' })) }),
      roster.addPeople.mutate({ goLiveId, people: [{ name: 'Fine' }, { name: '' }] }),
      roster.editPerson.mutate({ goLiveId, personId: "1' OR 1=1 --" }),
      roster.assignRole.mutate({ goLiveId, role: '../../etc', personId }),
      roster.releaseRole.mutate({ goLiveId, role: 'lead', personId: null as never }),
    ];
    for (const asked of nonsense) await expect(asked).rejects.toThrow(/Nothing was changed\.$/);
    const unknown = '01930000-0000-7000-8000-000000000099';
    const refused = [
      await roster.editPerson.mutate({ goLiveId, personId: unknown, name: 'X' }),
      await roster.assignRole.mutate({ goLiveId, role: 'nobody-knows-it', personId }),
      await roster.addPeople.mutate({ goLiveId, people: [{ name: 'X' }], courseIds: [unknown] }),
      await roster.addPerson.mutate({ goLiveId: unknown, name: 'X' }),
      await roster.addPerson.mutate({ goLiveId, as: unknown, name: 'X' }),
    ].map((outcome) => (outcome.ok ? 'ok' : outcome.refusal.code));
    expect(refused).toEqual(['unknown-person', 'unknown-role', 'unknown-course', 'unknown-go-live', 'unknown-person']);
    expect(lastSeq()).toBe(seq);
  });
});
