import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../electron/record/new-id.ts';
import { insert } from '../../shared/base/change.ts';
import { check as checks, type Evidence } from '../../shared/domain/readiness/schema.ts';
import { aCheck } from '../support/builders.ts';
import { eachHost } from '../support/hosts.ts';
import { aGoLive, insertGoLive, NOW } from '../support/record.ts';

let number = 0;

eachHost((at) => {
  let goLiveId = '';
  let checkId = '';

  beforeEach(() => {
    number += 1;
    const goLive = aGoLive({ ref: `GL-${String(number).padStart(3, '0')}` });
    goLiveId = goLive.id;
    checkId = newId(NOW);
    const changes = [insertGoLive(goLive), insert(checks, aCheck({ id: checkId, goLiveId }))];
    at().host.record.commit({
      goLiveId,
      at: NOW,
      occurredAt: NOW,
      actor: 'M. Okoro',
      action: 'goLive.create',
      note: '',
      undoes: null,
      changes,
    });
  });

  const rows = () => at().host.record.rows(goLiveId);
  const newest = () => at().host.record.journal.at(at().host.record.journal.last().seq);

  test('a check is added, edited, failed, reopened, and each act is in the journal', async () => {
    const { readiness } = at().join('member');
    const added = await readiness.addCheck.mutate({ goLiveId, title: 'Backups restored', area: 'Platform', dueOffset: -3_600_000 });
    const id = (added.ok && added.rowId) || '';
    expect(rows().check.get(id)).toMatchObject({
      ref: 'C-002',
      title: 'Backups restored',
      area: 'Platform',
      dueOffset: -3_600_000,
      status: 'open',
    });
    await readiness.editCheck.mutate({ goLiveId, checkId: id, title: 'Backups restored twice' });
    await readiness.settleCheck.mutate({ goLiveId, checkId: id, status: 'failed', reason: 'Second restore broke off' });
    expect(rows().check.get(id)).toMatchObject({ title: 'Backups restored twice', status: 'failed', reason: 'Second restore broke off' });
    const reopened = await readiness.settleCheck.mutate({ goLiveId, checkId: id, status: 'open', note: 'New tape' });
    expect(reopened).toMatchObject({ ok: true, rowId: id });
    expect(newest()).toMatchObject({ action: 'check.reopen', note: 'New tape' });
  });

  test('a waiver without a reason is refused in words and changes nothing', async () => {
    const { seq } = at().host.record.journal.last();
    const outcome = await at().join('member').readiness.settleCheck.mutate({ goLiveId, checkId, status: 'waived' });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'reason-needed', about: ['C-001'] } });
    expect(at().host.record.journal.last().seq).toBe(seq);
  });

  describe('evidence', () => {
    const only = (): Evidence => {
      const [evidence, ...others] = rows().evidence.values();
      expect(others).toEqual([]);
      return evidence as Evidence;
    };

    test('a text and a link are kept as they were written', async () => {
      const { readiness } = at().join('member');
      const content = '=HYPERLINK("http://x") <img src=x onerror=alert(1)>';
      const added = await readiness.addEvidence.mutate({ goLiveId, checkId, evidence: { kind: 'text', content } });
      expect(only()).toMatchObject({
        id: added.ok && added.rowId,
        kind: 'text',
        content,
        size: 0,
        sha256: '',
        addedBy: expect.any(String),
      });
      await readiness.removeEvidence.mutate({ goLiveId, evidenceId: only().id });
      await readiness.addEvidence.mutate({ goLiveId, checkId, evidence: { kind: 'link', address: 'https://ci.example.com/run/42?a=b#c' } });
      expect(only()).toMatchObject({ kind: 'link', content: 'https://ci.example.com/run/42?a=b#c' });
    });

    test('a file comes out byte for byte, with its name, size and kind', async () => {
      const { readiness } = at().join('member');
      const bytes = Buffer.from(Array.from({ length: 70_001 }, (_, index) => (index * 31) % 256));
      const evidence = { kind: 'file' as const, name: 'Übergabe.pdf', base64: bytes.toString('base64') };
      await readiness.addEvidence.mutate({ goLiveId, checkId, evidence });
      expect(only()).toMatchObject({ content: 'Übergabe.pdf', mediaType: 'application/pdf', size: 70_001 });
      const file = await at().join('viewer').readiness.evidenceFile.query({ goLiveId, evidenceId: only().id });
      expect(file).toEqual({ ok: true, name: 'Übergabe.pdf', mediaType: 'application/pdf', base64: evidence.base64 });
    });

    test('a program is kept, never with a kind that a browser would run', async () => {
      const { readiness } = at().join('member');
      const base64 = Buffer.from('<script>alert(1)</script>').toString('base64');
      await readiness.addEvidence.mutate({ goLiveId, checkId, evidence: { kind: 'file', name: 'report.html', base64 } });
      expect(await readiness.evidenceFile.query({ goLiveId, evidenceId: only().id })).toMatchObject({
        ok: true,
        mediaType: 'application/octet-stream',
        base64,
      });
    });

    test('a file that was removed comes back when the removal is taken back', async () => {
      const client = at().join('member');
      const base64 = Buffer.from('signed').toString('base64');
      await client.readiness.addEvidence.mutate({ goLiveId, checkId, evidence: { kind: 'file', name: 'a.txt', base64 } });
      const { id } = only();
      const removed = await client.readiness.removeEvidence.mutate({ goLiveId, evidenceId: id });
      expect(await client.readiness.evidenceFile.query({ goLiveId, evidenceId: id })).toMatchObject({
        ok: false,
        refusal: { code: 'unknown-file' },
      });
      await client.journal.undo.mutate({ goLiveId, seq: removed.ok ? removed.seq : 0 });
      expect(await client.readiness.evidenceFile.query({ goLiveId, evidenceId: id })).toMatchObject({ ok: true, base64 });
    });

    test('the file of another go-live is not given out', async () => {
      const client = at().join('member');
      await client.readiness.addEvidence.mutate({ goLiveId, checkId, evidence: { kind: 'file', name: 'a.txt', base64: 'QQ==' } });
      const other = aGoLive({ ref: 'GL-900' });
      const create = { at: NOW, occurredAt: NOW, actor: 'M. Okoro', action: 'goLive.create', note: '', undoes: null };
      at().host.record.commit({ ...create, goLiveId: other.id, changes: [insertGoLive(other)] });
      const asked = client.readiness.evidenceFile.query({ goLiveId: other.id, evidenceId: only().id });
      expect(await asked).toMatchObject({ ok: false, refusal: { code: 'unknown-file' } });
    });

    test.each([
      ['a link that is no web address', { kind: 'link', address: 'javascript:alert(1)' }, /address/],
      ['a file that would leave its folder', { kind: 'file', name: '../x', base64: 'QQ==' }, /name/],
      ['a file that is not base64', { kind: 'file', name: 'x', base64: 'Q§==' }, /base64/],
      ['an empty text', { kind: 'text', content: '  ' }, /content/],
      ['a kind that does not exist', { kind: 'program' }, /kind/],
    ] as const)('%s is refused and changes nothing', async (_what, evidence, says) => {
      const { seq } = at().host.record.journal.last();
      await expect(
        at()
          .join('member')
          .readiness.addEvidence.mutate({ goLiveId, checkId, evidence: evidence as never }),
      ).rejects.toThrow(says);
      expect(at().host.record.journal.last().seq).toBe(seq);
    });

    test('a viewer adds none', async () => {
      const asked = at()
        .join('viewer')
        .readiness.addEvidence.mutate({ goLiveId, checkId, evidence: { kind: 'text', content: 'x' } });
      await expect(asked).rejects.toThrow(/needs the role member/);
    });
  });
});
